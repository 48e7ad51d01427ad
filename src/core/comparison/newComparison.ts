import { writeCell } from './tableRow';

/** The text of a new comparison note: every cell is empty, which reads as unknown. */
export function newComparison(title: string, things: readonly string[], criteria: readonly string[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(writeCell).join(' | ')} |`;
  const empty = things.map(() => '?');
  return [
    '---',
    `title: ${JSON.stringify(oneLine(title))}`,
    'kind: comparison',
    'topic: comparisons',
    '---',
    `# ${oneLine(title).replace(/^#+\s*/, '')}`,
    '',
    line(['Criterion', ...things]),
    line(['---', ...things.map(() => '---')]),
    ...criteria.map((criterion) => line([criterion, ...empty])),
    '',
  ].join('\n');
}

/** Names separated by commas or lines, without repetitions. */
export function splitNames(text: string): readonly string[] {
  return [...new Set(text.split(/[,;\r\n]/).map(oneLine).filter((name) => name !== ''))].slice(0, 200);
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim().slice(0, 200);
}
