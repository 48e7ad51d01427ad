import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeLine } from '../../src/core/review/eventLine';
import type { ReviewEvent } from '../../src/core/review/reviewEvent';

/** `INTERVIEW_STUDY_LONG=1` runs the figures of the reliability goals; without it the same tests run small. */
export const long = process.env.INTERVIEW_STUDY_LONG === '1';

/** A folder that is gone after the test. */
export function aFolder(): { readonly folder: string; [Symbol.dispose](): void } {
  const folder = mkdtempSync(join(tmpdir(), 'review-faults-'));
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface Window {
  readonly process: ChildProcess;
  readonly acknowledged: readonly string[];
  /** Resolves when the window has ended. */
  readonly ended: Promise<void>;
  /** Resolves when this many answers are acknowledged. */
  acknowledges(count: number): Promise<void>;
}

/** Starts another window that answers questions; see recordReviews.script.ts. */
export function aWindow(folder: string, count: number, ...more: readonly string[]): Window {
  const child = spawn(process.execPath, [join(__dirname, 'recordReviews.script.js'), folder, `${count}`, ...more], { stdio: ['ignore', 'pipe', 'inherit'] });
  const acknowledged: string[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    acknowledged.push(...lines);
    for (const each of waiting) if (acknowledged.length >= each.count) each.resolve();
  });
  return {
    process: child,
    acknowledged,
    ended: new Promise((resolve) => child.once('close', () => resolve())),
    acknowledges: (wanted) => new Promise((resolve) => (acknowledged.length >= wanted ? resolve() : waiting.push({ count: wanted, resolve }))),
  };
}

export interface FolderContent {
  readonly events: readonly ReviewEvent[];
  readonly headers: number;
  /** Lines that are no events, a torn last line left aside. */
  readonly badLines: readonly string[];
  readonly texts: ReadonlyMap<string, string>;
}

/** Reads a folder with nothing of the code under test but the line codec. */
export function readFolder(folder: string): FolderContent {
  const texts = new Map(readdirSync(folder).filter((name) => name.endsWith('.jsonl')).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  const events: ReviewEvent[] = [];
  const badLines: string[] = [];
  let headers = 0;
  for (const text of texts.values()) {
    for (const line of text.split('\n').slice(0, -1)) {
      const decoded = decodeLine(line);
      if ('event' in decoded) events.push(decoded.event);
      else if ('header' in decoded) headers += 1;
      else badLines.push(line);
    }
  }
  return { events, headers, badLines, texts };
}
