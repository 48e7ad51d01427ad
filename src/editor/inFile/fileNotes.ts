import type * as vscode from 'vscode';
import { mostUsedAndWeakestFirst, type UsedNote, usesOf } from '../../core/python/usedNotes';
import type { Library } from '../library/library';
import type { Reviews } from '../library/reviews';
import { notesUsedIn } from './notesUsedIn';
import type { PythonNames } from './pythonNames';
import { recallOf } from './recallOf';

export interface InFileTools {
  readonly library: Library;
  readonly reviews: Reviews;
  readonly python: PythonNames;
  /** Says something short about a note's cards, such as `2 due, recall 81%`. */
  readonly stateOf: (note: UsedNote['note']) => string | undefined;
}

export interface FileNotes {
  readonly document: vscode.TextDocument;
  /** Of the document. */
  readonly version: number;
  /** Most used and weakest first. */
  readonly notes: readonly UsedNote[];
}

/** The notes behind the names of a document, in the order in which to study them; `undefined` where the token was cancelled. */
export async function fileNotesOf(document: vscode.TextDocument, { library, reviews, python }: InFileTools, token: vscode.CancellationToken): Promise<FileNotes | undefined> {
  const module = await python.moduleOfAny(document, token);
  const { version } = document;
  const used = module && (await notesUsedIn(module, library, python.settingsFor(document.uri), token));
  if (!used) return undefined;
  const ranked = mostUsedAndWeakestFirst(used.map((each) => ({ ...each, uses: usesOf(each) })), (note) => recallOf(note, reviews));
  return { document, version, notes: ranked };
}
