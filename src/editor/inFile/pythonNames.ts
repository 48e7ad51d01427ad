import type * as vscode from 'vscode';
import type { HoverSettings } from '../../core/python/notesForNames';
import type { PythonModule } from '../../core/python/pythonModule';

/** What this feature needs of the one that reads Python, handed in when it is registered: its parse trees serve both. */
export interface PythonNames {
  /** Waits as long as parsing takes; `undefined` where the token was cancelled or the document closed. */
  moduleOfAny(document: vscode.TextDocument, token: vscode.CancellationToken): Promise<PythonModule | undefined>;
  settingsFor(scope: vscode.Uri | undefined): HoverSettings;
}
