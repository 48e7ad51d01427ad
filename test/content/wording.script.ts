import { readFileSync } from 'node:fs';
import { pack } from './pack';

// Finds runs of more than eight words that the starter pack shares with other texts: what it says must be said in its own words.
//   node out/test/content/wording.script.js inventory.md fact-check.md

const runLength = 9;
const others = process.argv.slice(2);
const theirs = new Set(others.flatMap((file) => runsOf(readFileSync(file, 'utf8'))));
const shared = pack.flatMap(({ path, text }) => runsOf(text).filter((run) => theirs.has(run)).map((run) => `${path}: ${run}`));
shared.forEach((line) => console.log(line));
console.log(`${pack.length} notes against ${others.length} texts: ${shared.length} shared runs of ${runLength} words.`);
process.exit(shared.length > 0 ? 1 : 0);

function runsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}_'@.]+/gu) ?? [];
  return words.slice(0, Math.max(words.length - runLength + 1, 0)).map((_, i) => words.slice(i, i + runLength).join(' '));
}
