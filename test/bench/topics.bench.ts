// P5 (counts) and P16: what the tree asks when a library of 50,000 notes shows, with 5,000 notes in one topic.
import type { Note } from '../../src/core/notes/note';
import { NoteIndex } from '../../src/core/notes/noteIndex';
import { notePlace } from '../../src/core/notes/notePlace';
import { parseNote } from '../../src/core/notes/parseNote';
import { groupByLevel, groupByTag } from '../../src/core/topics/groupNotes';
import { noFilter, passesFilter } from '../../src/core/topics/noteFilter';
import { StudyCounts, type CardStanding } from '../../src/core/topics/studyCounts';
import { median, row } from './report';

const size = 50_000;
const large = 5_000;

function note(n: number): Note {
  const topic = n < large ? 'python/large' : `area-${n % 40}/part-${n % 7}`;
  const text = `---\ntitle: Note ${(n * 7919) % size}\ntopic: ${topic}\nlevel: ${n % 3 === 0 ? 'senior' : 'junior'}\ntags: [tag-${n % 60}]\n---\n## Why ${n}?\n\nSo.\n\n## How ${n}?\n\nThus.\n`;
  return parseNote(notePlace('bench', `folder-${n % 100}/note-${n}.md`), text);
}

/** Of the processor: others may be busy on the same machine. */
function time(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const goal = (what: string, value: number, most: number) => {
  if (value > most * 1.25) process.exitCode = 1;
  row(what, `${value.toFixed(2)} ms`, `goal ${most} ms ${value > most * 1.25 ? 'MISSED' : 'ok'}`);
};

const index = new NoteIndex(['en']);
for (let n = 0; n < size; n += 1) index.set(note(n));
const standings = new Map<string, CardStanding>(index.cards().filter((_, at) => at % 5 === 0).map(({ id }) => [id, 'due']));
const counts = new StudyCounts((id) => standings.get(id) ?? 'new');

const all = index.notes();
goal(`take in ${size} notes`, time(() => counts.useNotes(all)), 50);
const slices: number[] = [];
for (let more = true; more; ) slices.push(time(() => (more = counts.countSome(1000))));
row('count what is due among them', `${slices.reduce((sum, slice) => sum + slice, 0).toFixed(1)} ms`);
goal('longest slice of it', Math.max(...slices), 25);
const saves: number[] = [];
for (let n = 0; n < 21; n += 1) {
  const changed = note(n * 997);
  saves.push(
    time(() => {
      index.set({ ...changed });
      counts.useNotes(index.notes());
      counts.countSome(1000);
    }),
  );
}
goal('a saved note -> index and counts (P5)', median(saves), 2);
goal('a graded card -> counts', median(Array.from({ length: 21 }, (_, n) => time(() => counts.recount([`bench:folder-${n}/note-${n}#why-${n}`])))), 2);

const roots = () => index.topics().topics.filter(({ path }) => counts.ofTopic(path).notes > 0).map((topic) => ({ type: 'topic', topic }));
const big = () => index.topics().topics.find(({ name }) => name === 'python')?.topics[0]?.notes.map((each) => ({ type: 'note', note: each })) ?? [];
goal('getChildren of the root (P16)', time(roots), 10);
const first = time(big);
if (big().length !== large) throw new Error('the large topic is not there');
goal(`getChildren of ${large} notes, sorted for the first time`, first, 10);
goal(`getChildren of ${large} notes, again`, median(Array.from({ length: 11 }, () => time(big))), 10);
goal('what passes a filter, of all notes', time(() => index.notes().filter((each) => passesFilter(each, { ...noFilter, levels: ['senior'], states: ['due'] }, (one) => counts.ofNote(one).due > 0))), 50);
goal('grouped by level', time(() => groupByLevel(index.notes())), 25);
goal('grouped by tag', time(() => groupByTag(index.notes())), 25);
