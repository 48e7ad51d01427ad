import type { TextRange } from './note';

/** A run of `*`, `_` or `~`. */
export interface DelimiterRun {
  readonly start: number;
  readonly end: number;
  readonly mark: number;
}

interface Opener {
  readonly run: DelimiterRun;
  left: number;
}

const underscore = 95;
const tilde = 126;

/** The marks that make text emphatic and are not seen themselves (CommonMark 6.2, without its rule of three). Runs come in the order of the text. */
export function droppedEmphasis(text: string, runs: readonly DelimiterRun[]): TextRange[] {
  const dropped: TextRange[] = [];
  const openers = new Map<number, Opener[]>();
  for (const run of runs) {
    const { opens, closes } = flanking(text, run);
    const own = openers.get(run.mark) ?? [];
    openers.set(run.mark, own);
    let left = run.end - run.start;
    while (closes && left > 0) {
      const opener = own.at(-1);
      if (!opener || (run.mark === tilde && opener.left !== left)) break;
      const used = Math.min(left, opener.left);
      const openerEnd = opener.run.start + opener.left;
      dropped.push({ start: openerEnd - used, end: openerEnd });
      dropped.push({ start: run.end - left, end: run.end - left + used });
      left -= used;
      opener.left -= used;
      if (opener.left === 0) own.pop();
      forgetInside(openers, opener.run.start);
    }
    if (opens && left > 0 && !(run.mark === tilde && left > 2)) own.push({ run: { ...run, start: run.end - left }, left });
  }
  return dropped;
}

/** Emphasis does not overlap: openers between a matched pair are text. */
function forgetInside(openers: ReadonlyMap<number, Opener[]>, start: number): void {
  for (const list of openers.values()) {
    while ((list.at(-1)?.run.start ?? -1) > start) list.pop();
  }
}

function flanking(text: string, run: DelimiterRun): { opens: boolean; closes: boolean } {
  const before = kindOf(run.start === 0 ? ' ' : text.charAt(run.start - 1));
  const after = kindOf(text[run.end] ?? ' ');
  const left = after !== 'space' && (after === 'letter' || before !== 'letter');
  const right = before !== 'space' && (before === 'letter' || after !== 'letter');
  if (run.mark !== underscore) return { opens: left, closes: right };
  return { opens: left && (!right || before === 'punctuation'), closes: right && (!left || after === 'punctuation') };
}

function kindOf(character: string): 'space' | 'punctuation' | 'letter' {
  if (/\s/.test(character)) return 'space';
  return /[\p{P}\p{S}]/u.test(character) ? 'punctuation' : 'letter';
}
