import * as vscode from 'vscode';
import type { Note } from '../../core/notes/note';
import { namesInFile } from '../../core/python/namesInFile';
import { UsedNotes } from '../../core/python/usedNotes';
import { isNoteArgument } from '../commands';
import type { Library } from '../library/library';
import type { NoteFiles } from '../library/noteFiles';
import { plainText } from '../plainText';
import { eachPythonFile } from './pythonFiles';

/** More than a person looks through. */
const mostPlaces = 2_000;
const everyName = { keywords: true, libraries: true, trivialKeywords: true, mutedNames: [] };

/** Shows where the Python files of the workspace use the names of a note. `argument`: a row of a tree, a note id, or nothing. */
export async function findInWorkspace(argument: unknown, library: Library, files: NoteFiles): Promise<void> {
  const note = await noteMeant(argument, library);
  if (!note) return;
  const options = { location: vscode.ProgressLocation.Notification, title: plainText(vscode.l10n.t('Looking for uses of "{0}"', note.title)), cancellable: true };
  const places = await vscode.window.withProgress(options, (progress, token) => placesOfNote(note, files, progress, token));
  const [first] = places ?? [];
  if (!places) return;
  if (!first) {
    void vscode.window.showInformationMessage(plainText(vscode.l10n.t('No Python file of this workspace uses a name of "{0}".', note.title)));
    return;
  }
  await vscode.window.showTextDocument(first.uri, { selection: first.range, preview: true });
  await vscode.commands.executeCommand('editor.action.peekLocations', first.uri, first.range.start, places, 'peek');
}

/** In the order of the files' paths; `undefined` where the user cancelled. */
export async function placesOfNote(
  note: Note,
  files: NoteFiles,
  progress: vscode.Progress<{ message?: string; increment?: number }>,
  token: vscode.CancellationToken,
): Promise<readonly vscode.Location[] | undefined> {
  const names = new Set(note.hover);
  const used = new UsedNotes((name) => (names.has(name) ? [note] : []), everyName);
  // Whatever an import calls it, the last word of a name stands in the text.
  const words = new RegExp(`\\b(${note.hover.map((name) => /([\p{L}\p{N}_]+)=?\)?$/u.exec(name)?.[1] ?? name).map(escaped).join('|')})\\b`);
  const places: vscode.Location[] = [];
  if (names.size === 0) return places;
  const isComplete = await eachPythonFile(
    files,
    (text) => places.length < mostPlaces && words.test(text),
    (module, uri) => {
      used.startAnew();
      used.add(namesInFile(module));
      const found = used.notes.flatMap((each) => each.names.flatMap((name) => name.places)).sort((one, other) => one.start - other.start);
      const positionAt = positionsIn(module.text);
      places.push(...found.map(({ start, end }) => new vscode.Location(uri, new vscode.Range(positionAt(start), positionAt(end)))));
    },
    progress,
    token,
  );
  return isComplete ? places.slice(0, mostPlaces) : undefined;
}

async function noteMeant(argument: unknown, library: Library): Promise<Note | undefined> {
  if (isNoteArgument(argument)) return argument.note;
  if (typeof argument === 'string') return library.index.note(argument);
  const uri = vscode.window.activeTextEditor?.document.uri;
  const open = uri && library.noteAt(uri);
  if (open) return open;
  await library.ready;
  const items = library.index
    .notes()
    .filter(({ hover }) => hover.length > 0)
    .map((note) => ({ label: plainText(note.title), description: plainText(note.topic.join('/')), note }));
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Find in workspace'), placeHolder: vscode.l10n.t('Which note?'), matchOnDescription: true });
  return picked?.note;
}

/** Positions in a text that is not open. Lines end as VS Code counts them; ascending offsets cost one pass. */
function positionsIn(text: string): (offset: number) => vscode.Position {
  const ends = /\r\n|\r|\n/g;
  let [line, start, next] = [0, 0, ends.exec(text)];
  return (offset) => {
    while (next && next.index + next[0].length <= offset) {
      line++;
      start = next.index + next[0].length;
      next = ends.exec(text);
    }
    return new vscode.Position(line, offset - start);
  };
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
