import * as vscode from 'vscode';
import { cardModes, levels, noteKinds, type Note } from '../../core/notes/note';
import type { NoteIndex, TopicNode } from '../../core/notes/noteIndex';
import { today } from '../today';

export interface KnownValue {
  readonly value: string;
  /** Stands beside it. */
  readonly detail?: string;
}

/** More do not help to choose, and cost time at each key. */
const mostValues = 1000;

/** What notes already say for this key, or what it may be; the most used first. */
export function knownValues(key: string, index: NoteIndex, from: Note | undefined): readonly KnownValue[] {
  switch (key) {
    case 'level':
      return levels.map((value) => ({ value }));
    case 'kind':
      return noteKinds.map((value) => ({ value }));
    case 'cards':
      return cardModes.map((value) => ({ value }));
    case 'verified':
      return [{ value: today(), detail: vscode.l10n.t('Today') }];
    case 'lang':
    case 'language':
      return counted(index.notes().map(({ language }) => language ?? 'en'), ['en', 'ko', 'ru']);
    case 'topic':
      return [...topicsBelow(index.topics())].slice(0, mostValues);
    case 'tags':
      return counted(index.notes().flatMap(({ tags }) => tags));
    case 'applies_to':
      return counted(index.notes().flatMap(({ appliesTo }) => appliesTo));
    case 'hover':
      return [...index.hoverNames()].slice(0, mostValues).map((value) => ({ value, detail: index.notesByHover(value)[0]?.title }));
    case 'related':
      return relatedNotes(index, from);
    default:
      return [];
  }
}

function counted(values: readonly string[], also: readonly string[] = []): readonly KnownValue[] {
  const times = new Map<string, number>(also.map((value) => [value, 0]));
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  const sorted = [...times].sort(([one, oneTimes], [other, otherTimes]) => otherTimes - oneTimes || one.localeCompare(other));
  return sorted.slice(0, mostValues).map(([value, count]) => ({ value, detail: count > 0 ? notes(count) : undefined }));
}

function* topicsBelow(topic: TopicNode): Iterable<KnownValue> {
  for (const child of topic.topics) {
    yield { value: child.path, detail: child.notes.length > 0 ? notes(child.notes.length) : undefined };
    yield* topicsBelow(child);
  }
}

function relatedNotes(index: NoteIndex, from: Note | undefined): readonly KnownValue[] {
  const root = from?.id.slice(0, from.id.indexOf(':'));
  const known = index.notes().filter((note) => note !== from);
  return known.slice(0, mostValues).map(({ id, title }) => ({ value: id.startsWith(`${root}:`) ? id.slice(id.indexOf(':') + 1) : id, detail: title }));
}

function notes(count: number): string {
  return count === 1 ? vscode.l10n.t('1 note') : vscode.l10n.t('{0} notes', count);
}
