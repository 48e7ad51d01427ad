import * as vscode from 'vscode';
import { OpenedNotes } from '../../core/topics/openedNotes';

const storageKey = 'openedNotes';

/** Which notes were read, on this machine. Not synchronised: it is told by opening, and other machines have other notes. */
export class ReadingProgress {
  private readonly opened: OpenedNotes;
  private readonly changed = new vscode.EventEmitter<string>();
  /** Fires with the note's id when it becomes read or unread, or is opened again. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly storage: vscode.Memento) {
    this.opened = new OpenedNotes(storage.get(storageKey));
  }

  isRead(noteId: string): boolean {
    return this.opened.isRead(noteId);
  }

  lastOpened(noteId: string): number | undefined {
    return this.opened.lastOpened(noteId);
  }

  lastNote(isKnown: (noteId: string) => boolean): string | undefined {
    return this.opened.last(isKnown);
  }

  async open(noteId: string): Promise<void> {
    this.opened.open(noteId, Date.now());
    await this.save(noteId);
  }

  async setRead(noteId: string, isRead: boolean): Promise<void> {
    if (isRead) this.opened.open(noteId, Date.now());
    else this.opened.forget(noteId);
    await this.save(noteId);
  }

  dispose(): void {
    this.changed.dispose();
  }

  private async save(noteId: string): Promise<void> {
    this.changed.fire(noteId);
    await this.storage.update(storageKey, this.opened.stored());
  }
}
