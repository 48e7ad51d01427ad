import * as vscode from 'vscode';
import type { Note } from '../../core/notes/note';
import type { TopicNode } from '../../core/notes/noteIndex';
import { openNoteCommand } from '../commands';
import type { Study } from './study';

/** Opens the note that was read last; if that is in front already, the next unread one in the order of the tree. */
export async function continueReading(study: Study, inFront: string | undefined): Promise<void> {
  const { library, progress } = study;
  await library.ready;
  const last = progress.lastNote((id) => library.index.note(id) !== undefined);
  const next = last === undefined || last === inFront ? nextUnread(study, last) : last;
  if (next !== undefined) await vscode.commands.executeCommand(openNoteCommand, next);
  else void vscode.window.showInformationMessage(vscode.l10n.t('You have opened every note there is.'));
}

function nextUnread(study: Study, after: string | undefined): string | undefined {
  const notes = [...inTreeOrder(study.library.index.topics(), study.hidden)];
  const at = notes.findIndex(({ id }) => id === after) + 1;
  return [...notes.slice(at), ...notes.slice(0, at)].find((note) => !study.isRead(note))?.id;
}

function* inTreeOrder(topic: TopicNode, hidden: ReadonlySet<string>): Iterable<Note> {
  for (const child of topic.topics) if (!hidden.has(child.path)) yield* inTreeOrder(child, hidden);
  yield* topic.notes;
}
