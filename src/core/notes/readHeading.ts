import type { Block } from './blocks';
import type { WrittenId } from './cardDraft';
import { scanInline } from './inline';
import { plainLine } from './oneLine';
import { ownText } from './ownText';
import { slugOf } from './slug';
import { hasMarks, visibleText, visibleTitle } from './visibleText';
import { writtenId } from './writtenId';

/** A class for the reason told in blockScanner.ts. */
export class ReadHeading {
  constructor(
    /** Its place among the blocks of the top level. */
    readonly top: number,
    readonly level: number,
    /** As a reader sees it, on one line. */
    readonly text: string,
    /** As GitHub builds it, with emphasis taken literally as Markdown does. Not yet unique in its note. */
    readonly slug: string,
    readonly isQuestion: boolean,
    readonly id: WrittenId | undefined,
  ) {}
}

/** A question mark at the end, perhaps with a remark behind it: "…? (Choose two.)". */
const question = /[?？](?:\s*[(（][^()（）]*[)）])?$/;

/** A request behind the mark: "…? Explain.", "…? Приведите пример", "…? 장단점도 말해주세요". Any other sentence there makes the heading prose. */
const askedForMore = /[?？]\s+(?:(?:and |please )?(?:explain|discuss|describe|give|name|list|compare|illustrate|justify|provide|elaborate|show)\b[^?？]*|(?:объясните|поясните|опишите|приведите|назовите|перечислите|сравните|расскажите|обоснуйте)(?=[\s.!,]|$)[^?？]*|[^?？]*(?:말해|말하|설명|비교|예를 들|서술|기술하)[^?？]{0,12})$/iu;
const longestRemark = 200;
/** A longer heading comes from a machine: it is cut, and asks nothing. */
const longestHeading = 2000;

export function readHeading(text: string, heading: Block, top: number): ReadHeading {
  const id = writtenId(text, heading.textStart, heading.textEnd);
  const end = id ? id.range.start : heading.textEnd;
  const isCut = end - heading.textStart > longestHeading;
  const markdown = withoutClosingMarks(text.slice(heading.textStart, isCut ? heading.textStart + longestHeading : end), id !== undefined && !isCut && !heading.underlined);
  const isPlain = !hasMarks(markdown);
  const shown = (isPlain ? plainLine(markdown) : undefined) ?? ownText(visibleTitle(markdown));
  const slug = slugOf(isPlain || !shown.includes('__') ? shown : visibleText(markdown));
  const isQuestion = !isCut && asks(shown) && (isPlain || !(markdown.includes('`') && endsInCode(markdown)));
  return new ReadHeading(top, heading.level, shown, slug, isQuestion, id);
}

function asks(shown: string): boolean {
  if (shown.endsWith('?')) return true;
  if (!shown.includes('?') && !shown.includes('？')) return false;
  const end = shown.slice(-longestRemark);
  return question.test(end) || askedForMore.test(end);
}

/** `## Title ## <!-- ^id -->`: with the id behind them, Markdown sees the closing marks as text. */
function withoutClosingMarks(markdown: string, hasId: boolean): string {
  return hasId ? markdown.replace(/(?:^|[ \t])#+[ \t]*$/, '') : markdown;
}

/** Whether the last question mark that is seen stands in a code span. */
function endsInCode(markdown: string): boolean {
  const { hidden, code } = scanInline(markdown, 0, markdown.length);
  const cuts = [...hidden].sort((a, b) => a.start - b.start);
  for (let at = markdown.length - 1; at >= 0; at -= 1) {
    while ((cuts.at(-1)?.start ?? -1) > at) cuts.pop();
    const isHidden = (cuts.at(-1)?.end ?? 0) > at;
    if (!isHidden && '?？'.includes(markdown.charAt(at))) return code.some(({ start, end }) => start <= at && at < end);
  }
  return false;
}
