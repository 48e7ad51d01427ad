import * as assert from 'node:assert/strict';
import { notePlace } from '../../../src/core/notes/notePlace';

const cases: readonly (readonly [string, string, string | undefined, readonly string[], string])[] = [
  ['python/gil.md', 'mine:python/gil', undefined, ['python'], 'gil'],
  ['gil.ko.md', 'mine:gil', 'ko', [], 'gil'],
  ['a/b/gil.RU.md', 'mine:a/b/gil', 'ru', ['a', 'b'], 'gil'],
  ['gil.zh-cn.md', 'mine:gil', 'zh-cn', [], 'gil'],
  ['node.js.md', 'mine:node.js', undefined, [], 'node.js'],
  ['main.go.md', 'mine:main.go', undefined, [], 'main.go'],
  ['v3.12.md', 'mine:v3.12', undefined, [], 'v3.12'],
  ['ko.md', 'mine:ko', undefined, [], 'ko'],
  ['a\\b\\c.MD', 'mine:a/b/c', undefined, ['a', 'b'], 'c'],
  ['./a//b.md', 'mine:a/b', undefined, ['a'], 'b'],
  ['\u1112\u1161\u11ab\u1100\u1173\u11af/и\u0306.md', 'mine:\ud55c\uae00/й', undefined, ['\ud55c\uae00'], 'й'],
  ['a#b.md', 'mine:a#b', undefined, [], 'a#b'],
];

describe('note place', () => {
  for (const [path, id, language, folderTopic, fileName] of cases) {
    it(path, () => {
      const place = notePlace('mine', path);
      assert.deepEqual([place.id, place.language, place.folderTopic, place.fileName], [id, language, folderTopic, fileName]);
      assert.equal(place.id, `${place.root}:${place.path}`);
    });
  }
});
