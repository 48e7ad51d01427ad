import * as vscode from 'vscode';
import type { Card } from '../../core/notes/note';
import type { TopicNode } from '../../core/notes/noteIndex';
import type { QuizScope } from '../commands';
import type { Library } from '../library/library';
import { plainText } from '../plainText';

/** Asks what to be quizzed on. `paused` is how many questions an interrupted quiz still has. `undefined`: the user left. */
export async function chooseScope(
  library: Library,
  paused: number,
  describe: (cards: readonly Card[]) => string,
): Promise<QuizScope | 'continue' | undefined> {
  const items: (vscode.QuickPickItem & { scope?: QuizScope | 'continue' })[] = [];
  if (paused > 0) items.push({ label: vscode.l10n.t('Continue the paused quiz'), description: vscode.l10n.t('{0} left', paused), scope: 'continue' });
  items.push({ label: vscode.l10n.t('All topics'), description: describe(cardsOf({}, library)), scope: {} });
  items.push({ label: vscode.l10n.t('Topics'), kind: vscode.QuickPickItemKind.Separator });
  for (const topic of everyTopic(library.index.topics())) {
    const cards = cardsOf({ topic: topic.path }, library);
    if (cards.length > 0) items.push({ label: plainText(topic.path), description: describe(cards), scope: { topic: topic.path } });
  }
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Start quiz'), placeHolder: vscode.l10n.t('What do you want to be asked about?') });
  return picked?.scope;
}

/** The cards that a scope names, in the order of the topic tree. */
export function cardsOf(scope: QuizScope, library: Library): readonly Card[] {
  if (scope.cards) return scope.cards.flatMap((id) => library.index.card(id)?.card ?? []);
  if (scope.note !== undefined) return library.index.note(scope.note)?.cards ?? [];
  return everyTopic(library.index.topics(), scope.topic).flatMap((topic) => topic.notes.flatMap((note) => note.cards));
}

/** A topic and all below it; without a path, every topic. The root itself has the notes without a topic. */
function everyTopic(root: TopicNode, path?: string): readonly TopicNode[] {
  const all = (topic: TopicNode): TopicNode[] => [topic, ...topic.topics.flatMap(all)];
  const topics = all(root);
  return path === undefined ? topics : topics.filter((topic) => topic.path === path || topic.path.startsWith(`${path}/`));
}
