import * as vscode from 'vscode';
import type { Note } from '../../core/notes/note';
import { buttonsMarkdown, type HoverButton, noteMarkdown } from '../../core/python/hoverText';
import type { NamedNotes } from '../../core/python/notesForNames';
import { compareCommand, openNoteCommand, startQuizCommand } from '../commands';
import type { Library } from '../library/library';
import { muteHoverNameCommand } from './hoverSettings';

/** Says something short about a note's cards, such as `2 due`; `undefined` where there is nothing to say. */
export type StateOf = (note: Note) => string | undefined;

/** The hover itself: the notes' words, untrusted, and below them our links, which may run our four commands. */
export function noteHover(named: NamedNotes, document: vscode.TextDocument, library: Library, stateOf: StateOf): vscode.Hover {
  const words = new vscode.MarkdownString(noteMarkdown(named.notes.map((note) => ({ title: note.title, gist: note.gist, state: stateOf(note) }))));
  const links = new vscode.MarkdownString(buttonsMarkdown(buttonsFor(named, library)));
  links.isTrusted = { enabledCommands: [openNoteCommand, startQuizCommand, compareCommand, muteHoverNameCommand] };
  const { start, end } = named.found;
  return new vscode.Hover([words, links], new vscode.Range(document.positionAt(start), document.positionAt(end)));
}

function buttonsFor({ name, notes: [first, ...rest] }: NamedNotes, library: Library): readonly HoverButton[] {
  if (!first) return [];
  const quiz: HoverButton = { label: vscode.l10n.t('Quiz me ({0})', first.cards.length), command: startQuizCommand, arguments: [{ note: first.id }] };
  const comparison = [first, ...rest, ...relatedTo(first, library)].find((note) => note.kind === 'comparison');
  return [
    { label: vscode.l10n.t('Open note'), command: openNoteCommand, arguments: [first.id] },
    ...rest.map((note, at) => ({ label: vscode.l10n.t('Open {0}', at + 2), command: openNoteCommand, arguments: [note.id] })),
    ...(first.cards.length > 0 ? [quiz] : []),
    ...(comparison ? [{ label: vscode.l10n.t('Compare'), command: compareCommand, arguments: [comparison.id] }] : []),
    { label: vscode.l10n.t('Mute this name'), command: muteHoverNameCommand, arguments: [name] },
  ];
}

/** `related` names notes by their path in the same root, as the starter notes do, or by their whole id. */
function relatedTo(note: Note, library: Library): readonly Note[] {
  const root = note.id.slice(0, note.id.indexOf(':') + 1);
  return note.related.flatMap((path) => library.index.note(root + path) ?? library.index.note(path) ?? []);
}
