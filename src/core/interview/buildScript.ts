import type { Level } from '../notes/note';

/** A card that could be asked. */
export interface Candidate {
  readonly card: string;
  readonly topic: string;
  /** Of its note. Empty: fits any. */
  readonly levels: readonly Level[];
  readonly personal: boolean;
  /** Points or a model answer of its own, not only options. */
  readonly open: boolean;
  readonly followUps: number;
  readonly due: boolean;
  /** 0-1; absent: never graded. */
  readonly recall?: number;
  /** Missed in the latest interview in which it was asked. */
  readonly missed: boolean;
  /** Behind a name in the workspace's code. */
  readonly inCode: boolean;
}

export const mixes = ['technical', 'mostlyTechnical', 'half', 'personal'] as const;
export type Mix = (typeof mixes)[number];

export interface Wishes {
  /** Absent: any. */
  readonly level?: Level;
  /** Topic paths, each with all below it. Empty: all. */
  readonly topics: readonly string[];
  readonly minutes: number;
  readonly mix: Mix;
  /** Only what stands behind names in the workspace's code (personality questions apart). */
  readonly codeOnly: boolean;
}

/** A question with its follow-up takes about this long; both source interviews come to two or three minutes. */
export const minutesPerQuestion = 3;

const personalShare: Readonly<Record<Mix, number>> = { technical: 0, mostlyTechnical: 0.2, half: 0.5, personal: 1 };

/**
 * Card ids in the order to ask: what was missed, due or weak first, topics mixed, no two questions of one topic in a row where it
 * can be helped; a personality question opens where there is one, as in real interviews. `seed` decides between equals.
 */
export function buildScript(candidates: readonly Candidate[], wishes: Wishes, seed: number): readonly string[] {
  const count = Math.max(1, Math.round(wishes.minutes / minutesPerQuestion));
  const fitting = candidates.filter((candidate) => candidate.open && fitsLevel(candidate, wishes.level));
  const personal = ranked(fitting.filter((candidate) => candidate.personal), seed);
  const technical = ranked(fitting.filter((candidate) => !candidate.personal && isWanted(candidate, wishes)), seed);
  const wantedPersonal = Math.round(count * personalShare[wishes.mix]);
  const chosenPersonal = spread(personal, Math.max(wantedPersonal, wishes.mix === 'technical' ? 0 : count - technical.length));
  const chosenTechnical = spread(technical, Math.max(0, count - Math.min(chosenPersonal.length, wantedPersonal)));
  return arranged(chosenTechnical, chosenPersonal.slice(0, count - chosenTechnical.length)).map(({ card }) => card);
}

function fitsLevel({ levels }: Candidate, level: Level | undefined): boolean {
  return level === undefined || levels.length === 0 || levels.includes(level);
}

function isWanted(candidate: Candidate, { topics, codeOnly }: Wishes): boolean {
  if (codeOnly && !candidate.inCode) return false;
  return topics.length === 0 || topics.some((topic) => candidate.topic === topic || candidate.topic.startsWith(`${topic}/`));
}

/** Lower is asked sooner. What is forgotten is weak; what was never seen lies between weak and known. */
function weakness({ missed, due, recall, followUps, inCode }: Candidate): number {
  return (missed ? -2 : 0) + (due ? -1 : 0) + (recall ?? 0.6) - (followUps > 0 ? 0.2 : 0) - (inCode ? 0.3 : 0);
}

function ranked(candidates: readonly Candidate[], seed: number): readonly Candidate[] {
  const key = new Map(candidates.map((candidate) => [candidate.card, weakness(candidate) + 0.3 * noise(candidate.card, seed)]));
  return [...candidates].sort((one, other) => (key.get(one.card) ?? 0) - (key.get(other.card) ?? 0) || (one.card < other.card ? -1 : 1));
}

/** Takes from the front, but one topic at most every other time while there are others. */
function spread(sorted: readonly Candidate[], count: number): readonly Candidate[] {
  const rest = [...sorted];
  const chosen: Candidate[] = [];
  while (chosen.length < count && rest.length > 0) {
    const last = chosen.at(-1)?.topic.split('/')[0];
    const at = rest.findIndex(({ topic }) => topic.split('/')[0] !== last);
    chosen.push(...rest.splice(Math.max(0, at), 1));
  }
  return chosen;
}

function arranged(technical: readonly Candidate[], personal: readonly Candidate[]): readonly Candidate[] {
  const [first, ...others] = personal;
  const order: Candidate[] = first ? [first] : [];
  const every = Math.max(1, Math.ceil(technical.length / (others.length + 1)));
  technical.forEach((candidate, i) => {
    order.push(candidate);
    if ((i + 1) % every === 0) order.push(...others.splice(0, 1));
  });
  return [...order, ...others];
}

/** 0-1, the same for the same card and seed: FNV-1a over both. */
function noise(card: string, seed: number): number {
  let hash = (2166136261 ^ seed) >>> 0;
  for (let i = 0; i < card.length; i++) hash = Math.imul(hash ^ card.charCodeAt(i), 16777619) >>> 0;
  return hash / 2 ** 32;
}
