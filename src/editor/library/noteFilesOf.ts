import * as vscode from 'vscode';
import type { FileText } from './decodeNote';
import { isLeftOut, leftOutGlobs } from './leftOutNotes';
import { isSkippedFolder, type FoundFile, type ListOptions, type NoteFiles } from './noteFiles';
import type { NoteSource } from './noteSources';
import { slices } from '../slices';
import { starterFiles, starterUri } from './starterNotes';

/** A Markdown file that may be a note, with where it belongs. */
export interface NoteFile {
  readonly uri: vscode.Uri;
  /** Under which address the editor shows it: the same as `uri` but for starter notes. */
  readonly shownAs: vscode.Uri;
  readonly source: NoteSource;
  /** Below the source's folder, with `/`. */
  readonly path: string;
  /** See `FileText`; only where the listing was asked for it. */
  readonly stamp?: number;
}

const mostWorkspaceFiles = 5000;
/** Only this much of a workspace file is looked at to see whether it is a note. */
const sniffCharacters = 4096;
const aboutTheProject = /(^|\/)(README|CHANGELOG|LICENSE|CONTRIBUTING|CODE_OF_CONDUCT|SECURITY)(\.[\w-]+)?\.md$/i;

/** The files of a source that may be notes. Those of a workspace are found with the user's own excludes. */
export async function noteFilesOf(source: NoteSource, extensionUri: vscode.Uri, files: NoteFiles, options?: ListOptions): Promise<readonly NoteFile[]> {
  if (source.kind === 'workspace') {
    const found = await vscode.workspace.findFiles(new vscode.RelativePattern(source.folder, '**/*.md'), undefined, mostWorkspaceFiles);
    const excluded = leftOutGlobs();
    return found.flatMap((uri) => noteFileAt(uri, [source], excluded) ?? []);
  }
  const found = source.kind === 'starter' ? await starterFiles(extensionUri) : await files.list(source.folder, options);
  const pause = slices();
  const globs = source.kind === 'starter' ? [] : leftOutGlobs();
  const noteFiles: NoteFile[] = [];
  for (const file of found) {
    const turn = pause();
    if (turn) await turn;
    if (!isLeftOut(file.uri, source.folder, globs)) noteFiles.push(noteFileOf(file, source));
  }
  return noteFiles;
}

/** The note file at this address, or `undefined` where it lies in none of the sources, or was left out of one. */
export function noteFileAt(uri: vscode.Uri, sources: readonly NoteSource[], globs = leftOutGlobs()): NoteFile | undefined {
  for (const source of sources) {
    const path = source.kind === 'starter' ? undefined : pathBelow(source.folder, uri);
    if (path === undefined || path.split('/').slice(0, -1).some(isSkippedFolder)) continue;
    return isLeftOut(uri, source.folder, globs) ? undefined : noteFileOf({ uri, path }, source);
  }
  return undefined;
}

/** Whether the file is meant to be studied: anything in a note folder, else only what names its `topic`. */
export function isNoteFile(file: NoteFile, content: FileText): boolean {
  const everyFile = file.source.kind !== 'workspace' && !aboutTheProject.test(file.uri.path);
  return everyFile || namesItsTopic('text' in content ? content.text : (content.head ?? ''));
}

export function noteFileOf(file: FoundFile, source: NoteSource): NoteFile {
  const shownAs = source.kind === 'starter' ? starterUri(file.path) : file.uri;
  return { uri: file.uri, shownAs, source, path: file.path, ...(file.stamp !== undefined && { stamp: file.stamp }) };
}

function namesItsTopic(text: string): boolean {
  const head = text.slice(0, sniffCharacters);
  if (!/^---[ \t]*\r?\n/.test(head)) return false;
  const end = head.search(/\n---[ \t]*(\r?\n|$)/);
  return /^topic[ \t]*:/m.test(end < 0 ? head : head.slice(0, end));
}

function pathBelow(folder: vscode.Uri, uri: vscode.Uri): string | undefined {
  if (folder.scheme !== uri.scheme || folder.authority !== uri.authority) return undefined;
  const prefix = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return uri.path.startsWith(prefix) ? uri.path.slice(prefix.length) : undefined;
}
