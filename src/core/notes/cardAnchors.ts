import type { CardDraft } from './cardDraft';
import type { Card, NoteProblem } from './note';
import { anchorOf } from './slug';
import { textHash } from './textHash';

/**
 * Gives each card its anchor: the id its author wrote, else a slug. Equal slugs get digits of their answers' hashes, all of them:
 * numbers in the order of the text would hand one card's history to another when a third is put between them.
 */
export function anchoredCards(noteId: string, text: string, drafts: readonly CardDraft[], problems: NoteProblem[]): Card[] {
  const explicit = explicitAnchors(drafts, problems);
  const slugs = new Map<object, string>();
  const times = new Map<string, number>([...explicit.values()].map((id) => [id, 1]));
  for (const draft of drafts) {
    const block = blockOf(draft);
    if (explicit.has(block) || slugs.has(block)) continue;
    const slug = anchorOf(draft.sibling?.block.front ?? draft.front);
    slugs.set(block, slug);
    times.set(slug, (times.get(slug) ?? 0) + 1);
  }
  const taken = new Set<string>(explicit.values());
  const seen = new Set<string>();
  const bases = new Map<object, string>();
  const anchors = new Map<CardDraft, string>();
  const cards: Card[] = [];
  for (const draft of drafts) {
    const block = blockOf(draft);
    const written = explicit.get(block);
    const answerHash = textHash(text, draft.answer);
    let base = written ?? bases.get(block);
    if (base === undefined) {
      const slug = slugs.get(block) ?? '';
      base = times.get(slug) === 1 ? slug : distinct(slug, draft.sibling ? textHash(text, [draft.sibling.block.range]) : answerHash, taken, seen);
      if (base === undefined) {
        problems.push({ code: 'duplicate-card', message: 'The same question with the same answer stands above.', severity: 'warning', range: draft.range });
        continue;
      }
      taken.add(base);
      bases.set(block, base);
    }
    const anchor = base + (draft.sibling?.suffix ?? '');
    anchors.set(draft, anchor);
    const parent = draft.parent && anchors.get(draft.parent);
    cards.push({
      id: `${noteId}#${anchor}`,
      anchor,
      explicit: written !== undefined,
      kind: draft.kind,
      front: draft.front,
      range: draft.range,
      ...(draft.form !== 'heading' && { form: draft.form }),
      ...(draft.cuts && { cuts: draft.cuts }),
      ...(parent !== undefined && { parent }),
      answerHash,
    });
  }
  return cards;
}

/** Ids that authors wrote, by block, in lower case. Of two equal ones the first keeps it. */
function explicitAnchors(drafts: readonly CardDraft[], problems: NoteProblem[]): ReadonlyMap<object, string> {
  const anchors = new Map<object, string>();
  const taken = new Set<string>();
  const seen = new Set<object>();
  for (const draft of drafts) {
    const block = blockOf(draft);
    if (!draft.id || seen.has(block)) continue;
    seen.add(block);
    const id = draft.id.text.toLowerCase();
    if (taken.has(id)) {
      problems.push({ code: 'duplicate-id', message: `The id ^${draft.id.text} is already used above. Give this card another one.`, severity: 'error', range: draft.id.range });
      continue;
    }
    taken.add(id);
    anchors.set(block, id);
  }
  return anchors;
}

/** What cards of one block have in common. */
function blockOf(draft: CardDraft): object {
  return draft.sibling?.block ?? draft;
}

/** `undefined` where the same question with the same answer has been seen. */
function distinct(slug: string, hash: string, taken: ReadonlySet<string>, seen: Set<string>): string | undefined {
  const whole = `${slug}~${hash}`;
  if (seen.has(whole)) return undefined;
  seen.add(whole);
  const short = `${slug}~${hash.slice(0, 4)}`;
  return taken.has(short) ? whole : short;
}
