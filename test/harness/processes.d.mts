export interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

export function descendants(pid: number): Promise<readonly ProcessEntry[]>;
export function isRunning(pid: number): boolean;
export function stopTree(pid: number | undefined, patience?: number): Promise<void>;
