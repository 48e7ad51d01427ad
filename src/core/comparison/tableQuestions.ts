import type { Cell, Verdict } from './readCell';
import type { DecisionRow } from './decide';
import { figureOf } from './figure';

/** A question about one row. Its sentence is built by whoever asks it, in the person's language. */
export interface TableQuestion {
  readonly ask:
    | { readonly kind: 'which-is'; readonly verdict: Verdict }
    | { readonly kind: 'which-says'; readonly text: string }
    | { readonly kind: 'what-of'; readonly thing: number }
    | { readonly kind: 'highest' | 'lowest' };
  /** Index of the row. */
  readonly row: number;
  /** Things (for `what-of`: the things whose cells are offered), already mixed. */
  readonly options: readonly number[];
  /** The right one of `options`. */
  readonly answer: number;
}

const mostOptions = 4;

/**
 * Questions from rows in which the things differ. Every option comes from the same row, exactly one is right, and a thing whose
 * cell is unknown is never offered: a gap in the table is not knowledge. `random` gives numbers from 0 up to, not including, 1.
 */
export function tableQuestions(rows: readonly DecisionRow[], random: () => number): readonly TableQuestion[] {
  return mix(rows.flatMap((row, index) => questionsOfRow(row.cells, index, random)), random);
}

function questionsOfRow(cells: readonly Cell[], row: number, random: () => number): TableQuestion[] {
  const known = cells.flatMap((cell, thing) => (cell.kind === 'unknown' ? [] : [{ cell, thing }]));
  if (known.length < 2) return [];
  const questions: TableQuestion[] = [];
  const offer = (ask: TableQuestion['ask'], answer: number, wrong: readonly number[]) => {
    const options = mix([answer, ...mix(wrong, random).slice(0, mostOptions - 1)], random);
    questions.push({ ask, row, options, answer });
  };
  const figure = figureOf(cells);
  if (figure !== undefined) {
    for (const kind of ['highest', 'lowest'] as const) {
      const best = Math[kind === 'highest' ? 'max' : 'min'](...figure.bars.map((bar) => bar.value));
      const holders = figure.bars.filter((bar) => bar.value === best);
      const others = figure.bars.filter((bar) => bar.value !== best).map((bar) => bar.thing);
      if (holders.length === 1 && holders[0] !== undefined && others.length > 0) offer({ kind }, holders[0].thing, others);
    }
    return questions;
  }
  for (const verdict of ['yes', 'no'] as const) {
    const holders = known.filter(({ cell }) => cell.kind === verdict);
    const others = known.filter(({ cell }) => isVerdict(cell) && cell.kind !== verdict).map(({ thing }) => thing);
    const holder = holders[Math.floor(random() * holders.length)];
    if (holder !== undefined && others.length > 0) offer({ kind: 'which-is', verdict }, holder.thing, others);
  }
  const texts = known.filter(({ cell }) => cell.kind === 'text' && cell.shown.text.length <= 160);
  const unlike = texts.filter(({ cell }, index) => texts.findIndex((other) => sameWords(other.cell, cell)) === index);
  const picked = unlike[Math.floor(random() * unlike.length)];
  if (picked !== undefined && unlike.length > 1) {
    const wrong = texts.filter(({ cell }) => !sameWords(cell, picked.cell));
    offer({ kind: 'which-says', text: picked.cell.shown.text }, picked.thing, wrong.map(({ thing }) => thing));
    offer({ kind: 'what-of', thing: picked.thing }, picked.thing, unlike.filter((other) => other !== picked).map(({ thing }) => thing));
  }
  return questions;
}

function isVerdict(cell: Cell): boolean {
  return cell.kind === 'yes' || cell.kind === 'partly' || cell.kind === 'no';
}

function sameWords(one: Cell, other: Cell): boolean {
  return one.shown.text.toLowerCase() === other.shown.text.toLowerCase();
}

function mix<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, place: random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);
}
