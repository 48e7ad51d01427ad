import assert from 'node:assert/strict';
import { frontMatterPlace } from '../../../src/core/authoring/frontMatterPlace';
import { yamlText } from '../../../src/core/authoring/yamlText';
import { withCursor } from './cursor';

/** `key`, or `value of KEY`, with the text that would be replaced and what is there already. */
function shown(marked: string): string {
  const { text, offset } = withCursor(marked);
  const place = frontMatterPlace(text, offset);
  if (!place) return 'nothing';
  const written = `"${text.slice(place.range.start, place.range.end)}"`;
  return place.kind === 'key' ? `key ${written}, has ${[...place.present].join(' ') || 'none'}` : `value of ${place.key} ${written}, has ${place.present.join(' ') || 'none'}`;
}

describe('A place in front matter', () => {
  const table: readonly (readonly [string, string])[] = [
    ['---\n|\n---\n', 'key "", has none'],
    ['---\ntitle: x\nle|\n---\n', 'key "le", has title'],
    ['---\nle|vel: junior\ntitle: x\n---\n', 'key "level", has title'],
    ['---\nlevel:|\n---\n', 'value of level "", has none'],
    ['---\nlevel: |\n---\n', 'value of level "", has none'],
    ['---\nlevel: jun|ior\n---\n', 'value of level "junior", has none'],
    ['---\nlevel: [junior, mi|]\n---\n', 'value of level "mi", has junior'],
    ['---\nlevel: [|]\n---\n', 'value of level "", has none'],
    ['---\nlevel: [junior,| senior]\n---\n', 'value of level " senior", has junior'],
    ['---\ntags:\n  - one\n  - t|\nlevel: junior\n---\n', 'value of tags "t", has one'],
    ['---\ntags:\n- one\n- |\n---\n', 'value of tags "", has one'],
    ['---\ntopic: python/con|currency\n---\n', 'value of topic "python/concurrency", has none'],
    ['---\r\ntags: [a, |]\r\n---\r\n', 'value of tags "", has a'],
    ['---\nti|\n\n# Not closed yet\n', 'key "ti", has none'],
    ['---\ntitle: x\n---\n|', 'nothing'],
    ['---\ntitle: x\n---\nlevel: |', 'nothing'],
    ['# No front matter\n\nle|', 'nothing'],
    ['|---\ntitle: x\n---\n', 'nothing'],
    ['---\n  - |\n---\n', 'nothing'],
    ['---\na b|\n---\n', 'nothing'],
  ];
  for (const [marked, expected] of table) it(`${JSON.stringify(marked)} is ${expected}`, () => assert.equal(shown(marked), expected));

  it('is found at no offset of any broken text without an error', () => {
    for (const text of ['---', '---\n', '---\n:', '---\n[', '---\n- ', '---\na: [', '\ufeff---\na: b\n---', '---\ra: b\r---\r', '---\na: "x, [\n- b\n---\n']) {
      for (let offset = 0; offset <= text.length; offset += 1) {
        const place = frontMatterPlace(text, offset);
        if (place) assert.ok(place.range.start <= offset && place.range.start <= place.range.end && place.range.end <= text.length, `${JSON.stringify(text)} at ${offset}`);
      }
    }
  });
});

describe('A value in YAML', () => {
  const table: readonly (readonly [string, string])[] = [
    ['Global interpreter lock', 'Global interpreter lock'],
    ['fastapi>=0.100', 'fastapi>=0.100'],
    ['C#: what?', '"C#: what?"'],
    ['a "quoted" word', 'a "quoted" word'],
    ['"quoted"', '"\\"quoted\\""'],
    ['@pytest.fixture', '"@pytest.fixture"'],
    ['yes', '"yes"'],
    ['3.14', '"3.14"'],
    ['#tag', '"#tag"'],
    ['', '""'],
  ];
  for (const [value, expected] of table) it(`${JSON.stringify(value)} is written ${expected}`, () => assert.equal(yamlText(value), expected));
  it('is quoted in a list where it holds a comma', () => assert.deepEqual([yamlText('a, b', true), yamlText('a, b')], ['"a, b"', 'a, b']));
});
