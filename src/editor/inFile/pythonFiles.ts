import * as vscode from 'vscode';
import { PythonModule } from '../../core/python/pythonModule';
import { isSkippedFolder, type NoteFiles } from '../library/noteFiles';

const mostFiles = 20_000;
/** Read at once: enough that reading goes fast, few enough that their texts do not weigh. */
const filesAtOnce = 50;
const sliceMilliseconds = 8;
/** Where tools put packages that are not the user's own code. */
const installed = /^(site-packages|dist-packages|__pypackages__|venv|env|virtualenv)$/;

/** A Python file of the workspace as it is in the editor, else on the disk. */
interface PythonFile {
  readonly uri: vscode.Uri;
  readonly text: string;
}

/**
 * Parses every Python file of the workspace whose text may be of interest and hands it on, one after the other, in slices. Files that the user
 * excludes, installed packages and files of more than 2 MB are left out. False where the token was cancelled.
 */
export async function eachPythonFile(
  files: NoteFiles,
  isOfInterest: (text: string) => boolean,
  visit: (module: PythonModule, uri: vscode.Uri) => void,
  progress: vscode.Progress<{ message?: string; increment?: number }>,
  token: vscode.CancellationToken,
): Promise<boolean> {
  const { PythonParse } = await import('../../core/python/parsePython');
  const uris = await pythonFiles(token);
  if (token.isCancellationRequested) return false;
  for (let next = 0; next < uris.length; next += filesAtOnce) {
    const batch = uris.slice(next, next + filesAtOnce);
    for (const { uri, text } of await readAll(batch, files, token)) {
      if (!isOfInterest(text)) continue;
      const parse = new PythonParse(text);
      let end = performance.now() + sliceMilliseconds;
      while (!parse.advance(() => performance.now() >= end)) {
        await turnOfOthers();
        if (token.isCancellationRequested) return false;
        end = performance.now() + sliceMilliseconds;
      }
      if (parse.tree) visit(new PythonModule(parse.tree, text), uri);
    }
    if (token.isCancellationRequested) return false;
    progress.report({ message: vscode.l10n.t('{0} of {1} files', Math.min(next + filesAtOnce, uris.length), uris.length), increment: (100 * batch.length) / uris.length });
    await turnOfOthers();
  }
  return true;
}

/** In the order of their paths. */
async function pythonFiles(token: vscode.CancellationToken): Promise<readonly vscode.Uri[]> {
  const found = await vscode.workspace.findFiles('**/*.py', undefined, mostFiles, token);
  const isOwn = (uri: vscode.Uri) => !vscode.workspace.asRelativePath(uri, false).split('/').some((part) => isSkippedFolder(part) || installed.test(part));
  return found.filter(isOwn).sort((one, other) => (one.path < other.path ? -1 : 1));
}

async function readAll(uris: readonly vscode.Uri[], files: NoteFiles, token: vscode.CancellationToken): Promise<readonly PythonFile[]> {
  const open = new Map(vscode.workspace.textDocuments.map((document) => [document.uri.toString(), document]));
  const texts = new Map<string, string>();
  const onDisk = uris.filter((uri) => {
    const document = open.get(uri.toString());
    if (document) texts.set(uri.toString(), document.getText());
    return !document;
  });
  const abort = new AbortController();
  const subscription = token.onCancellationRequested(() => abort.abort());
  await files.readEach(
    onDisk.map((uri) => ({ uri })),
    ({ uri }, content) => {
      if ('text' in content) texts.set(uri.toString(), content.text);
    },
    abort.signal,
  );
  subscription.dispose();
  return uris.flatMap((uri) => {
    const text = texts.get(uri.toString());
    return text === undefined ? [] : [{ uri, text }];
  });
}

function turnOfOthers(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
