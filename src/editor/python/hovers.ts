import * as vscode from 'vscode';
import { namesInModuleAt } from '../../core/python/namesAt';
import { packageNameAt, type PackageFile } from '../../core/python/packageNames';
import { notesForNames } from '../../core/python/notesForNames';
import type { Library } from '../library/library';
import { plainText } from '../plainText';
import { hoverSettings, setMuted } from './hoverSettings';
import { noteHover, type StateOf } from './noteHover';
import type { PythonDocuments } from './pythonDocuments';

/** What hovers show, and what their links do. */
export interface Hovers {
  /** In Python: the notes behind the name at the position. */
  inPython(document: vscode.TextDocument, position: vscode.Position, token: vscode.CancellationToken): Promise<vscode.Hover | undefined>;
  /** In files that name packages: the notes behind what a dependency is imported as. */
  inPackages(file: PackageFile, document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined;
  /** Anyone may run a command with anything: only names that notes really have are muted. */
  mute(name: unknown): Promise<void>;
}

export function hovers(library: Library, stateOf: StateOf, documents: PythonDocuments): Hovers {
  const inPython: Hovers['inPython'] = async (document, position, token) => {
    const settings = hoverSettings(document);
    const module = settings && (await documents.moduleOf(document, token));
    if (!module || token.isCancellationRequested) return undefined;
    const names = namesInModuleAt(module, document.offsetAt(position));
    // Asked as it is now: while the index is being built it knows some notes, and nobody waits for the others.
    const named = notesForNames(names, (name) => library.index.notesByHover(name), settings);
    return named && noteHover(named, document, library, stateOf);
  };

  const inPackages: Hovers['inPackages'] = (file, document, position) => {
    const settings = hoverSettings(document);
    const name = settings && packageNameAt(document.getText(), document.offsetAt(position), file);
    const named = name && notesForNames([name], (form) => library.index.notesByHover(form), settings);
    return named && noteHover(named, document, library, stateOf);
  };

  return { inPython, inPackages, mute: (name) => muteName(name, library) };
}

async function muteName(name: unknown, library: Library): Promise<void> {
  if (typeof name !== 'string' || library.index.notesByHover(name).length === 0) return;
  await setMuted(name, true);
  const undo = vscode.l10n.t('Undo');
  const answer = await vscode.window.showInformationMessage(vscode.l10n.t('Hovers leave {0} alone from now on.', plainText(name)), undo);
  if (answer === undo) await setMuted(name, false);
}
