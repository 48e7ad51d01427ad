import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { frontMatterKeys } from '../../src/editor/authoring/frontMatterKeys';
import type { InterviewStudy } from '../../src/extension';
import { inProject, interviewStudy, onceInLibrary, writeNote } from './studying';

describe('Writing notes', () => {
  let study: InterviewStudy;
  const written: vscode.Uri[] = [];

  before(async () => {
    study = await interviewStudy();
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const uri of written.splice(0)) await vscode.workspace.fs.delete(uri).then(undefined, () => undefined);
  });

  /** A note in the project, open, with the cursor where `|` stands. */
  async function opened(name: string, marked: string): Promise<{ readonly document: vscode.TextDocument; readonly position: vscode.Position; readonly editor: vscode.TextEditor }> {
    const offset = Math.max(0, marked.indexOf('|'));
    const uri = inProject('study', name);
    written.push(uri);
    await writeNote(uri, marked.replace('|', ''));
    await onceInLibrary(study, () => study.library.noteAt(uri) !== undefined);
    const document = await vscode.workspace.openTextDocument(uri);
    const editor = await vscode.window.showTextDocument(document);
    return { document, position: document.positionAt(offset), editor };
  }

  async function completions(name: string, marked: string): Promise<readonly vscode.CompletionItem[]> {
    const { document, position } = await opened(name, marked);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, position);
    return list.items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text && kind !== vscode.CompletionItemKind.Snippet);
  }
  const labels = (items: readonly vscode.CompletionItem[]) => items.map(({ label }) => (typeof label === 'string' ? label : label.label));

  describe('completes', () => {
    it('keys that are not there yet', async () => {
      const found = labels(await completions('keys.md', '---\ntopic: mine\nle|\n---\n# Keys\n'));
      assert.ok(found.includes('level') && found.includes('tags'), found.join(' '));
      assert.ok(!found.includes('topic'));
    });

    it('levels, without the one that is given', async () => {
      assert.deepEqual(labels(await completions('levels.md', '---\ntopic: mine\nlevel: [junior, |]\n---\n')), ['middle', 'senior']);
    });

    it('topics and tags that exist', async () => {
      assert.ok(labels(await completions('topics.md', '---\ntopic: |\n---\n')).includes('my shop/queues'));
      assert.ok(labels(await completions('tags.md', '---\ntopic: mine\ntags: [|]\n---\n')).includes('celery'));
    });

    it('Python names that notes explain', async () => {
      const found = await completions('names.md', '---\ntopic: mine\nhover: [|]\n---\n');
      assert.ok(labels(found).includes('asyncio.gather'), labels(found).slice(0, 20).join(' '));
    });

    it('values with quotes only where YAML needs them', async () => {
      const found = await completions('quotes.md', '---\ntopic: mine\nhover: [|]\n---\n');
      const decorator = found.find(({ label }) => (typeof label === 'string' ? label : label.label).startsWith('@'));
      if (decorator) assert.match(String(decorator.insertText), /^"@/);
    });

    it('nothing in the text below', async () => {
      const found = labels(await completions('body.md', '---\ntopic: mine\n---\nle|\n'));
      assert.ok(!found.includes('level'));
    });

    it('notes in wiki links, by title and alias', async () => {
      const found = await completions('wiki.md', '---\ntopic: mine\n---\n# Links\n\nSee [[GIL|\n');
      const item = found.find(({ label }) => (typeof label === 'string' ? label : label.label) === 'Global interpreter lock');
      assert.equal(item?.insertText, 'Global interpreter lock');
    });

    it('notes in Markdown links, as relative paths', async () => {
      const found = await completions('path.md', '---\ntopic: mine\n---\n# Links\n\nSee [letters](let|\n');
      const item = found.find(({ label }) => (typeof label === 'string' ? label : label.label) === 'How our shop sends letters exactly once');
      assert.equal(item?.insertText, 'outbox.md');
    });

    it('ids of cards behind #', async () => {
      const found = labels(await completions('ids.md', '---\ntopic: mine\n---\n# Links\n\nSee [late](outbox.md#^|\n'));
      assert.ok(found.includes('^why-late'), found.join(' '));
    });
  });

  it('explains a key under the pointer', async () => {
    const { document, position } = await opened('hover.md', '---\ntopic: mine\nveri|fied: 2026-11-20\n---\n');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
    assert.match(hovers.flatMap(({ contents }) => contents).map((part) => (typeof part === 'string' ? part : part.value)).join(), /stale/);
  });

  /** The problem with this code in the open note, once it is there. */
  async function problem(uri: vscode.Uri, code: string): Promise<vscode.Diagnostic> {
    for (;;) {
      const found = vscode.languages.getDiagnostics(uri).find((diagnostic) => diagnostic.code === code);
      if (found) return found;
      await new Promise<void>((resolve) => {
        const subscription = vscode.languages.onDidChangeDiagnostics(() => {
          subscription.dispose();
          resolve();
        });
      });
    }
  }

  async function noProblem(uri: vscode.Uri, code: string): Promise<void> {
    while (vscode.languages.getDiagnostics(uri).some((diagnostic) => diagnostic.code === code)) {
      await new Promise<void>((resolve) => {
        const subscription = vscode.languages.onDidChangeDiagnostics(() => {
          subscription.dispose();
          resolve();
        });
      });
    }
  }

  async function fixes(document: vscode.TextDocument, diagnostic: vscode.Diagnostic): Promise<readonly vscode.CodeAction[]> {
    return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, diagnostic.range, vscode.CodeActionKind.QuickFix.value);
  }

  describe('mends', () => {
    it('an unknown level', async () => {
      const { document } = await opened('level.md', '---\ntopic: mine\nlevel: expert\n---\n# Level\n');
      const actions = await fixes(document, await problem(document.uri, 'unknown-level'));
      assert.deepEqual(actions.map(({ title, isPreferred }) => `${title}${isPreferred ? ' *' : ''}`), ['Use senior *', 'Use junior', 'Use middle']);
      assert.ok(actions[0]?.edit && (await vscode.workspace.applyEdit(actions[0].edit)));
      assert.match(document.getText(), /^level: senior$/m);
    });

    it('an id that is used twice', async () => {
      const { document } = await opened('twice.md', '---\ntopic: mine\n---\n## A? <!-- ^x -->\n\na\n\n## B? <!-- ^x -->\n\nb\n');
      const actions = await fixes(document, await problem(document.uri, 'duplicate-id'));
      assert.deepEqual(actions.map(({ title }) => title), ['Give this card the id x-2', 'Remove this id']);
    });

    it('a question without an answer', async () => {
      const { document } = await opened('empty.md', '---\ntopic: mine\n---\n## Why?\n');
      assert.deepEqual((await fixes(document, await problem(document.uri, 'question-without-answer'))).map(({ title }) => title), ['Write the answer']);
    });

    it('a block that almost is a card, once it is one', async () => {
      const { document } = await opened('almost.md', '---\ntopic: mine\n---\n# Almost\n\nGIL::the lock of the interpreter\n');
      const hint = await problem(document.uri, 'unspaced-separator');
      assert.equal(hint.severity, vscode.DiagnosticSeverity.Hint);
      assert.equal(document.getText(hint.range), 'GIL::the lock of the interpreter');
      const [action] = await fixes(document, hint);
      assert.equal(action?.title, 'Put spaces around the colons');
      assert.ok(action?.edit && (await vscode.workspace.applyEdit(action.edit)));
      await onceInLibrary(study, () => study.library.noteAt(document.uri)?.cards.length === 1);
      assert.equal(document.lineAt(5).text, 'GIL :: the lock of the interpreter');
      await noProblem(document.uri, 'unspaced-separator');
    });

    it('options of which none is right, with a choice for each', async () => {
      const { document } = await opened('options.md', '---\ntopic: mine\n---\n## Which?\n\n- [ ] one\n- [ ] two\n');
      const actions = await fixes(document, await problem(document.uri, 'options-without-right'));
      assert.deepEqual(actions.map(({ title, isPreferred }) => `${title}${isPreferred ? ' *' : ''}`), ['Mark "one" as right', 'Mark "two" as right']);
    });

    it('nothing in a file that is no note', async () => {
      const uri = inProject('study', 'README.md');
      written.push(uri);
      await writeNote(uri, '# Readme\n\nQ: why?\n\nterm::definition\n');
      await vscode.window.showTextDocument(uri);
      // What is checked after it has its hint, so this one was checked.
      const { document } = await opened('checked.md', '---\ntopic: mine\n---\n# Checked\n\nQ: why?\n');
      await problem(document.uri, 'tag-without-answer');
      assert.deepEqual(vscode.languages.getDiagnostics(uri), []);
    });

    it('a title with a colon', async () => {
      const { document } = await opened('colon.md', '---\ntitle: What: a title\ntopic: mine\n---\n# Colon\n');
      const [action] = await fixes(document, await problem(document.uri, 'yaml'));
      assert.equal(action?.title, 'Put quotes around the value');
    });
  });

  it('warns about links that lead nowhere, and only about those', async () => {
    const { document } = await opened('links.md', '---\ntopic: mine\n---\n# Links\n\n[[No such note]], [[Global interpreter lock]], [a file](../pyproject.toml), [b](outbox.md#^why-late), [c](outbox.md#no-such-heading), [d](gone.md).\n');
    const gone = await problem(document.uri, 'broken-link');
    assert.equal(gone.severity, vscode.DiagnosticSeverity.Warning);
    const found = vscode.languages.getDiagnostics(document.uri).map(({ range, code }) => `${String(code)} ${document.getText(range)}`);
    assert.deepEqual(found, ['broken-link No such note', 'broken-fragment outbox.md#no-such-heading', 'broken-link gone.md']);
    assert.deepEqual((await fixes(document, gone)).map(({ title }) => title), ['Create the note "No such note"']);
  });

  it('follows links by name and to cards', async () => {
    const { document } = await opened('follow.md', '---\ntopic: mine\n---\n# Links\n\n[[How our shop sends letters exactly once#^why-late]] and [[Global interpreter lock]].\n');
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri, 10);
    const targets = links.map(({ target }) => target?.toString() ?? '');
    assert.ok(targets.some((target) => /outbox\.md#L20$/.test(target)), targets.join(' '));
    assert.ok(targets.some((target) => target.startsWith('interview-study:/python/gil.md')), targets.join(' '));
  });

  it('pins ids by inserting them and nothing else, and keeps histories', async () => {
    const before = '---\r\ntopic: mine\r\n---\r\n# Pins\r\n\r\n## Why?  \r\n\r\nSo.\r\n\r\n## Почему?\r\n\r\nПотому.\r\n\r\nterm :: meaning\r\n';
    const { document } = await opened('pins.md', before);
    const uri = document.uri;
    const old = study.library.noteAt(uri)?.cards.find(({ front }) => front === 'Почему?');
    assert.ok(old);
    await study.reviews.grade({ card: old.id, rating: 3 });
    await vscode.commands.executeCommand('interviewStudy.pinCardIds');
    await onceInLibrary(study, () => study.library.noteAt(uri)?.cards.every(({ explicit }) => explicit) === true);
    assert.equal(document.getText().replace(/ <!-- \^[a-z0-9-]+ -->/g, ''), before);
    assert.equal(document.eol, vscode.EndOfLine.CRLF);
    const now = study.library.noteAt(uri)?.cards.find(({ front }) => front === 'Почему?');
    assert.ok(now && now.id !== old.id);
    assert.equal(study.reviews.stateOf(now.id)?.reps, 1);
    assert.equal(document.isDirty, true);
  });

  it('says in the shipped schema the same as in the editor', async () => {
    const extension = vscode.extensions.getExtension('interview-study.interview-study');
    const schema = JSON.parse(await readFile(join(extension?.extensionPath ?? '', 'media', 'note.schema.json'), 'utf8')) as { readonly properties: object };
    assert.deepEqual(Object.keys(schema.properties).sort(), frontMatterKeys().map(({ key }) => key).sort());
  });
});
