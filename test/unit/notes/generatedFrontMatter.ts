import type { seeded } from './seeded';

const keys = ['title', 'topic', 'tags', 'level', 'hover', 'a', 'b-c', 'd_e', '__proto__', 'true', 'null', 'é', '1', '"q"', '? x', 'x y', 'sr-due'];
const values = [
  '', 'word', 'two words', 'a: b', 'a:b', 'a:', ':a', 'x #y', 'x#y', '# x', '#x', '"quoted"', '"a, b"', '"a\\nb"', "'single'", "'it''s'", '"open', "open'", 'true', 'True', 'yes', 'no', 'null', 'Null', '~', '12', '012', '0x1f', '0o7', '1e3', '1.5', '.5', '-3', '+4', '1_000',
  '2026-11-20', '12:30', '.inf', '-.inf', '.nan', '.method', '..', '@x', '`x`', '%x', '&a x', '*a', '!x', '|', '>', '- x', '-x', '? x', '[a, b]', '[]', '[ ]', '[a', 'a]', '[a, [b]]', '[a, {b: c}]', '["a", \'b\']', '[a:b]', '[1, two, 3]', '[a,]', '[,a]', '[.x, y=]', '[python>=3.11]', 'python>=3.11',
  '{a: b}', 'ключ', '한글', '🎉', 'a\tb', '\tx', 'x ', '=', '==', '<<', '(x)', 'a,b', 'a, b', '/x', '$x', '^x', '_x', ';', "a'b", 'a"b', '\u00a0x', 'https://x.org/a?b=c#d', 'nullable', 'trueish', '0', '00', '-', '--', '---x', '1a', 'x\u2028y', '\u0085',
];
const lines = ['# comment', '', ' ', '  - item', '- item', '    - deeper', '  -', '  more text', '  nested: x', '...', '  - a: b\n    c: d', '  - title: A b\n    url: https://x.org', '  - "q"', '  - 1', '  - a: b', '    c: d', '  - [a]', '  -  two'];

const plainLines = ['topic: python/asyncio', 'level: [junior, senior]', 'tags:', '  - a', '  - b c', 'sources:', '  - title: One and two', '    url: https://x.org/a#b', '  - https://y.org', 'verified: 2026-11-20', 'weight: 3', 'draft: false', 'empty:', '- flush', '  - title: "Quoted: it"', '    url: 12', '    title: again'];

/** Front matter as people write it and as nobody would, without its `---` lines. */
export function generatedFrontMatter({ below, pick, next }: ReturnType<typeof seeded>): string {
  const oddity = pick([0, 0.1, 0.5, 1]);
  const written: string[] = [];
  for (let line = below(6); line >= 0; line -= 1) {
    if (next() >= oddity) written.push(pick(plainLines));
    else if (next() < 0.25) written.push(pick(lines));
    else written.push(`${pick(keys)}:${pick([' ', ' ', ' ', '  ', ''])}${pick(values)}`);
  }
  return written.join(pick(['\n', '\n', '\r\n']));
}
