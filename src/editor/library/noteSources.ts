import * as vscode from 'vscode';

/** A folder that notes come from. */
export interface NoteSource {
  /** First part of the ids of its notes: `pack`, a note folder's stored name, or the workspace folder's name. */
  readonly root: string;
  readonly folder: vscode.Uri;
  readonly kind: 'starter' | 'folder' | 'workspace';
  /** Whether headings that end in a question mark are cards in notes that do not say so themselves. */
  readonly headings?: boolean;
}

export interface NoteFolderSetting {
  readonly path: string;
  readonly name: string;
  readonly headings?: boolean;
}

export const starterRoot = 'pack';

/** Where notes come from, by the settings as they are now. Earlier sources win where folders overlap. */
export function noteSources(extensionUri: vscode.Uri): readonly NoteSource[] {
  const settings = vscode.workspace.getConfiguration('interviewStudy');
  const sources: NoteSource[] = [];
  if (settings.get('starterNotes', true)) {
    sources.push({ root: starterRoot, folder: vscode.Uri.joinPath(extensionUri, 'notes'), kind: 'starter' });
  }
  sources.push(...noteFolders());
  if (settings.get('findWorkspaceNotes', true)) {
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      sources.push({ root: folder.name, folder: folder.uri, kind: 'workspace' });
    }
  }
  return unique(sources);
}

/** The folders of the setting `interviewStudy.noteFolders`. Absolute paths count only from the user's own settings: a workspace must not make the editor read elsewhere. */
export function noteFolders(): readonly NoteSource[] {
  const values = vscode.workspace.getConfiguration('interviewStudy').inspect<unknown>('noteFolders');
  const own = asFolders(values?.globalValue).flatMap((folder) =>
    isAbsolute(folder.path) ? [{ ...folder, uri: vscode.Uri.file(folder.path) }] : inWorkspace(folder),
  );
  const shared = [...asFolders(values?.workspaceValue), ...asFolders(values?.workspaceFolderValue)].flatMap(inWorkspace);
  return [...own, ...shared].map(({ uri, name, headings }) => ({ root: name, folder: uri, kind: 'folder' as const, headings }));
}

function inWorkspace(folder: NoteFolderSetting): (NoteFolderSetting & { uri: vscode.Uri })[] {
  const segments = folder.path.split(/[\\/]/);
  if (isAbsolute(folder.path) || segments.includes('..')) return [];
  return (vscode.workspace.workspaceFolders ?? []).map((root) => ({ ...folder, uri: vscode.Uri.joinPath(root.uri, ...segments) }));
}

function isAbsolute(path: string): boolean {
  return /^([\\/]|[A-Za-z]:|~)/.test(path);
}

function asFolders(value: unknown): NoteFolderSetting[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown) => {
    if (typeof item !== 'object' || item === null || !('path' in item) || typeof item.path !== 'string' || item.path === '') return [];
    const name = 'name' in item && typeof item.name === 'string' && item.name !== '' ? item.name : (item.path.split(/[\\/]/).filter(Boolean).at(-1) ?? item.path);
    const headings = 'headings' in item && typeof item.headings === 'boolean' ? item.headings : undefined;
    return [{ path: item.path, name, headings }];
  });
}

/** Two sources must not share a root, or their notes would share ids. */
function unique(sources: readonly NoteSource[]): readonly NoteSource[] {
  const taken = new Set<string>();
  return sources.map((source) => {
    let root = source.root.replace(/[:#]/g, '-');
    for (let n = 2; taken.has(root); n++) root = `${source.root}-${n}`;
    taken.add(root);
    return { ...source, root };
  });
}
