import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { InterviewStudy } from '../../src/extension';
import { diagnosticsOf, inProject, interviewStudy, onceInLibrary, writeNote } from './studying';

describe('the library', () => {
  let study: InterviewStudy;
  const written: vscode.Uri[] = [];

  before(async () => {
    study = await interviewStudy();
  });

  afterEach(async () => {
    const ours = new Set(written.map(String));
    for (const uri of written.splice(0)) await vscode.workspace.fs.delete(uri);
    await onceInLibrary(study, () => [...study.library.index.notes()].every((note) => !ours.has(study.library.uriOf(note).toString())));
  });

  async function note(name: string, text: string): Promise<vscode.Uri> {
    const uri = inProject('study', name);
    written.push(uri);
    await writeNote(uri, text);
    return uri;
  }

  it('has the starter notes under their topics', () => {
    const topics = study.library.index.topics().topics.map(({ name }) => name);
    for (const topic of ['python', 'fastapi', 'django', 'databases']) assert.ok(topics.includes(topic), `no topic ${topic} in ${topics.join(', ')}`);
    assert.equal(study.library.index.note('pack:python/gil')?.title, 'Global interpreter lock');
  });

  it('shows a saved note at once, under its topic, with its questions', async () => {
    const uri = await note('saved.md', '---\ntitle: Saved just now\ntopic: mine/fresh\n---\n# Saved just now\n\n## Is it there?\n\nYes.\n');
    await onceInLibrary(study, () => study.library.noteAt(uri) !== undefined);
    const found = study.library.noteAt(uri);
    assert.deepEqual(found?.topic, ['mine', 'fresh']);
    assert.deepEqual(found?.cards.map(({ front }) => front), ['Is it there?']);
  });

  it('follows what is typed, before it is saved', async () => {
    const uri = await note('typed.md', '---\ntopic: mine\n---\n# Typed\n');
    const editor = await vscode.window.showTextDocument(uri);
    await editor.edit((edit) => edit.insert(editor.document.lineAt(editor.document.lineCount - 1).range.end, '\n## What is new?\n\nThis.\n'));
    await onceInLibrary(study, () => study.library.noteAt(uri)?.cards.length === 1);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('leaves out the files that the settings name, and takes them back', async () => {
    const uri = await note('draft.private.md', '---\ntopic: mine\n---\n# A draft\n');
    await onceInLibrary(study, () => study.library.noteAt(uri) !== undefined);
    const settings = vscode.workspace.getConfiguration('interviewStudy');
    await settings.update('excludeNotes', ['**/*.private.md'], vscode.ConfigurationTarget.Workspace);
    await onceInLibrary(study, () => study.library.noteAt(uri) === undefined);
    await settings.update('excludeNotes', undefined, vscode.ConfigurationTarget.Workspace);
    await onceInLibrary(study, () => study.library.noteAt(uri) !== undefined);
  });

  /** Resolves once the card has a history. */
  function onceStudied(card: string): Promise<void> {
    if (study.reviews.stateOf(card)) return Promise.resolve();
    return new Promise((resolve) => {
      const subscription = study.reviews.onDidChange(() => {
        if (!study.reviews.stateOf(card)) return;
        subscription.dispose();
        resolve();
      });
    });
  }

  async function studied(uri: vscode.Uri): Promise<string> {
    await onceInLibrary(study, () => study.library.noteAt(uri)?.cards.length === 1);
    const card = study.library.noteAt(uri)?.cards[0]?.id ?? '';
    await study.reviews.grade({ card, rating: 3 });
    return card;
  }

  const answer = 'Because the garbage collector counts references, and a count that two threads change at once would be wrong.';

  it('keeps the history of a question whose spelling is put right', async () => {
    const uri = await note('spelling.md', `---\ntopic: mine\n---\n## Why does the intrepreter lock?\n\n${answer}\n`);
    const wrong = await studied(uri);
    await writeNote(uri, `---\ntopic: mine\n---\n## Why does the interpreter lock?\n\n${answer} It is that simple.\n`);
    const right = wrong.replace('intrepreter', 'interpreter');
    await onceStudied(right);
    assert.equal(study.reviews.stateOf(right)?.reps, 1);
  });

  it('keeps the history of a note that is renamed', async () => {
    const uri = await note('before.md', `---\ntopic: mine\n---\n## Why does it lock at all?\n\n${answer}\n`);
    const before = await studied(uri);
    written.pop();
    const renamed = inProject('study', 'deeper', 'after.md');
    written.push(renamed);
    await vscode.workspace.fs.rename(uri, renamed);
    const after = before.replace('/before#', '/deeper/after#').replace(':before#', ':deeper/after#');
    await onceStudied(after);
    assert.equal(study.reviews.stateOf(after)?.reps, 1);
  });

  const broken: Record<string, { text: string; line: number }> = {
    'a missing quote': { text: '---\ntopic: mine\ntitle: "open\n---\n# Broken\n', line: 2 },
    'code as front matter': { text: '---js\n({ topic: globalThis.interviewStudyWasHere = true })\n---\n# Broken\n', line: 0 },
    'a list': { text: '---\n- topic\n- mine\n---\n# Broken\n', line: 0 },
    'no closing line': { text: '---\ntopic: mine\n\n# Broken\n', line: 0 },
    'an alias bomb': {
      text: `---\ntopic: mine\na: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'.split('').map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]`).join('\n')}\n---\n# Broken\n`,
      line: 8,
    },
  };
  for (const [fault, { text, line }] of Object.entries(broken)) {
    it(`shows front matter with ${fault} as a problem with its line, and hides no other note`, async () => {
      const others = study.library.index.size;
      const uri = await note('broken.md', text);
      const [diagnostic] = await diagnosticsOf(uri);
      assert.ok(diagnostic && diagnostic.message.length > 10);
      assert.equal(diagnostic.severity, vscode.DiagnosticSeverity.Error);
      assert.equal(diagnostic.range.start.line, line);
      assert.ok(study.library.noteAt(uri)?.problems.some(({ severity }) => severity === 'error'), 'the tree does not know its reason');
      assert.equal(study.library.index.size, others + 1);
      assert.equal('interviewStudyWasHere' in globalThis, false, 'front matter was executed');
    });
  }
});
