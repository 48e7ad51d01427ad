// P11-P13: replaying the log, recording one review, the due queue and statistics. Prints figures; goals in brackets.
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { notePlace } from '../../src/core/notes/notePlace';
import { parseNote } from '../../src/core/notes/parseNote';
import { encodeEvent } from '../../src/core/review/eventLine';
import { startSession } from '../../src/core/quiz/quizSession';
import { scopeTallies } from '../../src/core/quiz/scopeTallies';
import type { Rating, ReviewEvent } from '../../src/core/review/reviewEvent';
import { nodeCheckpointFile } from '../../src/editor/library/node/checkpointFile';
import { nodeReviewFiles } from '../../src/editor/library/node/reviewFiles';
import { createReviews, defaultReviewSettings, type Reviews } from '../../src/editor/library/reviews';
import { day, noon, seeded } from '../unit/review/build';
import { threadTime } from './threadTime';

const rounds = 5;
const medianOf = (figures: number[]): number => [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN;
const shown = (milliseconds: number): string => `${milliseconds.toFixed(milliseconds < 1 ? 3 : 1)} ms`;

function say(row: string, figure: string, goal: string): void {
  console.log(`${row.padEnd(58)} ${figure.padStart(22)}   [${goal}]`);
}

/** Reviews of many cards by a few writers, in the order of time. */
function aLog(reviews: number, cards: number, writers: number, idOf = (number: number) => `pack:python/topic${number % 50}#question-number-${number}`): string[] {
  const random = seeded(1);
  const start = noon - 800 * day;
  const step = (800 * day) / reviews;
  const texts = Array.from({ length: writers }, () => [] as string[]);
  for (let index = 0; index < reviews; index++) {
    const writer = Math.floor((index / reviews) * writers);
    const lines = texts[writer]!;
    const number = Math.floor(random() * cards);
    const card = idOf(number);
    const rating = (random() < 0.12 ? 1 : random() < 0.2 ? 2 : 3) as Rating;
    const event: ReviewEvent = { id: `writer${writer}-${lines.length + 1}`, kind: 'review', card, at: Math.round(start + index * step), rating, interval: Math.floor(random() * 40 + 1) * day, duration: 8_000, tz: 'Europe/Berlin', dayStart: 4 };
    lines.push(encodeEvent(event));
  }
  return texts.map((lines) => `${lines.join('\n')}\n`);
}

const settings = { ...defaultReviewSettings, tz: 'Europe/Berlin' };

/** Returns a function that ends the watch and tells the longest time (ms) in which nothing else had a turn. */
function watched(): () => number {
  let [block, last, watching] = [0, performance.now(), true];
  const watch = (): void => {
    const now = performance.now();
    block = Math.max(block, now - last);
    last = now;
    if (watching) setImmediate(watch);
  };
  setImmediate(watch);
  return () => {
    watching = false;
    return block;
  };
}

async function opened(folder: string): Promise<{ reviews: Reviews; milliseconds: number; block: number }> {
  const watch = watched();
  const begin = performance.now();
  const reviews = createReviews({ files: nodeReviewFiles(folder), now: () => noon, settings });
  await reviews.ready;
  return { reviews, milliseconds: performance.now() - begin, block: watch() };
}

async function replay(): Promise<void> {
  for (const writers of [1, 8]) {
    const folder = mkdtempSync(join(tmpdir(), 'review-bench-'));
    const texts = aLog(100_000, 5_000, writers);
    texts.forEach((text, index) => writeFileSync(join(folder, `writer${index}.jsonl`), text));
    const [reads, loads, blocks, processor]: [number[], number[], number[], number[]] = [[], [], [], []];
    for (let round = 0; round < rounds; round++) {
      const begin = performance.now();
      for (const index of texts.keys()) readFileSync(join(folder, `writer${index}.jsonl`), 'utf8');
      reads.push(performance.now() - begin);
      const before = threadTime();
      const { reviews, milliseconds, block } = await opened(folder);
      processor.push(threadTime() - before);
      loads.push(milliseconds);
      blocks.push(block);
      reviews.dispose();
    }
    const ratio = medianOf(loads) / medianOf(reads);
    say(`P11 replay of 100,000 reviews, ${writers} file${writers > 1 ? 's' : ''}`, `${shown(medianOf(loads))} (${ratio.toFixed(0)} x read)`, '<= 300 ms in slices');
    say('    time of the processor', shown(medianOf(processor)), '<= 300 ms');
    say('    longest block', shown(medianOf(blocks)), '<= 25 ms');
    rmSync(folder, { recursive: true });
  }
}

/** The log of twenty windows with a checkpoint of it, and with a thousand answers that the last one gave since. */
async function fromCheckpoint(): Promise<void> {
  for (const since of [0, 1_000]) {
    const folder = mkdtempSync(join(tmpdir(), 'review-bench-'));
    const texts = aLog(100_000, 5_000, 20);
    const file = nodeCheckpointFile(join(folder, 'checkpoint'));
    const last = join(folder, `writer${texts.length - 1}.jsonl`);
    const lines = texts.at(-1)!.split('\n').slice(0, -1);
    const text = (some: string[]): string => some.map((line) => `${line}\n`).join('');
    texts.forEach((each, index) => writeFileSync(join(folder, `writer${index}.jsonl`), each));
    writeFileSync(last, text(lines.slice(0, lines.length - since)));
    await new Promise<void>((written) => {
      createReviews({ files: nodeReviewFiles(folder), checkpoint: { ...file, write: (bytes) => file.write(bytes).then(written) }, now: () => noon, settings });
    });
    if (since > 0) appendFileSync(last, text(lines.slice(lines.length - since)));
    const [known, processor, blocks]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < rounds * 3; round++) {
      const before = threadTime();
      const watch = watched();
      const begin = performance.now();
      const reviews = createReviews({ files: nodeReviewFiles(folder), checkpoint: { ...file, write: () => Promise.resolve() }, now: () => noon, settings });
      await reviews.statesReady;
      known.push(performance.now() - begin);
      processor.push(threadTime() - before);
      blocks.push(watch());
      if (reviews.isReady || reviews.stateOf('pack:python/topic7#question-number-7') === undefined) throw new Error('The checkpoint does not fit');
      await reviews.ready;
      reviews.dispose();
    }
    say(`P11 states from a checkpoint${since > 0 ? ` and ${since} lines since` : ''}`, shown(medianOf(known)), '<= 30 ms');
    say('    time of the processor', shown(medianOf(processor)), '');
    say('    longest block', shown(medianOf(blocks)), '<= 25 ms');
    rmSync(folder, { recursive: true });
  }
}

