import * as vscode from 'vscode';
import { levels, type Level } from '../../core/notes/note';
import type { TopicNode } from '../../core/notes/noteIndex';
import type { Chart } from '../../webview/statistics/protocol';
import type { Library } from '../library/library';
import type { Reviews } from '../library/reviews';
import { shareOf } from './charts';
import { number, percent, time } from './words';

interface Group {
  readonly name: string;
  readonly cards: readonly string[];
}

/** Topics down to two levels: below that most have a handful of cards. */
export function topicChart(library: Library, reviews: Reviews): Chart {
  const groups = topics(library.index.topics()).map((topic) => ({ name: topic.path, cards: cardsBelow(topic) }));
  return groupChart('topics', vscode.l10n.t('Topics'), vscode.l10n.t('What you would know now of what you have seen, by topic.'), groups, reviews);
}

export function levelChart({ index }: Library, reviews: Reviews): Chart {
  const groups = levels.map((level) => ({ name: levelName(level), cards: index.notes().flatMap((note) => (note.levels.includes(level) ? note.cards.map(({ id }) => id) : [])) }));
  return groupChart('levels', vscode.l10n.t('Levels'), vscode.l10n.t('The same by the level that a question is usually asked at.'), groups, reviews);
}

function groupChart(id: string, title: string, explanation: string, groups: readonly Group[], reviews: Reviews): Chart {
  const rows = groups.filter(({ cards }) => cards.length > 0).map((group) => ({ ...group, ...standing(group.cards, reviews) }));
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

function standing(cards: readonly string[], reviews: Reviews) {
  let [seen, due, sum] = [0, 0, 0];
  const known: string[] = [];
  for (const card of cards) {
    const recall = reviews.recallOf(card);
    if (reviews.isDue(card)) due += 1;
    if (recall === undefined) continue;
    seen += 1;
    sum += recall;
    known.push(card);
  }
  const statistics = reviews.statistics(known);
  const year = statistics.retention.at(-1);
  return { seen, due, recall: seen === 0 ? undefined : sum / seen, retention: year && shareOf(year), duration: statistics.duration };
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
