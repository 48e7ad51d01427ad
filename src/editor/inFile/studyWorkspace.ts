import * as vscode from 'vscode';
import type { Note } from '../../core/notes/note';
import { namesInFile } from '../../core/python/namesInFile';
import { mostUsedAndWeakestFirst, UsedNotes, usesOf } from '../../core/python/usedNotes';
import { startQuizCommand } from '../commands';
import type { NoteFiles } from '../library/noteFiles';
import { plainText } from '../plainText';
import type { InFileTools } from './fileNotes';
import { eachPythonFile } from './pythonFiles';
import { recallOf } from './recallOf';

/** So many of the notes are chosen from the start: about what a person studies at a time. */
const suggested = 10;

interface WorkspaceNote {
  readonly note: Note;
  readonly uses: number;
  readonly files: number;
}

/** Finds out which notes stand behind what the whole workspace imports, lets the user choose among them, and starts a quiz on those. */
export async function studyWorkspace(tools: InFileTools, files: NoteFiles): Promise<void> {
  const options = { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Looking through the Python files of this workspace'), cancellable: true };
  const found = await vscode.window.withProgress(options, (progress, token) => workspaceNotes(tools, files, progress, token));
  if (!found) return;
  if (found.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No note with questions is behind what the Python files of this workspace import.'));
    return;
  }
  const items = found.map(({ note, files: count }, at) => {
    const state = tools.stateOf(note);
    return { label: plainText(note.title), description: [filesText(count), ...(state ? [state] : [])].join(' · '), picked: at < suggested, note };
  });
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Study this workspace'),
    placeHolder: vscode.l10n.t('Most used and weakest first. What do you want to be asked about?'),
    canPickMany: true,
  });
  const cards = picked?.flatMap(({ note }) => note.cards.map(({ id }) => id)) ?? [];
  if (cards.length > 0) await vscode.commands.executeCommand(startQuizCommand, { cards });
}

/** Notes with questions, most used and weakest first; `undefined` where the user cancelled. */
export async function workspaceNotes(
  { library, reviews, python }: Pick<InFileTools, 'library' | 'reviews' | 'python'>,
  files: NoteFiles,
  progress: vscode.Progress<{ message?: string; increment?: number }>,
  token: vscode.CancellationToken,
): Promise<readonly WorkspaceNote[] | undefined> {
  await library.ready;
  const used = new UsedNotes((name) => library.index.notesByHover(name), { ...python.settingsFor(undefined), keywords: false });
  const notes = new Map<string, WorkspaceNote>();
  const isComplete = await eachPythonFile(
    files,
    (text) => text.includes('import'),
    (module) => {
      used.startAnew();
      // Only what comes from an import: a method of something unknown is a guess.
      used.add(namesInFile(module).filter(({ kind }) => kind !== 'method'));
      for (const each of used.notes) {
        const before = notes.get(each.note.id);
        notes.set(each.note.id, { note: each.note, uses: usesOf(each) + (before?.uses ?? 0), files: 1 + (before?.files ?? 0) });
      }
    },
    progress,
    token,
  );
  if (!isComplete) return undefined;
  return mostUsedAndWeakestFirst([...notes.values()].filter(({ note }) => note.cards.length > 0), (note) => recallOf(note, reviews));
}

function filesText(count: number): string {
  return count === 1 ? vscode.l10n.t('in 1 file') : vscode.l10n.t('in {0} files', count);
}
