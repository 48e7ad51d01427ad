/**
 * Parses notes with accidents: `node out/test/bench/fuzz.script.js [count] [seed]`. Prints what threw, the slowest, and places outside the
 * text. Each find names its own seed, for a unit test.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { cardContent } from '../../src/core/notes/cardContent';
import type { Note } from '../../src/core/notes/note';
import { notePlace } from '../../src/core/notes/notePlace';
import { parseNote } from '../../src/core/notes/parseNote';
import { mutatedNote } from '../unit/notes/mutatedNote';
import { seeded } from '../unit/notes/seeded';
import { threadTime } from './threadTime';

const count = Number(process.argv[2] ?? 10_000);
const firstSeed = Number(process.argv[3] ?? 1);
const slowMilliseconds = 50;
const place = notePlace('fuzz', 'folder/note.md');
const notes = readdirSync('notes', { recursive: true })
  .map(String)
  .filter((path) => path.endsWith('.md'))
  .map((path) => readFileSync(`notes/${path}`, 'utf8').slice(0, 12_000));
const extra = '---\ntags: [flashcards]\ncards: headings\n---\nQ: a\nA: b\n---\nC: [x] y\n\nfront\n??\nback ^id\n\na :: b\n- c ::: d\n\n==1;;x== {{c1::y::z}}\n\n> [!HINT]\n> h\n';

function outside(note: Note, length: number): boolean {
  const ranges = [...note.headings, ...note.links, ...note.cards, ...note.problems].map(({ range }) => range).concat(note.cards.flatMap(({ cuts }) => cuts ?? []));
  return note.bodyStart > length || ranges.some(({ start, end }) => !(start >= 0 && start <= end && end <= length));
}

/** Time of the processor: others may be busy on the same machine. */
function timeAgain(text: string): number {
  const times = [0, 1, 2].map(() => {
    const start = threadTime();
    parseNote(place, text, { headings: true });
    return threadTime() - start;
  });
  return Math.min(...times);
}

let slowest = 0;
let slowestSeed = 0;
let slow = 0;
let cards = 0;
let finds = 0;
const begin = performance.now();
for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
  const random = seeded(seed);
  const text = mutatedNote(random.below(4) === 0 ? extra.repeat(1 + random.below(5)) : random.pick(notes), random);
  const start = performance.now();
  try {
    const note = parseNote(place, text, { headings: true });
    const first = performance.now() - start;
    // Once more, because a busy machine is slow now and then, and only a note is slow each time.
    const took = first > slowMilliseconds ? Math.min(first, timeAgain(text)) : first;
    if (took > slowMilliseconds) {
      slow += 1;
      console.log(`seed ${String(seed)}: ${took.toFixed(0)} ms`);
    }
    if (took > slowest) [slowest, slowestSeed] = [took, seed];
    cards += note.cards.length;
    const ids = new Set(note.cards.map(({ id }) => id));
    if (outside(note, text.length)) console.log(`seed ${String(seed)}: a place outside the text`, (finds += 1));
    if (ids.size !== note.cards.length) console.log(`seed ${String(seed)}: an id twice`, (finds += 1));
    for (const card of note.cards) cardContent(text, card);
  } catch (error) {
    console.log(`seed ${String(seed)}: threw`, error, (finds += 1));
  }
}
console.log(`${String(count)} notes from seed ${String(firstSeed)}, ${String(cards)} cards, ${((performance.now() - begin) / 1000).toFixed(0)} s: ${String(finds)} finds, ${String(slow)} over ${String(slowMilliseconds)} ms, slowest ${slowest.toFixed(1)} ms (seed ${String(slowestSeed)})`);
