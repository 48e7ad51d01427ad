import type { seeded } from './seeded';

const pieces = ['---\n', '\n', '\r\n', '\r', '\n\n', '# ', '## a?\n', '?', ' :: ', ' ::: ', '==', '{{c1::', '}}', 'Q: ', '\nA: ', '\nC: [x]', '[', ']', '[[', ']]', '](', ')', '- [ ] ', '\n- [x] ', '```', '\n```\n', '~~~', '> ', '> [!HINT]\n', '<!--', '-->', ' ^id', '<!-- ^id -->', '\t', '    ', '|', '\n|---|---|\n', '\ufeff', '\u0000', '\ud800', '\udc00', '\u200b', '\u2028', '한', '1. ', '\n===\n', '\n---\n', 'title: ', '&a ', '*a', '"', '{', '[!POINTS]', '\\', '`', '``', '*', '_', '__', ';;', '\n?\n', '\n??\n', '<div>', '<script>', '&amp;'];

/** A note with a few accidents: pieces put in, cut out, doubled, moved; lines swapped; the end lost. */
export function mutatedNote(note: string, { below, pick }: ReturnType<typeof seeded>): string {
  let text = note;
  for (let times = 1 + below(6); times > 0; times -= 1) {
    const at = below(text.length + 1);
    const length = below(pick([3, 30, 300]));
    const piece = text.slice(at, at + length);
    switch (below(7)) {
      case 0:
      case 1:
        text = text.slice(0, at) + pick(pieces) + text.slice(at);
        break;
      case 2:
        text = text.slice(0, at) + text.slice(at + length);
        break;
      case 3:
        text = text.slice(0, at) + piece.repeat(1 + below(4)) + text.slice(at);
        break;
      case 4: {
        const to = below(text.length + 1);
        text = text.slice(0, to) + piece + text.slice(to);
        break;
      }
      case 5:
        text = text.slice(0, at) + String.fromCharCode(below(pick([128, 65536]))) + text.slice(at + 1);
        break;
      default:
        text = text.slice(0, Math.max(1, at));
    }
  }
  return text;
}
