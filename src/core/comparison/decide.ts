/**
 * "Which one should I pick?": every wanted need shares its weight among its rows, and a thing earns the part it fits.
 * What is unknown earns what the known things earn on average, so that a gap neither helps nor harms, and it is named.
 */
import type { Cell } from './readCell';
import type { Need, NeedRow, Preference, Weight } from './needs';

export type Answer = { readonly wanted: 'no' } | { readonly wanted: 'yes' | 'must'; readonly weight: Weight };
/** By the need's id. A need without an answer is not wanted. */
export type Answers = ReadonlyMap<string, Answer>;

export interface DecisionRow {
  readonly name: string;
  /** One per thing. */
  readonly cells: readonly Cell[];
}

export interface RowShare {
  readonly need: string;
  readonly row: string;
  /** 0-1: this row's part of the whole weight. */
  readonly share: number;
  /** One per thing, 0-1; `undefined` where the cell is unknown or cannot be judged by what is preferred. */
  readonly fits: readonly (number | undefined)[];
  /** What `undefined` counts as: the mean of the known fits. */
  readonly mean: number;
  readonly must: boolean;
}

export interface Standing {
  readonly thing: number;
  /** 1 is the best; equal scores share a place. */
  readonly place: number;
  /** 0-1: how much of what was asked it fits. */
  readonly score: number;
  /** Names of must-have rows it fails. */
  readonly fails: readonly string[];
  /** Names of wanted rows where nothing is known about it. */
  readonly unknown: readonly string[];
}

export interface Decision {
  /** Best first: those that fail a must-have come after those that fail none. Empty while nothing is wanted. */
  readonly standings: readonly Standing[];
  readonly shares: readonly RowShare[];
  /** False where every thing fails a must-have or meets less than half of what was asked. */
  readonly someFit: boolean;
}

/** Scores that differ by less are the same: they differ by rounding only. */
const tie = 1e-9;

export function decide(needs: readonly Need[], rows: readonly DecisionRow[], things: number, answers: Answers): Decision {
  const shares = readShares(needs, rows, things, answers);
  if (shares.length === 0) return { standings: [], shares, someFit: true };
  const unplaced = Array.from({ length: things }, (_, thing) => ({
    thing,
    score: shares.reduce((sum, row) => sum + row.share * (row.fits[thing] ?? row.mean), 0),
    fails: unique(shares.filter((row) => row.must && (row.fits[thing] ?? 1) < 0.5).map((row) => row.row)),
    unknown: unique(shares.filter((row) => row.fits[thing] === undefined).map((row) => row.row)),
  }));
  unplaced.sort((one, other) => compareStandings(one, other) || one.thing - other.thing);
  const standings: Standing[] = [];
  unplaced.forEach((standing, index) => {
    const above = standings[index - 1];
    standings.push({ ...standing, place: above !== undefined && compareStandings(above, standing) === 0 ? above.place : index + 1 });
  });
  return { standings, shares, someFit: standings.some((standing) => standing.fails.length === 0 && standing.score >= 0.5 - tie) };
}

/** Names of the things in first place: more than one where they are tied. */
export function winners(decision: Decision): readonly number[] {
  return decision.standings.filter((standing) => standing.place === 1).map((standing) => standing.thing);
}

function compareStandings(one: Omit<Standing, 'place'>, other: Omit<Standing, 'place'>): number {
  const failing = Number(one.fails.length > 0) - Number(other.fails.length > 0);
  if (failing !== 0) return failing;
  return Math.abs(one.score - other.score) < tie ? 0 : other.score - one.score;
}

function readShares(needs: readonly Need[], rows: readonly DecisionRow[], things: number, answers: Answers): RowShare[] {
  const wanted = needs.flatMap((need) => {
    const answer = answers.get(need.id);
    if (answer === undefined || answer.wanted === 'no') return [];
    const judged = need.rows.flatMap((needRow) => {
      const row = rows.find((candidate) => candidate.name === needRow.row);
      const fits = row === undefined ? [] : judgeRow(needRow.prefers, row.cells.slice(0, things));
      return fits.some((fit) => fit !== undefined) ? [{ needRow, fits }] : [];
    });
    return judged.length === 0 ? [] : [{ need, judged, weight: answer.weight, must: answer.wanted === 'must' }];
  });
  const total = wanted.reduce((sum, { weight }) => sum + weight, 0);
  return wanted.flatMap(({ need, judged, weight, must }) =>
    judged.map(({ needRow, fits }: { needRow: NeedRow; fits: readonly (number | undefined)[] }): RowShare => {
      const known = fits.filter((fit) => fit !== undefined);
      return {
        need: need.id,
        row: needRow.row,
        share: weight / total / judged.length,
        fits,
        mean: known.reduce((sum, fit) => sum + fit, 0) / known.length,
        must: must || needRow.must,
      };
    }),
  );
}

/** How well each cell fits, 0-1. `undefined` where nothing is known, or where a free text cannot be weighed. */
export function judgeRow(prefers: Preference, cells: readonly Cell[]): (number | undefined)[] {
  const numbers = cells.flatMap((cell) => (cell.kind === 'number' ? [cell.value] : []));
  const low = Math.min(...numbers);
  const high = Math.max(...numbers);
  const upward = prefers.wants === 'yes' || prefers.wants === 'high';
  return cells.map((cell) => {
    if (cell.kind === 'unknown') return undefined;
    if (prefers.wants === 'text') return cell.kind !== 'no' && says(cell, prefers.text) ? 1 : 0;
    if (cell.kind === 'text') return undefined;
    if (cell.kind !== 'number') {
      const fit = { yes: 1, partly: 0.5, no: 0 }[cell.kind];
      return upward ? fit : 1 - fit;
    }
    if (prefers.wants === 'yes' || prefers.wants === 'no') return undefined;
    if (high === low) return 1;
    const part = (cell.value - low) / (high - low);
    return upward ? part : 1 - part;
  });
}

/** Whole words, whatever the case. */
function says(cell: Cell, words: string): boolean {
  const spaced = (text: string) => ` ${text.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{M}\p{N}+#]+/gu, ' ').trim()} `;
  return spaced(cell.written.text).includes(spaced(words));
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
