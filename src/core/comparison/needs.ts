/** The questions of "Which one should I pick?", as a note's front matter gives them. */
export type Preference = { readonly wants: 'yes' | 'no' | 'high' | 'low' } | { readonly wants: 'text'; readonly text: string };

export interface NeedRow {
  /** Name of the row in the first column. */
  readonly row: string;
  readonly prefers: Preference;
  /** True where a thing that fails this row is out as soon as the need is wanted at all. */
  readonly must: boolean;
}

export interface Need {
  readonly id: string;
  readonly ask: string;
  /** Why it matters; empty where the author does not say. */
  readonly why: string;
  /** 1-3: how much a plain yes counts. */
  readonly weight: Weight;
  readonly rows: readonly NeedRow[];
}

export type Weight = 1 | 2 | 3;

export interface ReadNeeds {
  readonly needs: readonly Need[];
  /** Sentences for the note's author. */
  readonly problems: readonly string[];
}

/** `value` is what front matter has under `needs`; `rowNames` are the rows there are. A faulty need is left out and named. */
export function readNeeds(value: unknown, rowNames: readonly string[]): ReadNeeds {
  if (value === undefined || value === null) return { needs: [], problems: [] };
  if (!Array.isArray(value)) return { needs: [], problems: ['`needs` must be a list of questions.'] };
  const needs: Need[] = [];
  const problems: string[] = [];
  const known = new Set(rowNames);
  value.slice(0, 50).forEach((entry: unknown, index) => {
    const need = readNeed(entry, String(index + 1), known, problems);
    if (need === undefined) return;
    if (needs.some((other) => other.id === need.id)) problems.push(`Two needs have the id “${need.id}”.`);
    else needs.push(need);
  });
  return { needs, problems };
}

function readNeed(entry: unknown, number: string, known: ReadonlySet<string>, problems: string[]): Need | undefined {
  const id = text(field(entry, 'id'));
  const ask = text(field(entry, 'ask'));
  const name = id === '' ? `Need ${number}` : `Need “${id}”`;
  if (id === '' || ask === '') {
    problems.push(`${name} lacks ${id === '' ? 'an `id`' : 'its question, `ask`'}.`);
    return undefined;
  }
  const given = field(entry, 'weight') ?? 2;
  const weight = given === 1 || given === 2 || given === 3 ? given : undefined;
  if (weight === undefined) problems.push(`${name}: \`weight\` is 1, 2 or 3.`);
  const list = field(entry, 'rows');
  const rows = (Array.isArray(list) ? list : []).slice(0, 50).flatMap((row: unknown): NeedRow[] => {
    const rowName = text(field(row, 'row'));
    const prefers = readPreference(field(row, 'prefers'));
    if (!known.has(rowName)) problems.push(`${name}: there is no row “${rowName}”.`);
    else if (prefers === undefined) problems.push(`${name}: \`prefers\` of “${rowName}” is yes, no, high, low or a text.`);
    else return [{ row: rowName, prefers, must: field(row, 'must') === true }];
    return [];
  });
  if (rows.length === 0) {
    problems.push(`${name} names no row of the tables.`);
    return undefined;
  }
  return { id, ask, why: text(field(entry, 'why')), weight: weight ?? 2, rows };
}

function readPreference(value: unknown): Preference | undefined {
  // A bare `yes` is a text in YAML 1.2 and a truth value in YAML 1.1; both mean the same here.
  const wants = value === true ? 'yes' : value === false ? 'no' : typeof value === 'number' ? String(value) : text(value);
  if (wants === 'yes' || wants === 'no' || wants === 'high' || wants === 'low') return { wants };
  return wants === '' ? undefined : { wants: 'text', text: wants };
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim().slice(0, 1_000) : '';
}