async function oneReview(): Promise<void> {
  const figures: number[] = [];
  for (const length of [0, 10_000, 100_000, 1_000_000]) {
    const folder = mkdtempSync(join(tmpdir(), 'review-bench-'));
    if (length > 0) writeFileSync(join(folder, 'writer0.jsonl'), aLog(length, 5_000, 1)[0]!);
    const { reviews } = await opened(folder);
    const times: number[] = [];
    for (let answer = 0; answer < 60; answer++) {
      const card = `pack:python/topic1#question-number-${answer}`;
      const begin = performance.now();
      await reviews.grade({ card, rating: 3 });
      reviews.choices(`pack:python/topic1#question-number-${answer + 1}`);
      times.push(performance.now() - begin);
    }
    figures.push(medianOf(times.slice(10)));
    say(`P12 grade, on disk, next choices, log of ${length}`, shown(medianOf(times.slice(10))), '<= 5 ms + fsync');
    rmSync(folder, { recursive: true });
  }
  say('    1,000,000 lines against none', `x ${(figures.at(-1)! / figures[0]!).toFixed(2)}`, '<= 1.2');
}

/** Median time of the clock and of the processor, in ms. */
function timed(work: () => void, times = 4 * rounds + 1): { readonly clock: number; readonly processor: number } {
  const [clocks, processors]: [number[], number[]] = [[], []];
  for (let round = 0; round < times; round++) {
    const [begin, before] = [performance.now(), threadTime()];
    work();
    processors.push(threadTime() - before);
    clocks.push(performance.now() - begin);
  }
  return { clock: medianOf(clocks), processor: medianOf(processors) };
}

