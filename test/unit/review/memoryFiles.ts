import type { ReviewFile, ReviewFiles } from '../../../src/editor/library/reviewFiles';

/** What a disk may do instead of what it was told. */
export type Fault = 'refuse' | 'tear' | 'write, then fail';

/** A folder in memory. `fault` is asked before every call that writes. */
export class MemoryFiles implements ReviewFiles {
  readonly texts = new Map<string, string>();
  fault: ((call: string) => Fault | undefined) | undefined;
  private clock = 0;
  private readonly times = new Map<string, number>();

  list(): Promise<readonly ReviewFile[]> {
    return Promise.resolve([...this.texts].map(([name, text]) => ({ name, size: Buffer.byteLength(text), changed: this.times.get(name) ?? 0 })));
  }

  read(name: string, from = 0): Promise<Uint8Array> {
    const text = this.texts.get(name);
    return text === undefined ? Promise.reject(new Error(`${name} is gone`)) : Promise.resolve(new Uint8Array(Buffer.from(text).subarray(from)));
  }

  create(name: string, text: string): Promise<boolean> {
    if (this.texts.has(name)) return Promise.resolve(false);
    return this.put('create', name, '', text);
  }

  append(name: string, text: string): Promise<boolean> {
    const before = this.texts.get(name);
    if (before === undefined) return Promise.resolve(false);
    return this.put('append', name, before, before === '' || before.endsWith('\n') ? text : `\n${text}`);
  }

  delete(name: string): Promise<void> {
    this.texts.delete(name);
    return Promise.resolve();
  }

  /** As another program would. */
  set(name: string, text: string): void {
    this.texts.set(name, text);
    this.times.set(name, (this.clock += 1));
  }

  private put(call: string, name: string, before: string, added: string): Promise<boolean> {
    const fault = this.fault?.(call);
    if (fault !== 'refuse') this.set(name, before + (fault === 'tear' ? added.slice(0, added.length / 2) : added));
    return fault ? Promise.reject(new Error(`${fault}: no space left`)) : Promise.resolve(true);
  }
}
