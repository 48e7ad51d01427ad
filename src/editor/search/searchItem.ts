import * as vscode from 'vscode';
import type { FoundLine } from '../../core/search/bodySearch';
import type { Note } from '../../core/notes/note';
import type { SearchHit } from '../../core/search/noteSearch';
import { visibleText } from '../../core/notes/visibleText';
import { plainText } from '../plainText';

/** A line of the pick. Absent `noteId`: a separator. */
export interface SearchItem extends vscode.QuickPickItem {
  readonly noteId?: string;
  /** Anchor of a card or slug of a heading. */
  readonly place?: string;
  /** 0-based, where a line of the text was found. */
  readonly line?: number;
  /** Stays the same while more is found. */
  readonly key?: string;
}

export function hitItem({ note, kind, text, place, alias = '' }: SearchHit): SearchItem {
  const isNote = kind === 'note';
  return {
    label: plainText(text),
    description: plainText((isNote ? [alias, note.topic.join(' / ')] : [note.title, note.topic.join(' / ')]).filter(Boolean).join(' · ')),
    iconPath: new vscode.ThemeIcon(iconOf(kind, note)),
    alwaysShow: true,
    buttons: [openSource()],
    noteId: note.id,
    place,
    key: `${note.id}#${place ?? ''}`,
  };
}

export function lineItem(note: Note, { line, text }: FoundLine): SearchItem {
  return {
    label: plainText(shortened(visibleText(text.replace(marks, '')))),
    description: plainText(note.title),
    iconPath: new vscode.ThemeIcon('list-selection'),
    alwaysShow: true,
    buttons: [openSource()],
    noteId: note.id,
    line,
    key: `${note.id}:${line}`,
  };
}

function openSource(): vscode.QuickInputButton {
  return { iconPath: new vscode.ThemeIcon('go-to-file'), tooltip: vscode.l10n.t('Open source') };
}

function iconOf(kind: SearchHit['kind'], note: Note): string {
  switch (kind) {
    case 'question':
      return 'question';
    case 'heading':
      return 'symbol-string';
    case 'symbol':
      return 'symbol-method';
    case 'note':
      return note.kind === 'comparison' ? 'table' : note.kind === 'interview' ? 'comment-discussion' : 'note';
  }
}

const longestLine = 120;
/** What makes a line a list item, option, quote, heading or row of a table. */
const marks = /^(?:[-*+>|]\s+|\d+[.)]\s+|#{1,6}\s+|\[[ xX]\]\s+)+|\s*\|$/g;

function shortened(line: string): string {
  const text = line.replace(/\s+/g, ' ');
  return text.length <= longestLine ? text : `${text.slice(0, longestLine - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