function sayBoth(row: string, { clock, processor }: { readonly clock: number; readonly processor: number }, goal: string): void {
  say(row, `${shown(clock)} / ${shown(processor)}`, `${goal}, clock / processor`);
}

async function queue(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'review-bench-'));
  writeFileSync(join(folder, 'writer0.jsonl'), aLog(100_000, 50_000, 1)[0]!);
  const { reviews } = await opened(folder);
  const cards = Array.from({ length: 50_000 }, (_, index) => ({ id: `pack:python/topic${index % 50}#question-number-${index}`, topic: `topic${index % 50}` }));
  sayBoth('P13 due queue of 50,000 cards, 100,000 reviews', timed(() => reviews.dueCards(cards)), '<= 20 ms');
  sayBoth('P13 statistics of the same', timed(() => reviews.statistics()), '<= 20 ms');
  let asked = 0;
  const { clock } = timed(() => reviews.choices(`new#${asked++}`), 1_000);
  say('    four grades with their dates', shown(clock), '0.011 ms in ts-fsrs');
  rmSync(folder, { recursive: true });
}

/** Everything that is computed between the command and the first question: the counts of the first pick, the queue, the session. */
async function quizStart(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'review-bench-'));
  const notes = Array.from({ length: 5_000 }, (_, n) => {
    const questions = Array.from({ length: 10 }, (_, i) => `## What about ${10 * n + i}? <!-- ^question-number-${10 * n + i} -->\n\nAn answer of a few words.\n`);
    return parseNote(notePlace('pack', `python/note${n}.md`), `---\ntopic: area${n % 10}/topic${n % 100}\nlevel: [junior, middle]\ntags: [tag${n % 200}, all]\n---\n# Note\n\n${questions.join('\n')}`);
  });
  const ids = notes.flatMap(({ cards }) => cards.map(({ id }) => id));
  writeFileSync(join(folder, 'writer0.jsonl'), aLog(100_000, 50_000, 1, (number) => ids[number] ?? '')[0]!);
  const { reviews } = await opened(folder);
  // The tree, the badge and the status bar have asked about every card by then.
  for (const id of ids) reviews.stateOf(id);
  const countScopes = () => {
    const { due, fresh } = scopeTallies(notes, reviews.waiting(), new Set());
    reviews.countDue(due);
    reviews.countDue(fresh);
  };
  const begin = () => {
    const cards = notes.flatMap(({ topic, cards: own }) => own.map(({ id }) => ({ id, topic: topic.join('/') })));
    const session = startSession(reviews.dueCards(cards).queue.slice(0, 20), 1);
    reviews.choices(session.queue[0] ?? '');
  };
  const both = () => {
    countScopes();
    begin();
  };
  sayBoth('P13 start of a quiz on 50,000 cards, for the first time', timed(both, 1), '<= 100 ms');
  sayBoth('    again', timed(both), '<= 100 ms');
  sayBoth('    of it the counts of all topics, levels and tags', timed(countScopes), '');
  sayBoth('    of it the queue and its first card', timed(begin), '');
  const topics = [...scopeTallies(notes, reviews.waiting(), new Set()).topics.keys()];
  const groups = topics.map((path) => notes.flatMap(({ topic, cards }) => (`${topic.join('/')}/`.startsWith(`${path}/`) ? cards.map(({ id }) => id) : [])));
  const page = () => {
    reviews.statistics();
    reviews.standings([...groups, ids, ids]);
  };
  sayBoth(`P13 numbers of the statistics page, ${groups.length} topics and 2 levels`, timed(page), '<= 100 ms');
  rmSync(folder, { recursive: true });
}

async function main(): Promise<void> {
  await replay();
  await fromCheckpoint();
  await oneReview();
  await queue();
  await quizStart();
}

void main();
