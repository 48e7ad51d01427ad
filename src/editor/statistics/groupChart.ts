import * as vscode from 'vscode';
import { levels, type Level } from '../../core/notes/note';
import type { TopicNode } from '../../core/notes/noteIndex';
import type { GroupStanding } from '../../core/review/groupStandings';
import type { Chart } from '../../webview/statistics/protocol';
import type { Library } from '../library/library';
import type { Reviews } from '../library/reviews';
import { shareOf } from './charts';
import { number, percent, time } from './words';

interface Group {
  readonly name: string;
  readonly cards: readonly string[];
}

/** By topic, down to two levels because below that most have a handful of cards, and by level. */
export function groupCharts(library: Library, reviews: Reviews): readonly Chart[] {
  const topics = withCards(topicGroups(library));
  const levels = withCards(levelGroups(library));
  const standings = reviews.standings([...topics, ...levels].map(({ cards }) => cards));
  return [
    groupChart('topics', vscode.l10n.t('Topics'), vscode.l10n.t('What you would know now of what you have seen, by topic.'), topics, standings.slice(0, topics.length)),
    groupChart('levels', vscode.l10n.t('Levels'), vscode.l10n.t('The same by the level that a question is usually asked at.'), levels, standings.slice(topics.length)),
  ];
}

function withCards(groups: readonly Group[]): readonly Group[] {
  return groups.filter(({ cards }) => cards.length > 0);
}

function topicGroups({ index }: Library): readonly Group[] {
  return topics(index.topics()).map((topic) => ({ name: topic.path, cards: cardsBelow(topic) }));
}

function levelGroups({ index }: Library): readonly Group[] {
  return levels.map((level) => ({ name: levelName(level), cards: index.notes().flatMap((note) => (note.levels.includes(level) ? note.cards.map(({ id }) => id) : [])) }));
}

function groupChart(id: string, title: string, explanation: string, groups: readonly Group[], standings: readonly GroupStanding[]): Chart {
  const rows = groups.flatMap(({ name, cards }, index) => {
    const standing = standings[index];
    return standing ? [{ ...standing, name, cards, retention: shareOf(standing) }] : [];
  });
  return {
    id,
    title,
    explanation,
    picture: { type: 'bars', bars: rows.filter(({ seen }) => seen > 0).map(({ name, recall }) => ({ label: name, share: recall, text: percent(recall) })) },
    table: {
      caption: title,
      columns: [title, vscode.l10n.t('Cards'), vscode.l10n.t('Seen'), vscode.l10n.t('Due'), vscode.l10n.t('Known now'), vscode.l10n.t('Retention'), vscode.l10n.t('Time')],
      rows: rows.map(({ name, cards, seen, due, recall, retention, duration }) => [name, number(cards.length), number(seen), number(due), percent(recall), percent(retention), time(duration)]),
    },
  };
}

function topics(root: TopicNode): readonly TopicNode[] {
  return root.topics.flatMap((topic) => [topic, ...topic.topics]);
}

function cardsBelow(topic: TopicNode): readonly string[] {
  return [...topic.notes.flatMap(({ cards }) => cards.map(({ id }) => id)), ...topic.topics.flatMap(cardsBelow)];
}

function levelName(level: Level): string {
  switch (level) {
    case 'junior':
      return vscode.l10n.t('Junior');
    case 'middle':
      return vscode.l10n.t('Middle');
    case 'senior':
      return vscode.l10n.t('Senior');
  }
}
