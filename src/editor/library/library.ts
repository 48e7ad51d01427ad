import type * as vscode from 'vscode';
import type { CardContent, Note } from '../../core/notes/note';
import type { NoteIndex } from '../../core/notes/noteIndex';
import type { NoteChange } from './noteShelf';

/** What the features ask: which notes there are and what they say. Built by `createLibrary`; the only door to note files. */
export interface Library {
  readonly index: NoteIndex;
  /** Fires once per batch of changed files, after the index knows them. */
  readonly onDidChange: vscode.Event<void>;
  /**
   * The same with what changed, for those who follow single notes. Fires just before `onDidChange`; the first scan is one change, too, against
   * what the last session knew.
   */
  readonly onDidChangeNotes: vscode.Event<readonly NoteChange[]>;
  /** Settles when all notes are known: from the last session, or when the first scan is complete. Nothing that must answer at once waits for it. */
  readonly ready: Promise<void>;
  /** True once `ready` has settled. */
  readonly isReady: boolean;
  /** Where the note's text stands. Starter notes have the read-only scheme `interview-study:`. */
  uriOf(note: Note): vscode.Uri;
  /** Whether the folder that notes of this root come from is there: an unplugged disk takes no card away for good. */
  hasRoot(root: string): Promise<boolean>;
  /** The note that this file is, or `undefined` where it is none of ours. */
  noteAt(uri: vscode.Uri): Note | undefined;
  /** The note's text as the index knows it: of the document while it has unsaved changes, else of the file. Rejects where the file is gone. */
  textOf(note: Note): Promise<string>;
  /** What a quiz shows of the card, from the note's text as it is now. `undefined` where note or card is gone. */
  contentOf(cardId: string): Promise<CardContent | undefined>;
}
