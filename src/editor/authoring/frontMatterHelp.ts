import * as vscode from 'vscode';
import { frontMatterPlace, type FrontMatterPlace } from '../../core/authoring/frontMatterPlace';
import { yamlText } from '../../core/authoring/yamlText';
import type { TextRange } from '../../core/notes/note';
import type { Library } from '../library/library';
import { frontMatterKeys } from './frontMatterKeys';
import { knownValues } from './frontMatterValues';

/** Makes a Markdown file a note, so it is offered everywhere. The other keys would only be in the way of other tools' front matter. */
const makesNote = 'topic';

export function completeFrontMatter(document: vscode.TextDocument, position: vscode.Position, library: Library): vscode.CompletionItem[] | undefined {
  const place = placeAt(document, position);
  if (!place) return undefined;
  const note = library.noteAt(document.uri);
  if (place.kind === 'key') return keyItems(document, place, note !== undefined);
  if (!note && place.key !== makesNote) return undefined;
  const range = rangeIn(document, place.range);
  return knownValues(place.key, library.index, note)
    .filter(({ value }) => !place.present.includes(value))
    .map(({ value, detail }, order) => {
      const item = new vscode.CompletionItem({ label: value, description: detail }, vscode.CompletionItemKind.Value);
      item.range = range;
      // Right behind the colon YAML wants a space.
      const isGlued = !place.inList && document.getText(new vscode.Range(range.start.translate(0, range.start.character > 0 ? -1 : 0), range.start)) === ':';
      item.insertText = (isGlued ? ' ' : '') + yamlText(value, place.inList);
      item.filterText = value;
      item.sortText = String(order).padStart(5, '0');
      return item;
    });
}

function keyItems(document: vscode.TextDocument, place: FrontMatterPlace & { readonly kind: 'key' }, isNote: boolean): vscode.CompletionItem[] {
  const range = rangeIn(document, place.range);
  return frontMatterKeys().flatMap(({ key, description, value, hasValues }, order) => {
    if (place.present.has(key) || (!isNote && key !== makesNote)) return [];
    const item = new vscode.CompletionItem(key, vscode.CompletionItemKind.Property);
    item.range = range;
    item.insertText = place.hasColon ? key : new vscode.SnippetString(`${key}:${value}`);
    item.documentation = new vscode.MarkdownString(description);
    item.sortText = String(order).padStart(3, '0');
    if (hasValues && !place.hasColon) item.command = { command: 'editor.action.triggerSuggest', title: '' };
    return [item];
  });
}

export function hoverFrontMatter(document: vscode.TextDocument, position: vscode.Position, library: Library): vscode.Hover | undefined {
  const place = placeAt(document, position);
  if (place?.kind !== 'key' || !place.hasColon || !library.noteAt(document.uri)) return undefined;
  const known = frontMatterKeys().find(({ key }) => key === place.key);
  return known && new vscode.Hover(new vscode.MarkdownString(known.description), rangeIn(document, place.range));
}

function placeAt(document: vscode.TextDocument, position: vscode.Position): FrontMatterPlace | undefined {
  if (!document.lineAt(0).text.replace(/^\ufeff/, '').startsWith('---')) return undefined;
  return frontMatterPlace(document.getText(), document.offsetAt(position));
}

function rangeIn(document: vscode.TextDocument, { start, end }: TextRange): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
