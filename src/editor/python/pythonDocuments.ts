import type * as vscode from 'vscode';
import type { HoverSettings } from '../../core/python/notesForNames';
import type { PythonModule } from '../../core/python/pythonModule';
import { nameSettings } from './hoverSettings';
import type { ParsedDocuments } from './parsedDocuments';

/** The Python of open documents, for all features that look into it. Only who does pays for the parser. */
export class PythonDocuments implements vscode.Disposable {
  private loaded: Promise<ParsedDocuments> | undefined;

  dispose(): void {
    void this.loaded?.then((documents) => documents.dispose());
  }

  /** The module to look names up in; `undefined` where parsing takes too long or the hover is no longer wanted. */
  async moduleOf(document: vscode.TextDocument, token: vscode.CancellationToken): Promise<PythonModule | undefined> {
    return (await this.documents()).moduleOf(document, token);
  }

  /** The same for those who are not in a hurry: `undefined` only where it is no longer wanted. */
  async moduleOfAny(document: vscode.TextDocument, token: vscode.CancellationToken): Promise<PythonModule | undefined> {
    return (await this.documents()).moduleOfAny(document, token);
  }

  /** Which names the user wants to hear about in this document. */
  settingsFor(scope: vscode.Uri | undefined): HoverSettings {
    return nameSettings(scope);
  }

  private documents(): Promise<ParsedDocuments> {
    return (this.loaded ??= import('./parsedDocuments').then(({ ParsedDocuments }) => new ParsedDocuments()));
  }
}
