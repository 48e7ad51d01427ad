import type * as vscode from 'vscode';
import type { HoverSettings } from '../../core/python/notesForNames';
import { namesInFile } from '../../core/python/namesInFile';
import type { PythonModule } from '../../core/python/pythonModule';
import { type UsedNote, UsedNotes } from '../../core/python/usedNotes';
import type { Library } from '../library/library';
import { slices } from '../slices';

/** Names of so many UTF-16 units are looked up before the clock is looked at: a millisecond or two. */
const stretch = 4_000;

/** The notes behind the names of a parsed text; `undefined` where the token was cancelled. */
export async function notesUsedIn(
  module: PythonModule,
  library: Library,
  settings: HoverSettings,
  token: vscode.CancellationToken,
): Promise<readonly UsedNote[] | undefined> {
  const pause = slices();
  const used = new UsedNotes((name) => library.index.notesByHover(name), settings);
  for (let from = 0; from < module.text.length; from += stretch) {
    used.add(namesInFile(module, from, from + stretch));
    await pause();
    if (token.isCancellationRequested) return undefined;
  }
  return used.notes;
}
