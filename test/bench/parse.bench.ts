/** How long one note takes, by size and shape: `node out/test/bench/parse.bench.js [characters]`. Ratios carry over to other machines, times do not. */
import { cardContent } from '../../src/core/notes/cardContent';
import { notePlace } from '../../src/core/notes/notePlace';
import { parseNote } from '../../src/core/notes/parseNote';
import { hostileShapes, hostileText } from './hostileShapes';
import { threadTime } from './threadTime';

const length = Number(process.argv[2] ?? 500_000);
const rounds = 2;
const place = notePlace('bench', 'folder/note.md');

/** Of the processor, on this thread: others may be busy on the same machine. As often as it takes for a clock that is exact to a few milliseconds. */
function milliseconds(work: () => void): number {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = threadTime();
    let [count, time] = [0, 0];
    for (; time < 30; count += 1, time = threadTime() - start) work();
    times.push(time / count);
  }
  return Math.min(...times);
}

const rows = hostileShapes.map((shape) => {
  const once = hostileText(shape, length);
  const twice = hostileText(shape, 2 * length);
  const time = Math.max(0.1, milliseconds(() => parseNote(place, once)));
  const ratio = milliseconds(() => parseNote(place, twice)) / time;
  const note = parseNote(place, once);
  const content = milliseconds(() => note.cards.slice(0, 3).map((card) => cardContent(once, card)));
  return { name: shape.name, perMegabyte: (time / once.length) * 1_000_000, ratio, content, cards: note.cards.length };
});
for (const { name, perMegabyte, ratio, content, cards } of rows.sort((a, b) => b.perMegabyte - a.perMegabyte)) {
  console.log(`${perMegabyte.toFixed(1).padStart(8)} ms/MB  x${ratio.toFixed(2)} for twice the size  ${String(cards).padStart(5)} cards, 3 shown in ${content.toFixed(1)} ms  ${name}`);
}
const noisy = 0.5;
const slow = rows.filter(({ perMegabyte, ratio }) => perMegabyte > 100 || (ratio > 2.5 && perMegabyte * (length / 1_000_000) > noisy));
console.log(`${String(rows.length)} shapes of ${String(length)} characters; over 100 ms/MB or ratio over 2.5: ${slow.map(({ name }) => name).join(', ') || 'none'}`);
