import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { NoteSearch } from '../../src/core/search/noteSearch';
import type { InterviewStudy } from '../../src/extension';
import { interviewStudy } from './studying';

describe('Search notes', () => {
  let study: InterviewStudy;
  let search: NoteSearch;

  before(async () => {
    study = await interviewStudy();
    search = new NoteSearch();
    search.useNotes(study.library.index.notes());
    while (search.readSome(50));
  });

  const table: readonly (readonly [string, string])[] = [
    ['gil', 'pack:python/gil'],
    ['why does cpython have a gil', 'pack:python/gil'],
    ['letters exactly', 'my-notes:outbox'],
    ['격리 수준', 'my-notes:transaction-isolation'],
    ['팬텀 리드', 'my-notes:transaction-isolation'],
  ];
  for (const [query, id] of table) it(`finds ${id} by "${query}" first`, () => assert.equal(search.find(query, 20)[0]?.note.id, id));

  it('has a command that opens at once and takes a query', async () => {
    await vscode.commands.executeCommand('interviewStudy.searchNotes', 'gil');
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
  });
});
