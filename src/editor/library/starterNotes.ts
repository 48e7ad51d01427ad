import * as vscode from 'vscode';
import type { FoundFile } from './noteFiles';

export const starterScheme = 'interview-study';

/** Starter notes open under a scheme of their own, read-only, so that nobody edits what the next update replaces. */
export function starterUri(path: string): vscode.Uri {
  return vscode.Uri.from({ scheme: starterScheme, path: `/${path}` });
}

/** The starter pack's files by the list that the build wrote: in the browser an extension cannot list its own folder. */
export async function starterFiles(extensionUri: vscode.Uri): Promise<readonly FoundFile[]> {
  const list: unknown = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', 'starterNotes.json'))));
  if (!Array.isArray(list)) return [];
  return list.flatMap((path: unknown) => (typeof path === 'string' ? [{ path, uri: vscode.Uri.joinPath(extensionUri, 'notes', path) }] : []));
}

export function registerStarterScheme(extensionUri: vscode.Uri): vscode.Disposable {
  return vscode.workspace.registerFileSystemProvider(starterScheme, new StarterFileSystem(extensionUri), { isReadonly: true, isCaseSensitive: true });
}

/** Reads through to the extension's own `notes` folder; everything that would write is refused. */
class StarterFileSystem implements vscode.FileSystemProvider {
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;

  constructor(private readonly extensionUri: vscode.Uri) {}

  watch(): vscode.Disposable {
    // The pack changes only with the extension, which then starts anew.
    return new vscode.Disposable(() => undefined);
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    return { ...(await vscode.workspace.fs.stat(this.real(uri))), permissions: vscode.FilePermission.Readonly };
  }

  readFile(uri: vscode.Uri): Thenable<Uint8Array> {
    return vscode.workspace.fs.readFile(this.real(uri));
  }

  readDirectory(uri: vscode.Uri): Thenable<[string, vscode.FileType][]> {
    return vscode.workspace.fs.readDirectory(this.real(uri));
  }

  createDirectory(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  private real(uri: vscode.Uri): vscode.Uri {
    if (uri.path.split('/').includes('..')) throw vscode.FileSystemError.FileNotFound(uri);
    return vscode.Uri.joinPath(this.extensionUri, 'notes', uri.path);
  }
}
