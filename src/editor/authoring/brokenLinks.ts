import * as vscode from 'vscode';
import { scanBlocks } from '../../core/notes/blocks';
import type { Note, NoteLink } from '../../core/notes/note';
import { noteLinks } from '../../core/notes/noteLinks';
import type { Library } from '../library/library';
import { diagnosticSource } from './noteDiagnostics';

export const brokenLink = 'broken-link';
const brokenFragment = 'broken-fragment';

/** Warnings about links that lead nowhere. Only for open notes: whether a link is broken depends on every other note. */
export async function brokenLinks(document: vscode.TextDocument, note: Note, library: Library): Promise<vscode.Diagnostic[]> {
  const text = document.getText();
  const found: vscode.Diagnostic[] = [];
  for (const link of noteLinks(text, scanBlocks(text, note.bodyStart).blocks)) {
    const problem = await problemOf(link, note, document, library);
    if (!problem) continue;
    const range = new vscode.Range(document.positionAt(link.range.start), document.positionAt(link.range.end));
    const diagnostic = new vscode.Diagnostic(range, problem.message, vscode.DiagnosticSeverity.Warning);
    diagnostic.source = diagnosticSource;
    diagnostic.code = problem.code;
    found.push(diagnostic);
  }
  return found;
}

async function problemOf({ kind, target }: NoteLink, note: Note, { uri }: vscode.TextDocument, library: Library): Promise<{ readonly code: string; readonly message: string } | undefined> {
  const resolved = library.index.resolveLink(note.id, target);
  if (!resolved) {
    const exists = kind === 'markdown' && (await fileExists(uri, target));
    return exists ? undefined : { code: brokenLink, message: vscode.l10n.t('No note is called "{0}".', target.split('#', 1)[0] ?? target) };
  }
  const fragment = target.slice(target.indexOf('#') + 1);
  if (!target.includes('#') || fragment === '' || resolved.anchor !== undefined || resolved.heading) return undefined;
  // Obsidian's links to blocks name any line that ends so, not only cards.
  const isBlock = fragment.startsWith('^') && (await library.textOf(resolved.note).catch(() => '')).includes(fragment);
  return isBlock ? undefined : { code: brokenFragment, message: vscode.l10n.t('"{0}" has no heading or card "{1}".', resolved.note.title, fragment) };
}

/** Links may lead to files that are no notes. */
async function fileExists(from: vscode.Uri, target: string): Promise<boolean> {
  const [written = ''] = target.split('#', 1);
  let path = written;
  try {
    path = decodeURIComponent(written);
  } catch {
    // It is not encoded after all.
  }
  const folder = path.startsWith('/') ? vscode.workspace.getWorkspaceFolder(from)?.uri : vscode.Uri.joinPath(from, '..');
  if (!folder) return false;
  const isThere = (uri: vscode.Uri) => vscode.workspace.fs.stat(uri).then(() => true, () => false);
  const uri = vscode.Uri.joinPath(folder, path);
  return (await isThere(uri)) || isThere(uri.with({ path: `${uri.path}.md` }));
}
