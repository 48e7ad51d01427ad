import * as vscode from 'vscode';
import { decodeLine } from '../../core/review/eventLine';
import type { ReviewFile, ReviewFiles } from '../library/reviewFiles';
import { plainText } from '../plainText';
import type { ReviewPlaces } from './reviewPlaces';

type FileItem = vscode.QuickPickItem & { readonly run: () => Thenable<unknown> };

/** Says where reviews are and which files hold them, with what can be done about it. */
export async function showReviewFiles({ current, own, filesIn }: ReviewPlaces): Promise<void> {
  const files = filesIn(current);
  const listed = await files.list();
  if (listed.length === 0) {
    void vscode.window.showInformationMessage(plainText(vscode.l10n.t('Reviews will be kept in {0} from the first answer on.', current.fsPath)));
    return;
  }
  const run = (command: string, ...rest: unknown[]) => () => vscode.commands.executeCommand(command, ...rest);
  const isOwn = current.toString() === own.toString();
  const rows = await Promise.all([...listed].sort((one, other) => other.changed - one.changed).map((file) => rowOf(file, files, current)));
  const items: (FileItem | vscode.QuickPickItem)[] = [
    { label: `$(folder-opened) ${vscode.l10n.t('Open folder')}`, description: plainText(current.fsPath), run: run('revealFileInOS', current) },
    {
      label: `$(folder) ${vscode.l10n.t('Move reviews to a folder')}`,
      description: isOwn ? vscode.l10n.t("now in VS Code's own storage, which it deletes when the extension is uninstalled") : undefined,
      run: run('interviewStudy.moveReviews'),
    },
    { label: `$(check) ${vscode.l10n.t('Check review files')}`, run: run('interviewStudy.checkReviewFiles') },
    { label: `$(export) ${vscode.l10n.t('Export reviews as CSV')}`, run: run('interviewStudy.exportReviews') },
    { label: vscode.l10n.t('Files: each window writes one of its own'), kind: vscode.QuickPickItemKind.Separator },
    ...rows,
  ];
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Your reviews: {0} files', listed.length), placeHolder: current.fsPath });
  if (picked && 'run' in picked) await picked.run();
}

async function rowOf({ name, size }: ReviewFile, files: ReviewFiles, folder: vscode.Uri): Promise<FileItem> {
  const [first = ''] = new TextDecoder().decode(await files.read(name)).split('\n', 1);
  const line = decodeLine(first);
  const origin = 'header' in line ? [line.header.host, new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium' }).format(line.header.created)] : [];
  const bytes = new Intl.NumberFormat(vscode.env.language, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 1 }).format(size / 1000);
  const uri = vscode.Uri.joinPath(folder, name);
  return { label: plainText(name), description: plainText([...origin, bytes].filter(Boolean).join(' · ')), run: () => vscode.window.showTextDocument(uri) };
}
