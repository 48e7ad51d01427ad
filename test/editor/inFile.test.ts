import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { fileNotesOf } from '../../src/editor/inFile/fileNotes';
import { placesOfNote } from '../../src/editor/inFile/findInWorkspace';
import { workspaceNotes } from '../../src/editor/inFile/studyWorkspace';
import { cardState } from '../../src/editor/python/cardState';
import { PythonDocuments } from '../../src/editor/python/pythonDocuments';
import { nodeNoteFiles } from '../../src/editor/library/node/noteFiles';
import { workspaceNoteFiles } from '../../src/editor/library/workspaceNoteFiles';
import type { InterviewStudy } from '../../src/extension';
import { interviewStudy, inProject, onceInLibrary, writeNote } from './studying';

let study: InterviewStudy;
const python = new PythonDocuments();
const silent: vscode.Progress<{ message?: string; increment?: number }> = { report: () => undefined };
const never = new vscode.CancellationTokenSource().token;
const encoder = new TextEncoder();

const tools = () => ({ library: study.library, reviews: study.reviews, python, stateOf: cardState(study.reviews) });

async function pythonText(content: string): Promise<vscode.TextDocument> {
  return await vscode.workspace.openTextDocument({ language: 'python', content });
}

/** Writes a note, waits until the index knows it, and takes it away again. */
async function withNote(text: string, work: (uri: vscode.Uri) => Promise<void>): Promise<void> {
  const uri = inProject('in-file-test', 'okapi.md');
  await writeNote(uri, text);
  try {
    await onceInLibrary(study, () => study.library.noteAt(uri) !== undefined);
    await work(uri);
  } finally {
    await vscode.workspace.fs.delete(uri);
    await onceInLibrary(study, () => study.library.noteAt(uri) === undefined);
  }
}

const okapi = '---\ntitle: Okapi\ntopic: test\nhover: [okapi, okapi.feed, "okapi.feed(leaves=)"]\n---\n# Okapi\n\n## What does it eat? <!-- ^okapi-eats -->\n\nLeaves.\n';

/** The text behind each place of a file of the project. */
async function words(places: readonly vscode.Location[] | undefined): Promise<readonly string[]> {
  return await Promise.all(
    (places ?? []).map(async ({ uri, range }) => {
      const document = await vscode.workspace.openTextDocument(uri);
      return `${vscode.workspace.asRelativePath(uri)}:${range.start.line + 1} ${document.getText(range)}`;
    }),
  );
}

describe('In this file', () => {
  before(async () => {
    study = await interviewStudy();
  });
  after(() => python.dispose());

  it('are the notes behind the names of the file, with every place', () =>
    withNote(okapi, async (uri) => {
      const file = await fileNotesOf(await pythonText('import okapi as o\no.feed(leaves=3)\no.feed()\n# okapi\nokapi = 1\n'), tools(), never);
      const used = file?.notes.find(({ note }) => note === study.library.noteAt(uri));
      assert.deepEqual(
        used?.names.map(({ name, places }) => `${name} ${places.map(({ start }) => start).join(' ')}`),
        ['okapi 7 16 18 35', 'okapi.feed 20 37', 'okapi.feed(leaves=) 25'],
      );
    }));

  it('stop being looked up when nobody wants them any more', async () => {
    const cancelled = new vscode.CancellationTokenSource();
    cancelled.cancel();
    assert.equal(await fileNotesOf(await pythonText('import asyncio\n'), tools(), cancelled.token), undefined);
  });

  it('come from a file of 50,000 lines as well', async () => {
    const file = await fileNotesOf(await pythonText(`import asyncio\n${'def f(x):\n    return [y for y in x if y]\n'.repeat(25_000)}asyncio.gather()\n`), tools(), never);
    assert.ok(file?.notes.some(({ names }) => names.some(({ name }) => name === 'asyncio.gather')));
  });
});

describe('The whole workspace', () => {
  before(async () => {
    study = await interviewStudy();
  });

  for (const [way, files] of [['files of this machine', nodeNoteFiles], ['any file system', workspaceNoteFiles]] as const) {
    it(`has notes behind what it imports: ${way}`, async () => {
      const notes = await workspaceNotes(tools(), files, silent, never);
      const ids = notes?.map(({ note }) => note.id) ?? [];
      assert.ok(ids.includes('pack:fastapi/basics') && ids.includes('pack:databases/sqlalchemy-session'), ids.join(' '));
      assert.ok(!ids.includes('pack:python/keywords') && !ids.includes('pack:frameworks/flask'), ids.join(' '));
      const [first] = notes ?? [];
      assert.ok(first && first.files > 1 && first.uses > first.files);
    });
  }

  it('is not studied where that was cancelled', async () => {
    const cancelled = new vscode.CancellationTokenSource();
    cancelled.cancel();
    assert.equal(await workspaceNotes(tools(), nodeNoteFiles, silent, cancelled.token), undefined);
  });

  it('shows where it uses the names of a note, installed packages left out', () =>
    withNote(okapi, async (uri) => {
      const [own, other] = [inProject('in-file-test', 'zoo.py'), inProject('.venv', 'lib', 'okapi', 'zoo.py')];
      for (const file of [own, other]) await vscode.workspace.fs.writeFile(file, encoder.encode('"""😀 okapi"""\r\nfrom okapi import feed as give\r\nx = give(leaves=2)\r\n'));
      const note = study.library.noteAt(uri);
      assert.ok(note);
      assert.deepEqual(await words(await placesOfNote(note, nodeNoteFiles, silent, never)), [
        'in-file-test/zoo.py:2 okapi',
        'in-file-test/zoo.py:2 feed',
        'in-file-test/zoo.py:2 give',
        'in-file-test/zoo.py:3 give',
        'in-file-test/zoo.py:3 leaves',
      ]);
      for (const file of [own, other]) await vscode.workspace.fs.delete(file);
    }));
});

describe('CodeLens on imports', () => {
  const setting = () => vscode.workspace.getConfiguration('interviewStudy.codeLens');
  const titles = async (document: vscode.TextDocument) => {
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
    return lenses.map(({ command, range }) => `${range.start.line + 1} ${command?.title ?? ''}`);
  };

  it('is off unless it is switched on, and counts the notes behind what is used of an import', () =>
    withNote(okapi, async () => {
      const document = await pythonText('import okapi\nimport nothing_known\n\nokapi.feed()\n');
      assert.deepEqual(await titles(document), []);
      await setting().update('imports', true, vscode.ConfigurationTarget.Global);
      assert.deepEqual(await titles(document), ['1 1 note']);
      await setting().update('imports', undefined, vscode.ConfigurationTarget.Global);
    }));
});

describe('The symbol under the cursor', () => {
  it('opens its note', () =>
    withNote(okapi, async () => {
      const zoo = inProject('in-file-test', 'keeper.py');
      await vscode.workspace.fs.writeFile(zoo, encoder.encode('import okapi\nokapi.feed()\n'));
      const editor = await vscode.window.showTextDocument(zoo);
      editor.selection = new vscode.Selection(1, 3, 1, 3);
      await vscode.commands.executeCommand('interviewStudy.openNoteForSymbol');
      const { activeTab, tabs } = vscode.window.tabGroups.activeTabGroup;
      assert.match(activeTab?.label ?? '', /okapi\.md$/);
      await vscode.window.tabGroups.close(tabs.filter((tab) => tab === activeTab || tab.label === 'keeper.py'));
      await vscode.workspace.fs.delete(zoo);
    }));
});
