import type { Block } from './blocks';
import type { WrittenId } from './cardDraft';
import { visibleText, visibleTitle } from './visibleText';
import { writtenId } from './writtenId';

export interface ReadHeading {
  readonly level: number;
  /** As a reader sees it, on one line. */
  readonly text: string;
  /** What its slug is made of: as `text`, with emphasis taken literally as Markdown does. */
  readonly slugText: string;
  readonly id?: WrittenId;
  readonly isQuestion: boolean;
}

/** A question mark at the end, perhaps with a remark behind it: "…? (Choose two.)". */
const question = /[?？](?:\s*[(（][^()（）]*[)）])?$/;

export function readHeading(text: string, heading: Block): ReadHeading {
  const id = writtenId(text, heading.textStart, heading.textEnd);
  const markdown = withoutClosingMarks(text.slice(heading.textStart, id ? id.range.start : heading.textEnd), id !== undefined && !heading.underlined);
  const shown = visibleTitle(markdown);
  return {
    level: heading.level,
    text: shown,
    slugText: shown.includes('__') ? visibleText(markdown) : shown,
    ...(id && { id }),
    // In a code span a question mark is code; such a span ends with a backtick.
    isQuestion: question.test(shown) && !/[?？]`+(?:\s*<!--.*)?\s*$/.test(markdown),
  };
}

/** `## Title ## <!-- ^id -->`: with the id behind them, Markdown sees the closing marks as text. */
function withoutClosingMarks(markdown: string, hasId: boolean): string {
  return hasId ? markdown.replace(/(?:^|[ \t])#+[ \t]*$/, '') : markdown;
}
