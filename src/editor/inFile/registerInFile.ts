import * as vscode from 'vscode';
import { isNoteArgument, openNoteCommand, startQuizCommand } from '../commands';
import { plainText } from '../plainText';
import type { FileNotes, InFileTools } from './fileNotes';
import { FollowedFile } from './followedFile';
import { registerImportLenses } from './importLenses';
import { InFileTree, type InFileRow, placesOf, showUsesCommand } from './inFileTree';
import { goToNext, Uses } from './uses';

/** The view *In this file* with its commands: which notes stand behind the names of the Python file, and where it uses them. */
export function registerInFile(tools: InFileTools): vscode.Disposable {
  const tree = new InFileTree(tools.stateOf);
  const view = vscode.window.createTreeView('interviewStudy.inFile', { treeDataProvider: tree });
  const followed = new FollowedFile(tools, () => view.visible);
  const uses = new Uses();

  const show = (file: FileNotes | undefined) => {
    if (file?.document !== tree.file?.document) uses.clear();
    tree.show(file);
    view.description = file && vscode.workspace.asRelativePath(file.document.uri);
    view.message = messageFor(file);
  };
  show(undefined);
  followed.catchUp();

  /** Rows hold places; after an edit they are looked up anew. */
  const upToDate = async (row: InFileRow): Promise<InFileRow | undefined> => {
    if (tree.file && tree.file.version !== tree.file.document.version) await followed.refresh();
    const note = tree.getChildren().find((candidate) => candidate.note.id === row.note.id);
    if (!note || row.type === 'note') return note;
    return tree.getChildren(note).find((candidate) => candidate.type === 'name' && candidate.name.name === row.name.name);
  };

  const showUses = async (argument: unknown) => {
    const row = isRow(argument) ? await upToDate(argument) : undefined;
    if (!row || !tree.file) return;
    const editor = await editorOf(tree.file.document);
    const places = placesOf(row);
    uses.show(editor, places);
    goToNext(editor, places);
  };

  return vscode.Disposable.from(
    view,
    followed,
    uses,
    followed.onDidChange(show),
    view.onDidChangeVisibility(({ visible }) => (visible ? followed.catchUp() : uses.clear())),
    vscode.commands.registerCommand(showUsesCommand, showUses),
    vscode.commands.registerCommand('interviewStudy.openUsedNote', (row: unknown) =>
      isNoteArgument(row) ? vscode.commands.executeCommand(openNoteCommand, row.note.id) : undefined,
    ),
    vscode.commands.registerCommand('interviewStudy.quizFile', () => quizFile(followed)),
    registerImportLenses(tools),
  );
}

function messageFor(file: FileNotes | undefined): string | undefined {
  if (!file) return vscode.l10n.t('Open a Python file to see the notes behind the names that it uses.');
  return file.notes.length > 0 ? undefined : vscode.l10n.t('No note is behind a name in this file yet.');
}

async function quizFile(followed: FollowedFile): Promise<void> {
  const name = followed.current && vscode.workspace.asRelativePath(followed.current.uri);
  if (name === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a Python file first: the quiz is about the names that it uses.'));
    return;
  }
  const file = await followed.refresh();
  const cards = file?.notes.flatMap(({ note }) => note.cards.map(({ id }) => id)) ?? [];
  if (cards.length > 0) await vscode.commands.executeCommand(startQuizCommand, { cards });
  else void vscode.window.showInformationMessage(plainText(vscode.l10n.t('There are no questions about the names in {0} yet.', name)));
}

/** The editor that shows the document, brought back if it was covered. The view keeps the focus. */
async function editorOf(document: vscode.TextDocument): Promise<vscode.TextEditor> {
  const visible = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  return visible ?? (await vscode.window.showTextDocument(document, { preserveFocus: true }));
}

function isRow(value: unknown): value is InFileRow {
  return isNoteArgument(value) && 'type' in value && (value.type === 'note' || (value.type === 'name' && 'name' in value));
}
