import assert from 'node:assert/strict';
import { readFromPage, readToPage } from '../../../src/webview/interview/protocol';

describe('Messages of the interview page', () => {
  const good: readonly unknown[] = [
    { type: 'ready' },
    { type: 'ready', kept: { interview: 'i', turn: 0, revision: 3, text: 'a' } },
    { type: 'typed', interview: 'i', turn: -1, revision: 0, text: '' },
    { type: 'press', interview: 'i', turn: 2, key: 'done' },
    { type: 'point', interview: 'i', turn: 2, point: 0, on: true },
    { type: 'openLink', href: 'https://example.org' },
  ];
  for (const message of good) it(`takes ${JSON.stringify(message)}`, () => { assert.deepEqual(readFromPage(message), message); });

  const bad: readonly (readonly [string, unknown])[] = [
    ['nothing', undefined],
    ['an unknown type', { type: 'run' }],
    ['an unknown key', { type: 'press', interview: 'i', turn: 0, key: 'delete' }],
    ['a command link', { type: 'openLink', href: 'command:workbench.action.quit' }],
    ['a fraction', { type: 'point', interview: 'i', turn: 0.5, point: 0, on: true }],
    ['an endless text', { type: 'typed', interview: 'i', turn: 0, revision: 1, text: 'a'.repeat(20_001) }],
    ['more than was agreed', { type: 'ready', extra: 1 }],
    ['an endless id', { type: 'press', interview: 'i'.repeat(200), turn: 0, key: 'done' }],
  ];
  for (const [name, message] of bad) it(`refuses ${name}`, () => { assert.equal(readFromPage(message), undefined); });

  it('are checked in the page, too', () => {
    assert.equal(readToPage({ type: 'show', interview: '', title: 't', view: { screen: 'gone', text: 'x' }, words: {} }), undefined);
    assert.deepEqual(readToPage({ type: 'saved', saved: false }), { type: 'saved', saved: false });
  });
});
