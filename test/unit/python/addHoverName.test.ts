import assert from 'node:assert/strict';
import { addHoverName } from '../../../src/core/python/addHoverName';

function added(text: string, name: string): string | undefined {
  const change = addHoverName(text, name);
  return typeof change === 'object' ? text.slice(0, change.range.start) + change.text + text.slice(change.range.end) : change;
}

describe('Adding a hover name to a note', () => {
  const cases: readonly (readonly [behaviour: string, text: string, name: string, expected: string | undefined])[] = [
    ['at the end of a list on one line', '---\ntitle: A\nhover: [a.b]\n---\nText\n', 'c.d', '---\ntitle: A\nhover: [a.b, c.d]\n---\nText\n'],
    ['into an empty list', '---\nhover: []\ntags: [x]\n---\n', 'c', '---\nhover: [c]\ntags: [x]\n---\n'],
    ['beside the only name', '---\nhover: yield\n---\n', 'next', '---\nhover: [yield, next]\n---\n'],
    ['beside the only name in quotes', '---\nhover: "a.f(x=)"\n---\n', 'next', '---\nhover: ["a.f(x=)", next]\n---\n'],
    ['after the last item of a list in lines', '---\nhover:\n  - a\n  - b\ntags: [x]\n---\n', 'c', '---\nhover:\n  - a\n  - b\n  - c\ntags: [x]\n---\n'],
    ['to a key without a value', '---\nhover:\ntags: [x]\n---\n', 'c', '---\nhover: [c]\ntags: [x]\n---\n'],
    ['as a new key, last', '---\ntitle: A\n# mine\n---\nText\n---\n', 'c', '---\ntitle: A\n# mine\nhover: [c]\n---\nText\n---\n'],
    ['as new front matter', '# A\n\nText\n', 'c', '---\nhover: [c]\n---\n# A\n\nText\n'],
    ['with line ends as they are', '---\r\ntitle: A\r\n---\r\nText\r\n', 'c', '---\r\ntitle: A\r\nhover: [c]\r\n---\r\nText\r\n'],
    ['with quotes where YAML needs them', '---\nhover: [a]\n---\n', '@a.b', '---\nhover: [a, "@a.b"]\n---\n'],
    ['with quotes around what would be no text', '---\nhover: [a]\n---\n', 'True', '---\nhover: [a, "True"]\n---\n'],
    ['with an argument', '---\nhover: [.method]\n---\n', 'a.f(x=)', '---\nhover: [.method, "a.f(x=)"]\n---\n'],
    ['not twice', '---\nhover: [a, "b"]\n---\n', 'b', 'already'],
    ['not where the front matter cannot be read', '---\ntitle: "open\n---\n', 'b', undefined],
    ['not where the list goes over several lines', '---\nhover: [a,\n  b]\n---\n', 'c', undefined],
    ['not into a deck named in TOML', '---\nname = "Deck"\n---\n', 'c', undefined],
    ['not between plus signs', '+++\nname = "Deck"\n+++\n', 'c', undefined],
    ['not where something else stands there', '---\nhover: {a: b}\n---\n', 'c', undefined],
  ];
  for (const [behaviour, text, name, expected] of cases) it(behaviour, () => assert.equal(added(text, name), expected));
});
