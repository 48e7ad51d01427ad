import * as vscode from 'vscode';
import { addQuestion, asAnswer } from '../../core/authoring/addQuestion';
import type { Note } from '../../core/notes/note';
import type { Library } from '../library/library';
import { starterScheme } from '../library/starterNotes';
import { plainText } from '../plainText';
import { newNote } from './newNote';
import { parseAs } from './parseAs';

/** Turns the selection into the answer of a new question in one of the user's notes, and opens it there, unsaved. */
export async function addQuestionFromSelection(library: Library): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const { document, selection } = editor;
  const selected = document.getText(selection);
  const asked = askedIn(selected, document.languageId);
  const question = await vscode.window.showInputBox({
    title: vscode.l10n.t('Add question from selection'),
    prompt: selected.trim() === '' ? vscode.l10n.t('The question; its answer is written in the note.') : vscode.l10n.t('The question that the selection answers.'),
    value: asked.question,
    validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('Write a question.') : undefined),
  });
  if (question === undefined) return;
  const note = await chooseNote(library, document.uri);
  if (!note) return;
  const target = await vscode.workspace.openTextDocument(library.uriOf(note));
  const { edit, answerAt, answerEnd } = addQuestion(target.getText(), { question, answer: asked.answer }, parseAs(note));
  const change = new vscode.WorkspaceEdit();
  change.insert(target.uri, target.positionAt(edit.range.start), edit.text);
  if (!(await vscode.workspace.applyEdit(change))) return;
  const range = new vscode.Range(target.positionAt(answerAt), target.positionAt(answerEnd));
  const shown = await vscode.window.showTextDocument(target, { selection: range, viewColumn: document.uri.toString() === target.uri.toString() ? editor.viewColumn : vscode.ViewColumn.Beside });
  shown.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** A first line that asks is the question. */
function askedIn(selected: string, languageId: string): { readonly question: string; readonly answer: string } {
  const [first = '', ...rest] = selected.trim().split(/\r\n|\r|\n/);
  const line = first.replace(/^[#>\s*-]+/, '').trim();
  if (languageId === 'markdown' && /[?？]$/.test(line)) return { question: line, answer: rest.join('\n').trim() };
  return { question: '', answer: selected.trim() === '' ? '' : asAnswer(selected, languageId) };
}

/** The note that is open, else one of the user's own, else a new one. */
async function chooseNote(library: Library, from: vscode.Uri): Promise<Note | undefined> {
  await library.ready;
  const own = library.index.notes().filter((note) => library.uriOf(note).scheme !== starterScheme);
  const here = library.noteAt(from);
  const items = [...own].sort((one, other) => Number(other === here) - Number(one === here)).map((note) => ({ label: plainText(note.title), description: plainText(note.topic.join(' / ')), note }));
  const fresh = { label: `$(new-file) ${vscode.l10n.t('New note…')}`, description: '', note: undefined };
  const picked = await vscode.window.showQuickPick([...items, fresh], { title: vscode.l10n.t('Add it to which note?'), matchOnDescription: true });
  if (!picked) return undefined;
  if (picked.note) return picked.note;
  const uri = await newNote(library);
  return uri && noteAppears(uri, library);
}

function noteAppears(uri: vscode.Uri, library: Library): Promise<Note> {
  return new Promise((resolve) => {
    const look = () => {
      const note = library.noteAt(uri);
      if (!note) return;
      subscription.dispose();
      resolve(note);
    };
    const subscription = library.onDidChange(look);
    look();
  });
}
