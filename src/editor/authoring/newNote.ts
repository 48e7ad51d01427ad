import * as vscode from 'vscode';
import { newNotePath, newNoteText } from '../../core/authoring/newNote';
import type { TopicNode } from '../../core/notes/noteIndex';
import { topicPath } from '../../core/topics/hiddenTopics';
import type { Library } from '../library/library';
import { noteFolders, type NoteSource } from '../library/noteSources';
import { plainText } from '../plainText';
import { today } from '../today';

/** What is known already is not asked. */
export interface NewNoteWishes {
  readonly topic?: string;
  readonly title?: string;
}

/** Asks for topic and title, writes the note into a note folder, and opens it where its author goes on. `undefined`: the person left. */
export async function newNote(library: Library, wishes: NewNoteWishes = {}): Promise<vscode.Uri | undefined> {
  const topic = wishes.topic ?? (await askTopic(library));
  if (topic === undefined) return undefined;
  const title = await vscode.window.showInputBox({
    title: topic === '' ? vscode.l10n.t('New note') : vscode.l10n.t('New note in {0}', topic),
    prompt: vscode.l10n.t('Title'),
    value: wishes.title ?? '',
    validateInput: (value) => (newNotePath(value, '') === '' ? vscode.l10n.t('A title has letters or numbers.') : undefined),
  });
  const folder = title === undefined ? undefined : await chooseFolder();
  if (title === undefined || !folder) return undefined;
  const uri = await freeUri(folder, newNotePath(title.trim(), topic));
  const { text, cursor } = newNoteText(title.trim(), topic, today());
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const document = await vscode.workspace.openTextDocument(uri);
  const position = document.positionAt(cursor);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(position, position) });
  return uri;
}

/** Existing topics, and whatever is typed. */
async function askTopic(library: Library): Promise<string | undefined> {
  await library.ready;
  const known = [...pathsBelow(library.index.topics())];
  const pick = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly topic: string }>();
  pick.title = vscode.l10n.t('New note');
  pick.placeholder = vscode.l10n.t('Topic: choose one, or type a new one such as python/concurrency');
  const items = () => {
    const typed = topicPath(pick.value);
    const own = typed === '' || known.includes(typed) ? [] : [{ label: plainText(typed), description: vscode.l10n.t('new topic'), topic: typed, alwaysShow: true }];
    pick.items = [...own, ...known.map((topic) => ({ label: plainText(topic), topic }))];
  };
  items();
  pick.onDidChangeValue(items);
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.topic);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** One of the user's note folders; without any, a folder of the workspace, where the note's `topic` makes it found. */
async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const folders = writableFolders();
  const [only] = folders;
  if (only && folders.length === 1) return only.folder;
  if (folders.length > 1) {
    const items = folders.map(({ root, folder }) => ({ label: plainText(root), description: plainText(vscode.workspace.asRelativePath(folder)), folder }));
    return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Write it into which folder?') }))?.folder;
  }
  await vscode.commands.executeCommand('interviewStudy.addNoteFolder');
  return noteFolders()[0]?.folder;
}

function writableFolders(): readonly Pick<NoteSource, 'root' | 'folder'>[] {
  const own = noteFolders();
  const findsEverywhere = vscode.workspace.getConfiguration('interviewStudy').get('findWorkspaceNotes', true);
  if (own.length > 0 || !findsEverywhere) return own;
  return (vscode.workspace.workspaceFolders ?? []).map(({ name, uri }) => ({ root: name, folder: vscode.Uri.joinPath(uri, 'notes') }));
}

/** Never an existing file. */
async function freeUri(folder: vscode.Uri, path: string): Promise<vscode.Uri> {
  for (let n = 1; ; n += 1) {
    const uri = vscode.Uri.joinPath(folder, `${path}${n === 1 ? '' : `-${n}`}.md`);
    const exists = await vscode.workspace.fs.stat(uri).then(() => true, () => false);
    if (!exists) return uri;
  }
}

function* pathsBelow(topic: TopicNode): Iterable<string> {
  for (const child of topic.topics) {
    yield child.path;
    yield* pathsBelow(child);
  }
}

/** Narrows a command's argument. */
export function wishesOf(value: unknown): NewNoteWishes {
  if (typeof value !== 'object' || value === null) return {};
  const title = 'title' in value && typeof value.title === 'string' ? value.title : undefined;
  const row = 'type' in value && value.type === 'topic' && 'grouping' in value && value.grouping === 'topic' && 'topic' in value ? value.topic : undefined;
  const topic = typeof row === 'object' && row !== null && 'path' in row && typeof row.path === 'string' ? row.path : undefined;
  return { title, topic };
}
