import * as vscode from 'vscode';
import type { Library } from '../library/library';
import type { Hovers } from './hovers';
import { muteHoverNameCommand } from './hoverSettings';
import type { StateOf } from './noteHover';
import type { PythonDocuments } from './pythonDocuments';

const requirementsFiles = ['**/*requirements*.txt', '**/requirements/*.txt', '**/constraints*.txt'].map((pattern) => ({ pattern }));

/** Hovers over Python names, in files, notebooks and whatever else is Python, show the notes behind them. What finds them is loaded at the first hover. */
export function registerHover(library: Library, stateOf: StateOf, documents: PythonDocuments): vscode.Disposable {
  let loaded: Promise<Hovers> | undefined;
  const ours = () => (loaded ??= import('./hovers').then(({ hovers }) => hovers(library, stateOf, documents)));
  return vscode.Disposable.from(
    vscode.languages.registerHoverProvider({ language: 'python' }, { provideHover: async (document, position, token) => (await ours()).inPython(document, position, token) }),
    vscode.languages.registerHoverProvider(requirementsFiles, { provideHover: async (document, position) => (await ours()).inPackages('requirements', document, position) }),
    vscode.languages.registerHoverProvider({ pattern: '**/pyproject.toml' }, { provideHover: async (document, position) => (await ours()).inPackages('pyproject', document, position) }),
    vscode.commands.registerCommand(muteHoverNameCommand, async (name: unknown) => (await ours()).mute(name)),
  );
}
