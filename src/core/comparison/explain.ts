import { decide, judgeRow, winners, type Answer, type Answers, type Decision, type DecisionRow, type RowShare } from './decide';
import type { Cell } from './readCell';
import type { Need, Weight } from './needs';

export interface DecidingRow {
  readonly need: string;
  readonly row: string;
  /** What this row adds to the first's lead over the second, -1 to 1. Below zero it speaks for the second. */
  readonly lead: number;
}

/** The rows that part the first from the second, strongest first. Empty while nothing is wanted or where nothing parts them. */
export function decidingRows(decision: Decision): readonly DecidingRow[] {
  const [first, second] = decision.standings;
  if (first === undefined || second === undefined) return [];
  const fit = (row: RowShare, thing: number) => row.fits[thing] ?? row.mean;
  return decision.shares
    .map((row) => ({ need: row.need, row: row.row, lead: row.share * (fit(row, first.thing) - fit(row, second.thing)) }))
    .filter((row) => Math.abs(row.lead) > 1e-9)
    .sort((one, other) => Math.abs(other.lead) - Math.abs(one.lead));
}

/** One change that puts other things first. Each has been tried, not estimated. */
export type Flip =
  | { readonly kind: 'answer'; readonly need: string; readonly answer: Answer; readonly winners: readonly number[] }
  | { readonly kind: 'cell'; readonly row: string; readonly thing: number; readonly winners: readonly number[] };

/** The smallest changed answer per need that brings forth another winner, and the unknown cells whose best answer would. */
export function findFlips(needs: readonly Need[], rows: readonly DecisionRow[], things: number, answers: Answers): readonly Flip[] {
  const before = decide(needs, rows, things, answers);
  if (before.standings.length === 0) return [];
  const now = winners(before);
  const differs = (decision: Decision) => decision.standings.length > 0 && winners(decision).some((thing) => !now.includes(thing));
  const flips: Flip[] = [];
  for (const need of needs) {
    for (const answer of otherAnswers(answers.get(need.id) ?? { wanted: 'no' }, need.weight)) {
      const after = decide(needs, rows, things, new Map(answers).set(need.id, answer));
      if (!differs(after)) continue;
      flips.push({ kind: 'answer', need: need.id, answer, winners: winners(after) });
      break;
    }
  }
  for (const share of before.shares) {
    share.fits.forEach((fit, thing) => {
      if (fit !== undefined || now.includes(thing) || flips.some((flip) => flip.kind === 'cell' && flip.row === share.row && flip.thing === thing)) return;
      const after = decide(needs, rows.map((row) => (row.name === share.row ? withBest(row, share, thing, needs) : row)), things, answers);
      if (winners(after).includes(thing)) flips.push({ kind: 'cell', row: share.row, thing, winners: winners(after) });
    });
  }
  return flips;
}

/** Nearest first: the other weights, then must or not, then not at all. */
function otherAnswers(answer: Answer, usual: Weight): readonly Answer[] {
  if (answer.wanted === 'no') return [{ wanted: 'yes', weight: usual }, { wanted: 'must', weight: usual }];
  const weights: readonly Weight[] = [1, 2, 3];
  const others = weights.filter((weight) => weight !== answer.weight).sort((one, other) => Math.abs(one - answer.weight) - Math.abs(other - answer.weight));
  const opposite: Answer = { wanted: answer.wanted === 'must' ? 'yes' : 'must', weight: answer.weight };
  return [...others.map((weight): Answer => ({ wanted: answer.wanted, weight })), opposite, { wanted: 'no' }];
}

/** The row as it would be if the unknown cell turned out as well as any cell can. */
function withBest(row: DecisionRow, share: RowShare, thing: number, needs: readonly Need[]): DecisionRow {
  const prefers = needs.find((need) => need.id === share.need)?.rows.find((needRow) => needRow.row === share.row)?.prefers;
  if (prefers === undefined) return row;
  const cells = row.cells.map((cell, index) => (index === thing ? bestCell(row.cells, prefers.wants, prefers.wants === 'text' ? prefers.text : '') : cell));
  return judgeRow(prefers, cells)[thing] === undefined ? row : { ...row, cells };
}

function bestCell(cells: readonly Cell[], wants: 'yes' | 'no' | 'high' | 'low' | 'text', text: string): Cell {
  const said = { written: { text, spans: [] }, shown: { text, spans: [] }, unverified: false, history: [], sources: [] } as const;
  if (wants === 'text') return { kind: 'text', ...said };
  const numbers = cells.flatMap((cell) => (cell.kind === 'number' ? [cell.value] : []));
  if ((wants === 'high' || wants === 'low') && numbers.length > 0) {
    return { kind: 'number', value: wants === 'high' ? Math.max(...numbers) : Math.min(...numbers), unit: '', ...said };
  }
  return { kind: wants === 'yes' || wants === 'high' ? 'yes' : 'no', ...said };
}
