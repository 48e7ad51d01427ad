import assert from 'node:assert/strict';
import { NameOrder } from '../../../src/core/notes/nameOrder';
import { seeded } from './seeded';

describe('The order of names', () => {
  const sorted = (names: readonly string[], locale?: string) => new NameOrder(locale).sorted(names, (name) => name, (name) => name);

  it('follows the language, whatever the case, and numbers by their value', () => {
    assert.deepEqual(sorted(['b10', 'B9', 'a', 'Ä', 'c', 'b 1', '9', '010', 'б', '가'], 'en'), ['9', '010', 'a', 'Ä', 'b 1', 'B9', 'b10', 'c', 'б', '가']);
  });

  const printable = Array.from({ length: 0x7f - 0x20 }, (_, at) => String.fromCharCode(0x20 + at));
  const parts = [...printable, ...printable, ...'aeiouchdzljnsxtyw'.split(''), 'ch', 'aa', 'dz', 'lj', '0', '00', '10', '9', '123', ' ', ' - ', 'The ', 'note ', 'Note '];
  // Digits of other scripts stand apart: directly behind those of ASCII, ICU's own order of three names may go in a circle.
  const other = ['é', 'Ä', 'ß', 'ж', 'Ё', '가', '격리', '中', 'I\u0307', '\u0301', '😀', '\t', 'ﬁ', ' １ ', ' ٣ '];

  for (const locale of ['en', 'ko', 'ru', 'de', 'fr', 'es', 'cs', 'da', 'hu', 'hr', 'sv', 'lt', 'et', 'th', 'ja', 'zh', 'tr', 'cy', 'uz', 'it', 'pt', 'nl', 'uk', 'pl']) {
    it(`in ${locale} is the collator's, for any list`, () => {
      const { below, pick } = seeded(23);
      const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
      for (const oddities of [0, 0.02, 0.5]) {
        for (let round = 0; round < 4; round += 1) {
          const name = () => Array.from({ length: below(9) }, () => (below(1000) < oddities * 1000 ? pick(other) : pick(parts))).join('');
          const names = Array.from({ length: 700 }, name);
          const expected = [...names].sort((one, two) => collator.compare(one, two) || (one < two ? -1 : 1));
          assert.deepEqual(sorted(names, locale), expected);
        }
      }
    });
  }

  it('does not ask the collator for plain names, which would take twice as long', () => {
    const order = new NameOrder('en');
    order.compare = () => assert.fail('asked');
    const names = Array.from({ length: 300 }, (_, n) => `Note ${(n * 7) % 300}: (what?)`);
    assert.equal(order.sorted(names, (name) => name)[299], 'Note 299: (what?)');
  });

  it('is the same for long names and numbers', () => {
    const names = Array.from({ length: 300 }, (_, n) => `${'1a'.repeat(n % 120)}${n % 3 === 0 ? '9'.repeat(n % 90) : n}`);
    const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
    assert.deepEqual(sorted(names, 'en'), [...names].sort(collator.compare));
  });
});
