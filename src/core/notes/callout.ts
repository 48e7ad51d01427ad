import type { Block } from './blocks';
import { visibleText } from './visibleText';

const names = ['HINT', 'POINTS', 'TRAP'] as const;

export interface Callout {
  readonly name: (typeof names)[number];
  readonly markdown: string;
  /** The items of its list, or its lines where it has none. */
  readonly points: readonly string[];
}

/** `> [!HINT]`, `> [!POINTS]` or `> [!TRAP]`; `undefined` where the block at `index` is none. */
export function calloutOf(text: string, blocks: readonly Block[], index: number): Callout | undefined {
  const quote = blocks[index];
  if (quote?.kind !== 'quote') return undefined;
  const lines = text.slice(quote.start, quote.end).split(/\r\n|\n|\r/).map((line) => line.replace(/^ {0,3}> ?/, ''));
  const written = /^\s*\[!(\w+)\][+-]?[ \t]*(.*)$/.exec(lines[0] ?? '');
  const name = names.find((known) => known === written?.[1]?.toUpperCase());
  if (!name) return undefined;
  const rest = [written?.[2] ?? '', ...lines.slice(1)];
  return { name, markdown: rest.join('\n').trim(), points: name === 'POINTS' ? pointsOf(rest) : [] };
}

function pointsOf(lines: readonly string[]): string[] {
  const points: string[] = [];
  const listed = lines.some((line) => bullet.test(line));
  for (const line of lines) {
    if (line.trim() === '') continue;
    const isNew = !listed || bullet.test(line);
    const own = line.replace(bullet, '').trim();
    if (isNew) points.push(own);
    else if (points.length > 0) points.push(`${points.pop() ?? ''} ${own}`);
  }
  return points.map(visibleText).filter((point) => point !== '');
}

const bullet = /^\s*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/;
