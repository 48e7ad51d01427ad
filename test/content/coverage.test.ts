import assert from 'node:assert/strict';
import { rowsOf } from '../../src/core/comparison/comparison';
import { readComparison } from '../../src/core/comparison/readComparison';
import { readNeeds } from '../../src/core/comparison/needs';
import { readFrontMatter } from '../../src/core/notes/frontMatter';
import { none, packNote, table } from './pack';

/** Items of the source documents, and the faults found in them: counted when the documents were taken apart. */
const itemCount = 357;
const correctionCount = 99;
const identifierCount = 463;

/** Corrections for which the fact check had found no source, or none of an author of the thing itself. */
const unsourced = [
  ...['FC-03', 'FC-04', 'FC-05', 'FC-10', 'FC-11', 'FC-12', 'FC-14', 'FC-16', 'FC-17', 'FC-18', 'FC-20', 'FC-30', 'FC-36', 'FC-40', 'FC-41', 'FC-43'],
  ...['FC-44', 'FC-45', 'FC-46', 'FC-47', 'FC-56', 'FC-57', 'FC-58', 'FC-61', 'FC-63', 'FC-66', 'FC-67', 'FC-68', 'FC-70', 'FC-71', 'FC-72', 'FC-73'],
  ...['FC-76', 'FC-77', 'FC-78', 'FC-79', 'FC-83', 'FC-85', 'FC-86', 'FC-87', 'FC-88', 'FC-90', 'FC-93', 'FC-94', 'FC-96', 'FC-97', 'FC-98', 'FC-99'],
];

describe('what the source documents hold', () => {
  it('is in the pack, item by item', () => {
    const rows = table<{ id: string; target: string }>('coverage.csv');
    assert.equal(new Set(rows.map(({ id }) => id)).size, itemCount);
    none(rows.flatMap(({ id, target }) => (exists(target) ? [] : [`${id}: ${target}`])));
  });

  it('is corrected where it was wrong', () => {
    const rows = table<{ id: string; note: string; heading: string; phrase: string }>('corrections.csv');
    assert.equal(new Set(rows.map(({ id }) => id)).size, correctionCount);
    none(rows.flatMap(({ id, note, heading, phrase }) => (sectionOf(note, heading)?.includes(phrase) ? [] : [`${id}: "${phrase}" does not stand in ${note} under ${heading}`])));
  });

  it('rests on a source that the note itself names, wherever the fact check had none', () => {
    const corrected = new Set(table<{ id: string; note: string; heading: string }>('corrections.csv').map(({ id, note, heading }) => `${id} ${note}#${heading}`));
    const rows = table<{ id: string; fact: string; source: string; says: string; place: string }>('confirmations.csv');
    none(unsourced.filter((id) => !rows.some((row) => row.id === id)));
    none(
      rows.flatMap(({ id, fact, source, says, place }) => {
        const note = place.split('#')[0] ?? '';
        const faults = [
          (!fact || !says) && 'does not say what was confirmed, or how',
          !/^https:\/\/\S+$/.test(source) && `has no source: ${source}`,
          !corrected.has(`${id} ${place}`) && `is not the correction in ${place}`,
          !names(packNote(note)?.text ?? '', source) && `is confirmed by ${source}, which ${note} does not name`,
        ].filter(Boolean);
        return faults.map((fault) => `${id} ${String(fault)}`);
      }),
    );
  });

  it('leads from every name in its code to the note that explains it', () => {
    const rows = table<{ identifier: string; form: string; note: string }>('hoverNames.csv');
    assert.equal(new Set(rows.map(({ identifier }) => identifier)).size, identifierCount);
    none(rows.flatMap(({ identifier, form, note }) => (packNote(note)?.note.hover.includes(form) ? [] : [`${identifier}: ${form} is no hover name of ${note}`])));
  });
});

/** A target is `note#^card`, `note#heading-slug`, `note#row=…&thing=…` or `note#need=…`. */
function exists(target: string): boolean {
  const [path = '', place = ''] = target.split(/#(.*)/s);
  const found = packNote(path);
  if (!found) return false;
  if (place.startsWith('^')) return found.note.cards.some(({ anchor }) => anchor === place.slice(1));
  if (place.startsWith('need=')) return needIds(found.text, found.note.bodyStart).includes(place.slice('need='.length));
  if (place.startsWith('row=')) return hasCell(found.text, found.note.bodyStart, place);
  return found.note.headings.some(({ slug }) => slug === place);
}

/** A whole address, not the beginning of a longer one. */
function names(text: string, address: string): boolean {
  return text.split(/[\s<>()"]+/).includes(address);
}

function needIds(text: string, bodyStart: number): readonly string[] {
  const rowNames = readComparison(text, bodyStart).grids.flatMap(rowsOf).map(({ name }) => name);
  return readNeeds(readFrontMatter(text).data['needs'], rowNames).needs.map(({ id }) => id);
}

function hasCell(text: string, bodyStart: number, place: string): boolean {
  const [, row, thing] = /^row=(.*)&thing=(.*)$/.exec(place) ?? [];
  return readComparison(text, bodyStart).grids.some((grid) => grid.things.includes(thing ?? '') && rowsOf(grid).some(({ name }) => name === row));
}

/** The text below a heading, up to the next heading of its level or above. */
function sectionOf(path: string, heading: string): string | undefined {
  const found = packNote(path);
  const at = found?.note.headings.findIndex(({ text }) => text === heading) ?? -1;
  const start = found?.note.headings[at];
  if (!found || !start) return undefined;
  const end = found.note.headings.slice(at + 1).find(({ level }) => level <= start.level);
  return found.text.slice(start.range.start, end?.range.start);
}
