import * as vscode from 'vscode';
import type { Note } from '../../core/notes/note';
import { knownCards, similarCards, type CardQuestion, type KnownCard } from '../../core/notes/similarCards';
import { plainText } from '../plainText';
import type { Library } from './library';
import type { NoteChange } from './noteShelf';
import type { Reviews } from './reviews';

/** A heading is typed letter by letter, and a note is moved in two steps: what happened shows when it is quiet. */
const quietMilliseconds = 1000;
/** More new cards are no longer the work of a person at the keyboard; the oldest are forgotten. */
const mostNewCards = 20_000;

/** Follows cards with a history through edits, moves and renames: what is sure is linked, the rest is asked once. */
export function registerCardMoves(library: Library, reviews: Reviews): vscode.Disposable {
  const moves = new FollowedCards(library, reviews);
  return vscode.Disposable.from(
    library.onDidChangeNotes((changes) => moves.follow(changes)),
    vscode.workspace.onDidSaveTextDocument(() => moves.settle()),
    vscode.workspace.onDidCloseTextDocument(() => moves.settle()),
    moves,
  );
}

class FollowedCards implements vscode.Disposable {
  /** Of notes that are being changed, by note and language: their cards before, and those that were studied meanwhile. */
  private readonly before = new Map<string, { readonly id: string; readonly cards: Map<string, KnownCard> }>();
  private readonly lost = new Map<string, KnownCard>();
  private readonly added = new Map<string, KnownCard>();
  private readonly asked = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private work: Promise<void> = Promise.resolve();
  private isFollowing: boolean;

  constructor(
    private readonly library: Library,
    private readonly reviews: Reviews,
  ) {
    this.isFollowing = library.isReady;
  }

  follow(changes: readonly NoteChange[]): void {
    // The first scan finds everything new, unless it is compared with what the last session knew.
    const isFirst = !this.isFollowing;
    this.isFollowing = this.library.isReady;
    if (isFirst && changes.every(({ before }) => !before)) return;
    for (const { before, after } of changes) {
      if (before) this.remember(before, knownCards(before));
      // What is new starts with no cards.
      if (after) this.remember(after, []);
    }
    this.settle();
  }

  private remember({ id, language }: Note, cards: readonly KnownCard[]): void {
    const key = `${id} ${language ?? ''}`;
    const known = this.before.get(key);
    if (!known) this.before.set(key, { id, cards: new Map(cards.map((card) => [card.id, card])) });
    else for (const card of cards) if (this.reviews.stateOf(card.id)) known.cards.set(card.id, card);
  }

  settle(): void {
    clearTimeout(this.timer);
    if (this.before.size > 0) this.timer = setTimeout(() => (this.work = this.work.then(() => this.compare())), quietMilliseconds);
  }

  dispose(): void {
    clearTimeout(this.timer);
  }

  private async compare(): Promise<void> {
    await this.reviews.ready;
    for (const [key, { id, cards }] of [...this.before]) {
      const notes = this.library.index.variants(id);
      if (notes.some((note) => this.isBeingTyped(note))) continue;
      this.before.delete(key);
      const now = new Map(notes.flatMap(knownCards).map((card) => [card.id, card]));
      for (const card of cards.values()) if (!now.has(card.id) && this.reviews.stateOf(card.id)) this.lost.set(card.id, card);
      for (const card of now.values()) {
        this.lost.delete(card.id);
        if (!cards.has(card.id)) this.added.set(card.id, card);
      }
    }
    for (const id of [...this.lost.keys()]) if (this.library.index.card(id)) this.lost.delete(id);
    for (const id of [...this.added.keys()]) if (this.added.size > mostNewCards || !this.library.index.card(id) || this.reviews.stateOf(id)) this.added.delete(id);
    if (this.lost.size > 0 && this.added.size > 0) await this.link();
  }

  private async link(): Promise<void> {
    const roots = new Map<string, boolean>();
    const gone: KnownCard[] = [];
    for (const card of this.lost.values()) {
      const root = card.id.slice(0, card.id.indexOf(':'));
      if (!roots.has(root)) roots.set(root, await this.library.hasRoot(root));
      if (roots.get(root)) gone.push(card);
    }
    const { links, questions } = similarCards(gone, [...this.added.values()]);
    for (const { from, to } of links) await this.take(from, to);
    const open = questions.filter(({ from }) => !this.asked.has(from.id));
    for (const { from } of open) this.asked.add(from.id);
    // Not awaited: what happens meanwhile is followed all the same.
    if (open.length > 0) void this.ask(open);
  }

  private async take(from: string, to: string): Promise<void> {
    this.lost.delete(from);
    this.added.delete(to);
    // What could not be written is kept and tried again, and shown by those who count it.
    await this.reviews.link(from, to).catch(() => undefined);
  }

  private async ask(questions: readonly CardQuestion[]): Promise<void> {
    const compare = vscode.l10n.t('Compare');
    const message =
      questions.length === 1
        ? vscode.l10n.t('A question that you have studied is gone, and a similar one is new: {0}', questions[0]?.from.front ?? '')
        : vscode.l10n.t('{0} questions that you have studied are gone, and similar ones are new.', questions.length);
    if ((await vscode.window.showInformationMessage(plainText(message), compare, vscode.l10n.t('They are different'))) !== compare) return;
    for (const { from, candidates } of questions) {
      const different = { label: vscode.l10n.t('None of these'), description: vscode.l10n.t('its history stays where it is') };
      const items = candidates.map((card) => ({ label: plainText(card.front), description: plainText(card.id.slice(0, card.id.lastIndexOf('#'))), card }));
      const picked = await vscode.window.showQuickPick<{ label: string; description: string; card?: KnownCard }>([...items, different], {
        title: vscode.l10n.t('The same card?'),
        placeHolder: vscode.l10n.t('Which of these goes on with the history of: {0}', from.front),
        ignoreFocusOut: true,
      });
      if (!picked) return;
      if (picked.card) await this.take(from.id, picked.card.id);
    }
  }

  private isBeingTyped(note: Note): boolean {
    const key = this.library.uriOf(note).toString();
    return vscode.workspace.textDocuments.some((document) => document.isDirty && document.uri.toString() === key);
  }
}
