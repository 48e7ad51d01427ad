import type MarkdownIt from 'markdown-it';
import * as vscode from 'vscode';
import type { Note } from '../../core/notes/note';
import type { Library } from '../library/library';
import { escapeHtml, studyTokens, type ReadingContext } from './studyTokens';

/** Adds what study notes have to the built-in Markdown preview. Every other Markdown file renders exactly as without it. */
export function extendMarkdownIt(markdown: MarkdownIt, library: Library): MarkdownIt {
  const render = markdown.renderer.render.bind(markdown.renderer);
  markdown.renderer.render = (tokens, options, env: unknown) => {
    const note = noteOf(env, library);
    if (!note) return render(tokens, options, env);
    try {
      return render(studyTokens(tokens, readingContext(note, library)), options, env);
    } catch {
      // A preview without our decoration is better than none.
      return render(tokens, options, env);
    }
  };
  return markdown;
}

function noteOf(env: unknown, library: Library): Note | undefined {
  if (typeof env !== 'object' || env === null || !('currentDocument' in env)) return undefined;
  return env.currentDocument instanceof vscode.Uri ? library.noteAt(env.currentDocument.with({ fragment: '' })) : undefined;
}

function readingContext(note: Note, library: Library): ReadingContext {
  return {
    labels: {
      HINT: vscode.l10n.t('Hint'),
      POINTS: vscode.l10n.t('A good answer has'),
      TRAP: vscode.l10n.t('Trap'),
      OPENING: vscode.l10n.t('Opening'),
      CLOSING: vscode.l10n.t('Closing'),
      ANSWER: vscode.l10n.t('Recorded answer'),
      right: vscode.l10n.t('Right.'),
      wrong: vscode.l10n.t('Wrong.'),
      output: vscode.l10n.t('Output'),
    },
    facts: facts(note),
    hrefOf: (href) => hrefOfCard(href, note, library),
  };
}

/** `#^id` names a card; the preview scrolls to headings only, so the card's heading takes its place. */
function hrefOfCard(href: string, note: Note, library: Library): string | undefined {
  const [path = '', fragment = ''] = href.split('#');
  const anchor = decoded(fragment);
  if (!anchor.startsWith('^')) return undefined;
  const target = path === '' ? note : library.index.resolveLink(note.id, `${decoded(path)}#${anchor}`)?.note;
  const slug = target && headingSlug(target, anchor.slice(1));
  return slug === undefined ? undefined : `${path}#${encodeURIComponent(slug)}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray % in a link of the author's.
    return text;
  }
}

/** The slug of the heading that a card stands under, or `undefined` where the note has no such card. */
export function headingSlug(note: Note, anchor: string): string | undefined {
  const card = note.cards.find((candidate) => candidate.anchor === anchor.toLowerCase());
  if (!card) return undefined;
  return note.headings.filter((heading) => heading.range.start <= card.range.start).at(-1)?.slug;
}

function facts(note: Note): string {
  const parts = [
    note.levels.map((level) => `<span class="study-level">${escapeHtml(level)}</span>`).join(' '),
    escapeHtml(note.appliesTo.join(', ')),
    note.verified ? escapeHtml(vscode.l10n.t('verified {0}', note.verified)) : '',
  ].filter(Boolean);
  return parts.length === 0 ? '' : `<p class="study-facts">${parts.join(' · ')}</p>\n`;
}
