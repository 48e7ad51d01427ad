import * as vscode from 'vscode';
import type { Note } from '../../core/notes/note';
import type { StudyCount } from '../../core/topics/studyCounts';
import { levelName } from './groupName';
import type { Study } from './study';
import type { TopicRow } from './topicRow';

export function rowTooltip(row: TopicRow, study: Study): vscode.MarkdownString | string {
  switch (row.type) {
    case 'topic':
      return row.grouping === 'topic' ? paragraphs([row.topic.path, countText(study.counts.ofTopic(row.topic.path))]) : '';
    case 'hidden':
      return vscode.l10n.t('These topics count nowhere: neither as due, nor in the plan for your interview.');
    case 'note':
      return noteTooltip(row.note, study);
    case 'card':
      return paragraphs([row.card.front]);
  }
}

function noteTooltip(note: Note, study: Study): vscode.MarkdownString {
  const error = note.problems.find((problem) => problem.severity === 'error');
  const lastOpened = study.progress.lastOpened(note.id);
  return paragraphs([
    note.title,
    error?.message ?? '',
    note.gist,
    countText(study.counts.ofNote(note)),
    note.levels.map(levelName).join(', '),
    note.appliesTo.length > 0 ? vscode.l10n.t('Applies to {0}', note.appliesTo.join(', ')) : '',
    freshness(note, study),
    lastOpened === undefined ? vscode.l10n.t('Not read yet') : vscode.l10n.t('Last read {0}', date(lastOpened)),
  ]);
}

function freshness(note: Note, study: Study): string {
  if (note.verified === undefined) return '';
  const verified = date(Date.parse(`${note.verified}T12:00:00`));
  return study.isStale(note) ? vscode.l10n.t('Stale: verified {0}. Check it before you rely on it.', verified) : vscode.l10n.t('Verified {0}', verified);
}

function countText({ due, fresh, cards }: StudyCount): string {
  if (cards === 0) return vscode.l10n.t('No questions yet');
  return cards === 1 ? vscode.l10n.t('1 question: {0} due, {1} new', due, fresh) : vscode.l10n.t('{0} questions: {1} due, {2} new', cards, due, fresh);
}

function date(at: number): string {
  return new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium' }).format(at);
}

function paragraphs(texts: readonly string[]): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString();
  texts.filter(Boolean).forEach((text, index) => (index === 0 ? tooltip : tooltip.appendMarkdown('\n\n')).appendText(text));
  return tooltip;
}
