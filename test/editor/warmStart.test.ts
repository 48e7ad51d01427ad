import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { createLibrary } from '../../src/editor/library/createLibrary';
import { registerCardMoves } from '../../src/editor/library/cardMoves';
import type { Library } from '../../src/editor/library/library';
import { nodeNoteCache } from '../../src/editor/library/node/noteCache';
import { nodeNoteFiles } from '../../src/editor/library/node/noteFiles';
import { nodeReviewFiles } from '../../src/editor/library/node/reviewFiles';
import type { NoteCache } from '../../src/editor/library/noteCache';
import type { NoteFiles } from '../../src/editor/library/noteFiles';
import { createReviews, type Reviews } from '../../src/editor/library/reviews';
import { everyField } from '../unit/notes/everyField';
import { inProject, interviewStudy, writeNote } from './studying';

/** A library as another window would have it: what was kept by one is there for the next. */
describe('a window that opens again', () => {
  const place = mkdtempSync(join(tmpdir(), 'interview-study-warm-'));
  const folder = inProject('warm');
  let extensionUri: vscode.Uri;
  const open: vscode.Disposable[] = [];

  before(async () => {
    await interviewStudy();
    extensionUri = vscode.extensions.getExtension('interview-study.interview-study')?.extensionUri ?? folder;
    await write('deeper/gil.md', 'Global lock', '## Why is there a lock?', 'Because counts would be wrong.');
    await write('tasks.md', 'Tasks', '## What does gather return?', 'A list of results in the order of the awaitables, whatever order they finish in.');
    await write('old.md', 'Old', '## What was?', 'This.');
    await vscode.workspace.getConfiguration('interviewStudy').update('noteFolders', [{ path: 'warm', name: 'warm', headings: true }], vscode.ConfigurationTarget.Workspace);
  });

  afterEach(() => {
    for (const disposable of open.splice(0)) disposable.dispose();
  });

  after(async () => {
    await vscode.workspace.getConfiguration('interviewStudy').update('noteFolders', undefined, vscode.ConfigurationTarget.Workspace);
    await vscode.workspace.fs.delete(folder, { recursive: true });
    rmSync(place, { recursive: true, force: true });
  });

  function write(path: string, title: string, ...body: readonly string[]): Promise<void> {
    return writeNote(vscode.Uri.joinPath(folder, path), `---\ntitle: ${title}\ntopic: warm\n---\n${body.join('\n\n')}\n`);
  }

  function newLibrary(cache?: NoteCache, files: NoteFiles = nodeNoteFiles): Library {
    const library = createLibrary(extensionUri, files, cache);
    open.push(library);
    return library;
  }

  /** Notes of all sources, in every field. */
  function saidBy(library: Library): readonly unknown[] {
    return [...library.index.notes()].sort((a, b) => (a.id < b.id ? -1 : 1)).map((note) => [library.uriOf(note).toString(), everyField(note)]);
  }

  /** Opens a window until it has kept all it knows: the starter notes, the folder's, and the workspace's. */
  async function keptIn(name: string): Promise<void> {
    const cache = nodeNoteCache(join(place, name), () => 'test');
    const roots = new Set<string>();
    await new Promise<void>((resolve) =>
      newLibrary({
        load: (...all) => cache.load(...all),
        async save(...all) {
          await cache.save(...all);
          if (roots.add(all[0].root).size === 3) resolve();
        },
      }),
    );
    for (const disposable of open.splice(0)) disposable.dispose();
  }

  /** Files that answer only once the gate is opened. */
  function closedFiles(): { readonly files: NoteFiles; readonly openGate: () => void } {
    let openGate: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (openGate = resolve));
    return {
      openGate,
      files: {
        list: async (...all) => gate.then(() => nodeNoteFiles.list(...all)),
        readEach: async (...all) => gate.then(() => nodeNoteFiles.readEach(...all)),
      },
    };
  }

  function once(library: Library, holds: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => (holds() ? resolve() : undefined);
      open.push(library.onDidChange(look));
      look();
    });
  }

  it('knows every note before it has read a file', async () => {
    await keptIn('same');
    const cold = newLibrary();
    await cold.ready;
    const { files } = closedFiles();
    const warm = newLibrary(nodeNoteCache(join(place, 'same'), () => 'test'), files);
    await warm.ready;
    assert.ok(warm.index.size > 100);
    assert.deepEqual(saidBy(warm), saidBy(cold));
    assert.deepEqual(warm.index.topics().topics.map(({ path }) => path), cold.index.topics().topics.map(({ path }) => path));
  });

  it('waits for the files where another version of the extension kept the notes', async () => {
    const { files, openGate } = closedFiles();
    const warm = newLibrary(nodeNoteCache(join(place, 'same'), () => 'another'), files);
    assert.equal(await Promise.race([warm.ready.then(() => 'ready'), vscode.workspace.fs.stat(folder).then(() => 'still reading')]), 'still reading');
    openGate();
    await warm.ready;
    assert.ok(warm.index.note('warm:tasks'));
  });

  it('shows what changed meanwhile once it has compared the files', async () => {
    await keptIn('changed');
    await write('deeper/gil.md', 'Global interpreter lock', '## Why is there a lock?', 'Because reference counts would be wrong.');
    await write('new.md', 'New', '## What is?', 'That.');
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, 'old.md'));
    const { files, openGate } = closedFiles();
    const warm = newLibrary(nodeNoteCache(join(place, 'changed'), () => 'test'), files);
    await warm.ready;
    const titles = () => ['warm:deeper/gil', 'warm:new', 'warm:old'].map((id) => warm.index.note(id)?.title);
    assert.deepEqual(titles(), ['Global lock', undefined, 'Old']);
    openGate();
    await once(warm, () => warm.index.note('warm:new') !== undefined);
    assert.deepEqual(titles(), ['Global interpreter lock', 'New', undefined]);
    const cold = newLibrary();
    await cold.ready;
    assert.deepEqual(saidBy(warm), saidBy(cold));
  });

  describe('keeps the history', () => {
    let reviews: Reviews;

    async function studied(card: string): Promise<void> {
      const library = newLibrary();
      await library.ready;
      assert.ok(library.index.card(card), card);
      reviews = createReviews({ files: nodeReviewFiles(mkdtempSync(join(place, 'reviews-'))), now: () => Date.now() });
      await reviews.ready;
      await reviews.grade({ card, rating: 3 });
    }

    /** A window that follows cards; resolves once this one has a history. */
    async function opened(name: string, card: string): Promise<void> {
      const library = newLibrary(nodeNoteCache(join(place, name), () => 'test'));
      open.push(registerCardMoves(library, reviews));
      await new Promise<void>((resolve) => {
        const look = () => (reviews.stateOf(card) ? resolve() : undefined);
        open.push(reviews.onDidChange(look));
        look();
      });
      assert.equal(reviews.stateOf(card)?.reps, 1);
    }

    it('of a question whose spelling was put right', async () => {
      await write('spelling.md', 'Spelling', '## Why does the intrepreter lock?', 'For its counts.');
      await studied('warm:spelling#why-does-the-intrepreter-lock');
      await keptIn('spelling');
      await write('spelling.md', 'Spelling', '## Why does the interpreter lock?', 'For its reference counts, which two threads must not change at once.');
      await opened('spelling', 'warm:spelling#why-does-the-interpreter-lock');
    });

    it('of a note that was renamed', async () => {
      await studied('warm:tasks#what-does-gather-return');
      await keptIn('renamed');
      await vscode.workspace.fs.rename(vscode.Uri.joinPath(folder, 'tasks.md'), vscode.Uri.joinPath(folder, 'asyncio', 'gather.md'));
      await opened('renamed', 'warm:asyncio/gather#what-does-gather-return');
    });

    it('of a question that was moved to another note', async () => {
      await write('from.md', 'From', '## First?', 'One.', '## Which lock does a coroutine take when it awaits?', 'None at all: it gives the loop its turn and goes on when it is told to.');
      await write('to.md', 'To', '## Second?', 'Two.');
      await studied('warm:from#which-lock-does-a-coroutine-take-when-it-awaits');
      await keptIn('moved');
      await write('from.md', 'From', '## First?', 'One.');
      await write('to.md', 'To', '## Second?', 'Two.', '## Which lock does a coroutine take when it awaits?', 'None at all: it gives the loop its turn and goes on when it is told to.');
      await opened('moved', 'warm:to#which-lock-does-a-coroutine-take-when-it-awaits');
    });
  });
});
