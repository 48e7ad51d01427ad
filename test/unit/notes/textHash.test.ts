import * as assert from 'node:assert/strict';
import { textHash } from '../../../src/core/notes/textHash';

const hash = (text: string): string => textHash(text, [{ start: 0, end: text.length }]);

describe('the hash of an answer', () => {
  // Histories of cards hang on these: ids of equal questions hold a part of the hash, and moved cards are known by it.
  const kept: readonly (readonly [string, string])[] = [
    ['', 'ab3e7c0b'],
    ['a', '1a80b1b3'],
    ['answer 186', '0004e8b5'],
    ['answer 595', '00d5ba87'],
    ['Да', '0a829e36'],
    ['한글', '237e6bbb'],
    ['é', 'baf79669'],
  ];
  for (const [text, expected] of kept) {
    it(`of ${JSON.stringify(text)} never changes`, () => {
      assert.equal(hash(text), expected);
    });
  }

  it('changes with words, and neither with white space nor Unicode form', () => {
    assert.equal(hash('  a \n b '), hash('a b'));
    assert.equal(hash('e\u0301'), hash('\u00e9'));
    assert.notEqual(hash('a b'), hash('ab'));
    assert.notEqual(hash('a b'), hash('b a'));
  });

  it('of several ranges is that of their texts with a space between', () => {
    assert.equal(textHash('one -- two', [{ start: 0, end: 4 }, { start: 7, end: 10 }]), hash('one two'));
  });
});
