import * as vscode from 'vscode';
import { namesInModuleAt } from '../../core/python/namesAt';
import { packageNameAt, type PackageFile } from '../../core/python/packageNames';
import { notesForNames } from '../../core/python/notesForNames';
import type { Library } from '../library/library';
import { plainText } from '../plainText';
import { hoverSettings, setMuted } from './hoverSettings';
import { muteHoverNameCommand, noteHover, type StateOf } from './noteHover';
import type { PythonDocuments } from './pythonDocuments';

const requirementsFiles = ['**/*requirements*.txt', '**/requirements/*.txt', '**/constraints*.txt'].map((pattern) => ({ pattern }));

/** Hovers over Python names, in files, notebooks and whatever else is Python, show the notes behind them. */
export function registerHover(library: Library, stateOf: StateOf, documents: PythonDocuments): vscode.Disposable {
  const provideHover = async (document: vscode.TextDocument, position: vscode.Position, token: vscode.CancellationToken) => {
    const settings = hoverSettings(document);
    const module = settings && (await documents.moduleOf(document, token));
    if (!module || token.isCancellationRequested) return undefined;
    const names = namesInModuleAt(module, document.offsetAt(position));
    // Asked as it is now: while the index is being built it knows some notes, and nobody waits for the others.
    const named = notesForNames(names, (name) => library.index.notesByHover(name), settings);
    return named && noteHover(named, document, library, stateOf);
  };

  /** Of requirements files and `pyproject.toml`: what a dependency is imported as. */
  const providePackageHover = (file: PackageFile) => (document: vscode.TextDocument, position: vscode.Position) => {
    const settings = hoverSettings(document);
    const name = settings && packageNameAt(document.getText(), document.offsetAt(position), file);
    const named = name && notesForNames([name], (form) => library.index.notesByHover(form), settings);
    return named && noteHover(named, document, library, stateOf);
  };

  return vscode.Disposable.from(
    vscode.languages.registerHoverProvider({ language: 'python' }, { provideHover }),
    vscode.languages.registerHoverProvider(requirementsFiles, { provideHover: providePackageHover('requirements') }),
    vscode.languages.registerHoverProvider({ pattern: '**/pyproject.toml' }, { provideHover: providePackageHover('pyproject') }),
    vscode.commands.registerCommand(muteHoverNameCommand, (name: unknown) => muteName(name, library)),
  );
}

/** Anyone may run a command with anything: only names that notes really have are muted. */
async function muteName(name: unknown, library: Library): Promise<void> {
  if (typeof name !== 'string' || library.index.notesByHover(name).length === 0) return;
  await setMuted(name, true);
  const undo = vscode.l10n.t('Undo');
  const answer = await vscode.window.showInformationMessage(vscode.l10n.t('Hovers leave {0} alone from now on.', plainText(name)), undo);
  if (answer === undo) await setMuted(name, false);
}
