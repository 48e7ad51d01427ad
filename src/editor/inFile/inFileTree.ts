import * as vscode from 'vscode';
import type { Note, TextRange } from '../../core/notes/note';
import { type UsedName, type UsedNote, usesOf } from '../../core/python/usedNotes';
import type { FileNotes, InFileTools } from './fileNotes';

export const showUsesCommand = 'interviewStudy.showUses';

/** A row of the view: a note, or a name that leads to it. */
export type InFileRow = NoteRow | NameRow;

interface NoteRow {
  readonly type: 'note';
  readonly note: Note;
  readonly used: UsedNote;
}

interface NameRow {
  readonly type: 'name';
  readonly note: Note;
  readonly name: UsedName;
  readonly parent: NoteRow;
}

/** The notes behind the names that the file uses, each with those names below it. */
export class InFileTree implements vscode.TreeDataProvider<InFileRow> {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private shown: FileNotes | undefined;
  /** Made once for each state of the file: VS Code may ask for them again while it still works on the first answer. */
  private rows = new Map<NoteRow, NameRow[]>();

  constructor(private readonly stateOf: InFileTools['stateOf']) {}

  get file(): FileNotes | undefined {
    return this.shown;
  }

  show(file: FileNotes | undefined): void {
    this.shown = file;
    this.rows = new Map(file?.notes.map((used) => rowsOf(used)));
    this.changed.fire();
  }

  getChildren(row?: InFileRow): InFileRow[] {
    switch (row?.type) {
      case undefined:
        return [...this.rows.keys()];
      case 'note':
        return this.rows.get(row) ?? [];
      case 'name':
        return [];
    }
  }

  getParent(row: InFileRow): InFileRow | undefined {
    return row.type === 'name' ? row.parent : undefined;
  }

  getTreeItem(row: InFileRow): vscode.TreeItem {
    const item = row.type === 'note' ? this.noteItem(row.used) : nameItem(row.note, row.name);
    item.command = { command: showUsesCommand, title: vscode.l10n.t('Show where it is used'), arguments: [row] };
    return item;
  }

  private noteItem(used: UsedNote): vscode.TreeItem {
    const { note } = used;
    const item = new vscode.TreeItem(note.title, vscode.TreeItemCollapsibleState.Collapsed);
    const state = this.stateOf(note);
    item.id = `note:${note.id}`;
    item.contextValue = note.cards.length > 0 ? 'usedNote' : 'usedNoteWithoutCards';
    item.iconPath = new vscode.ThemeIcon(note.kind === 'comparison' ? 'table' : 'note');
    item.description = [usesText(usesOf(used)), ...(state ? [state] : [])].join(' · ');
    item.tooltip = tooltipOf(used, item.description);
    return item;
  }
}

function rowsOf(used: UsedNote): readonly [NoteRow, NameRow[]] {
  const row: NoteRow = { type: 'note', note: used.note, used };
  return [row, used.names.map((name) => ({ type: 'name', note: used.note, name, parent: row }))];
}

/** Where a row's names stand, in the order of the text. */
export function placesOf(row: InFileRow): readonly TextRange[] {
  if (row.type === 'name') return row.name.places;
  return row.used.names.flatMap(({ places }) => places).sort((one, other) => one.start - other.start);
}

function nameItem(note: Note, { name, places }: UsedName): vscode.TreeItem {
  const item = new vscode.TreeItem(name);
  item.id = `name:${note.id}#${name}`;
  item.contextValue = 'usedName';
  item.iconPath = new vscode.ThemeIcon('symbol-reference');
  item.description = usesText(places.length);
  return item;
}

function usesText(uses: number): string {
  return vscode.l10n.t('{0}×', uses);
}

function tooltipOf({ note, names }: UsedNote, description: string): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString();
  tooltip.appendText(note.title);
  for (const line of [note.gist, names.map(({ name }) => name).join(', '), description]) {
    if (line) tooltip.appendMarkdown('\n\n').appendText(line);
  }
  return tooltip;
}
