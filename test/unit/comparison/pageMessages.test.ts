import assert from 'node:assert/strict';
import fc from 'fast-check';
import { effectOf } from '../../../src/editor/comparison/effectOf';
import { readPageMessage } from '../../../src/editor/comparison/readPageMessage';
import { pageComparison, readShown } from '../../../src/editor/comparison/shownComparison';
import { readMessage } from '../../../src/webview/comparison/readMessage';
import { pageStringKeys } from '../../../src/webview/comparison/protocol';

const shown = readShown('---\nkind: comparison\nneeds: x\n---\n## G\n\nSee [intro](intro.md).\n\n| | A | B |\n|-|-|-|\n| [Speed](speed.md) | 3 ms[^s] | 4 ms |\n| Short | yes [x](command:evil) |\n\n[^s]: https://source.example');
const cell = (row: number, thing: number) => ({ of: 'cell', grid: 0, row, thing });
const effect = (value: unknown, version = 1) => {
  const message = readPageMessage(value);
  return message === undefined ? 'refused' : effectOf(message, shown, version);
};

describe('A message from the page', () => {
  it('opens only links that stand in the named cell', () => {
    assert.deepEqual(effect({ type: 'open-link', version: 1, place: cell(0, 0), link: 0 }), { kind: 'open-web', address: 'https://source.example' });
    assert.deepEqual(effect({ type: 'open-link', version: 1, place: cell(0, -1), link: 0 }), { kind: 'open-linked-note', target: 'speed.md' });
    assert.deepEqual(effect({ type: 'open-link', version: 1, place: { of: 'intro', grid: 0, group: 0 }, link: 0 }), { kind: 'open-linked-note', target: 'intro.md' });
    for (const [place, link] of [[cell(0, 0), 1], [cell(1, 0), 0], [cell(0, 1), 0], [cell(9, 0), 0], [cell(0, 9), 0]]) assert.equal(effect({ type: 'open-link', version: 1, place, link }), undefined);
  });
  it('finds the text of a cell and of a problem', () => {
    const found = effect({ type: 'open-source', version: 1, place: cell(0, 1) });
    assert.ok(typeof found === 'object' && found.kind === 'reveal');
    assert.equal(shown.text.slice(found.range.start, found.range.end), '4 ms');
    const problem = effect({ type: 'open-problem', version: 1, problem: 0 });
    assert.ok(typeof problem === 'object' && problem.kind === 'reveal');
    assert.match(shown.text.slice(problem.range.start, problem.range.end), /^needs/);
  });
  it('edits no cell that is not there, and none of a text that was replaced', () => {
    assert.deepEqual(effect({ type: 'edit', version: 1, place: cell(0, 1), text: '5 ms' }), { kind: 'edit', place: cell(0, 1), text: '5 ms' });
    assert.deepEqual(effect({ type: 'edit', version: 0, place: cell(0, 1), text: '5 ms' }), { kind: 'outdated-edit' });
    for (const place of [cell(1, 1), cell(0, -1), cell(7, 0)]) assert.equal(effect({ type: 'edit', version: 1, place, text: 'x' }), undefined);
    assert.equal(effect({ type: 'edit', version: 1, place: cell(0, 1), text: 'x'.repeat(10_001) }), 'refused');
  });
  it('of another version has no effect', () => {
    assert.equal(effect({ type: 'copy', version: 2, format: 'csv', grid: 0, rows: [0], things: [0] }), undefined);
  });
  it('saves a picture of numbers only', () => {
    const picture = effect({ type: 'save-picture', version: 1, grid: 0, row: 0, things: [0, 1] });
    assert.ok(typeof picture === 'object' && picture.kind === 'save-picture' && picture.svg.startsWith('<svg'));
    assert.equal(effect({ type: 'save-picture', version: 1, grid: 0, row: 1, things: [0, 1] }), undefined);
  });

  it('cannot throw or reach beyond its kinds, for 10,000 made-up messages', () => {
    const kinds = new Set(['open-note', 'reveal', 'open-web', 'open-linked-note', 'copy', 'save-picture', 'edit', 'outdated-edit']);
    const odd = fc.oneof(fc.integer({ min: -3, max: 4 }), fc.constantFrom(Number.NaN, Infinity, 1e300, 0.5, '', '0', 'command:x', 'https://evil.example', '__proto__', null, undefined, true, [], {}), fc.string(), fc.array(fc.integer({ min: -1, max: 3 })), fc.anything());
    const place = fc.oneof(odd, fc.record({ of: fc.oneof(fc.constantFrom('cell', 'intro'), odd), grid: odd, row: odd, thing: odd, group: odd }, { requiredKeys: [] }));
    const type = fc.oneof(fc.constantFrom('ready', 'open-note', 'open-source', 'open-problem', 'open-link', 'copy', 'save-picture', 'edit', 'eval', 'command', 'constructor'), odd);
    const message = fc.record({ type, version: fc.oneof(fc.constant(1), odd), place, link: odd, problem: odd, format: fc.oneof(fc.constantFrom('csv', 'markdown'), odd), grid: odd, row: odd, rows: odd, things: odd, text: odd, command: odd, url: odd }, { requiredKeys: [] });
    let effects = 0;
    fc.assert(
      fc.property(fc.oneof({ weight: 19, arbitrary: message }, { weight: 1, arbitrary: fc.anything() }), (value) => {
        const found = effect(value);
        if (typeof found !== 'object') return;
        effects += 1;
        assert.ok(kinds.has(found.kind));
        if (found.kind === 'open-web') assert.equal(found.address, 'https://source.example');
        if (found.kind === 'open-linked-note') assert.ok(['speed.md', 'intro.md'].includes(found.target));
        if (found.kind === 'reveal') assert.ok(found.range.end <= shown.text.length);
      }),
      { numRuns: 10_000, seed: 7 },
    );
    assert.ok(effects > 100, `only ${String(effects)} messages had an effect`);
  });
});

describe('A message to the page', () => {
  const comparison = pageComparison(shown, { version: 1, noteId: 'pack:a', title: 'A', language: 'en', editable: true, staleBefore: 2023 });
  const strings = Object.fromEntries(pageStringKeys.map((key) => [key, key]));

  it('arrives as it was sent, after the way a message takes', () => {
    const message = { type: 'show', strings, comparison };
    assert.deepEqual(readMessage(JSON.parse(JSON.stringify(message))), message);
    assert.deepEqual(readMessage({ ...message, only: ['A'] }), { ...message, only: ['A'] });
  });
  it('is refused where anything in it has another shape', () => {
    const faulty: unknown[] = [
      undefined, null, 1, [], {}, { type: 'show' }, { type: 'run' }, { type: 'choose', things: [1] }, { type: 'gone' },
      { type: 'show', strings: {}, comparison }, { type: 'show', strings, comparison: { ...comparison, grids: [{ things: [], groups: [{ title: 'x', intro: '', rows: [{ title: 'x', cells: [1] }] }] }] } },
      { type: 'show', strings, comparison: { ...comparison, needs: [{}] } }, { type: 'show', strings, comparison: { ...comparison, version: Number.NaN } }, { type: 'show', strings, comparison: { ...comparison, footnotes: ['x'] } },
    ];
    for (const value of faulty) assert.equal(readMessage(value), undefined, JSON.stringify(value));
  });
});
