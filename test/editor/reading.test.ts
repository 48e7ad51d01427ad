import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { InterviewStudy } from '../../src/extension';
import { inProject, interviewStudy, onceInLibrary, writeNote } from './studying';

describe('reading a note', () => {
  let study: InterviewStudy;

  before(async () => {
    study = await interviewStudy();
  });

  const previews = () =>
    vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('markdown.preview'));

  it('opens it rendered, one tab for one note after the other', async () => {
    await vscode.commands.executeCommand('interviewStudy.openNote', 'pack:python/gil', 'gil-why');
    await vscode.commands.executeCommand('interviewStudy.openNote', 'pack:python/keywords');
    assert.deepEqual(previews().map(({ label }) => label), ['Preview keywords.md']);
    await vscode.window.tabGroups.close(previews());
  });

  it('refuses to write a starter note', async () => {
    const note = study.library.index.note('pack:python/gil');
    assert.ok(note);
    const uri = study.library.uriOf(note);
    assert.equal(vscode.workspace.fs.isWritableFileSystem(uri.scheme), false);
    await assert.rejects(async () => vscode.workspace.fs.writeFile(uri, new Uint8Array()));
  });

  it('makes a copy of its own that takes over the history', async () => {
    await study.reviews.grade({ card: 'pack:python/gil#gil-why', rating: 3 });
    const due = study.reviews.stateOf('pack:python/gil#gil-why')?.due;
    const copy = inProject('study', 'python', 'gil.md');
    await vscode.commands.executeCommand('interviewStudy.openNote', 'pack:python/gil');
    await vscode.commands.executeCommand('interviewStudy.makeOwnCopy');
    await onceInLibrary(study, () => study.library.noteAt(copy) !== undefined);
    const own = study.library.noteAt(copy);
    assert.equal(own?.copyOf, 'pack:python/gil');
    assert.equal(study.reviews.stateOf('my-notes:python/gil#gil-why')?.due, due);
    const listed = () => study.library.index.notes().filter(({ id }) => id.endsWith(':python/gil')).map(({ id }) => id);
    assert.deepEqual(listed(), ['my-notes:python/gil'], 'nobody is asked the same question twice');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(inProject('study', 'python'), { recursive: true });
    await onceInLibrary(study, () => study.library.noteAt(copy) === undefined);
    assert.deepEqual(listed(), ['pack:python/gil']);
  });

  it('renders callouts, choices and links of our notes, and nothing of others', async () => {
    const text = '# Q\n\n## Which one? <!-- ^one -->\n\n> [!HINT]\n> Think.\n\n- [ ] this\n  no\n- [x] that\n  yes\n';
    const uri = inProject('study', 'rendered.md');
    await writeNote(uri, `---\ntopic: mine\n---\n${text}`);
    await onceInLibrary(study, () => study.library.noteAt(uri) !== undefined);
    const ours: string = await vscode.commands.executeCommand('markdown.api.render', await vscode.workspace.openTextDocument(uri));
    assert.match(ours, /<details[^>]*class="study-callout study-hint\b/);
    assert.match(ours, /<ul[^>]*class="study-choices\b/);
    assert.doesNotMatch(ours, /\[!HINT\]|\[x\]/);
    const theirs: string = await vscode.commands.executeCommand('markdown.api.render', text);
    assert.doesNotMatch(theirs, /study-/);
    await vscode.workspace.fs.delete(uri);
    await onceInLibrary(study, () => study.library.noteAt(uri) === undefined);
  });
});
