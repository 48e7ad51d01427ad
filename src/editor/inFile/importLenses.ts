import * as vscode from 'vscode';
import { openNoteCommand } from '../commands';
import type { Library } from '../library/library';
import { plainText } from '../plainText';
import type { InFileTools } from './fileNotes';

const openNotesCommand = 'interviewStudy.openNotes';
const setting = 'interviewStudy.codeLens.imports';

/** `3 notes` above an import: the notes behind what the file uses of it. Off unless switched on in the settings. */
export function registerImportLenses(tools: InFileTools): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provideCodeLenses = async (document: vscode.TextDocument, token: vscode.CancellationToken): Promise<vscode.CodeLens[]> => {
    if (!vscode.workspace.getConfiguration('', document).get(setting, false)) return [];
    const { importNotes, notesUsedIn } = await import('./namesInFile');
    const module = await tools.python.moduleOfAny(document, token);
    const used = module && (await notesUsedIn(module, tools.library, tools.python.settingsFor(document.uri), token));
    if (!used) return [];
    return importNotes(module, used).map(({ range, notes }) => {
      const title = notes.length === 1 ? vscode.l10n.t('1 note') : vscode.l10n.t('{0} notes', notes.length);
      const position = document.positionAt(range.start);
      return new vscode.CodeLens(new vscode.Range(position, position), { command: openNotesCommand, title, arguments: [notes.map(({ id }) => id)] });
    });
  };
  return vscode.Disposable.from(
    changed,
    tools.library.onDidChange(() => changed.fire()),
    vscode.workspace.onDidChangeConfiguration((change) => change.affectsConfiguration(setting) && changed.fire()),
    vscode.languages.registerCodeLensProvider({ language: 'python' }, { onDidChangeCodeLenses: changed.event, provideCodeLenses }),
    vscode.commands.registerCommand(openNotesCommand, (ids: unknown) => openNotes(ids, tools.library)),
  );
}

async function openNotes(ids: unknown, { index }: Library): Promise<void> {
  const notes = Array.isArray(ids) ? ids.flatMap((id) => (typeof id === 'string' ? (index.note(id) ?? []) : [])) : [];
  const items = notes.map(({ id, title, topic }) => ({ label: plainText(title), description: plainText(topic.join('/')), id }));
  const chosen = items.length > 1 ? await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Open note') }) : items[0];
  if (chosen) await vscode.commands.executeCommand(openNoteCommand, chosen.id);
}
