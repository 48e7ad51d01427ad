import assert from 'node:assert/strict';
import { none, pack } from './pack';

/** Of Python 3.14, as `keyword.kwlist` and `keyword.softkwlist` list them. */
const keywords = `False None True and as assert async await break class continue def del elif else except finally for from global if import in is
  lambda nonlocal not or pass raise return try while with yield _ case match type`.split(/\s+/);

describe('hover names of the starter pack', () => {
  const holders = new Map<string, string[]>();
  for (const { path, note } of pack) for (const name of note.hover) holders.set(name, [...(holders.get(name) ?? []), path]);

  it('hold every keyword of Python', () => {
    none(keywords.filter((keyword) => !holders.has(keyword)));
  });

  it('are written as a note writes them', () => {
    const form = /^(@?[A-Za-z_]\w*(\.[A-Za-z_]\w*)*(\([A-Za-z_]\w*=\))?|\.[A-Za-z_]\w*(\([A-Za-z_]\w*=\))?)$/;
    none([...holders.keys()].filter((name) => !form.test(name)));
  });

  it('lead to one note each, the one that explains them best', () => {
    none([...holders].filter(([, paths]) => paths.length > 1).map(([name, paths]) => `${name}: ${paths.join(', ')}`));
    assert.ok(holders.size > 300, `${holders.size} names`);
  });
});
