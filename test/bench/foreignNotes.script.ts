import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Card } from '../../src/core/notes/note';
import { notePlace } from '../../src/core/notes/notePlace';
import { parseNote } from '../../src/core/notes/parseNote';

// What is taken for cards in Markdown that nobody wrote for us. Arguments: folders, and `--sample N` to print N cards of each, spread evenly.
// Headings count as questions here, as after the user's yes in Add notes folder.

interface Found {
  readonly path: string;
  readonly text: string;
  readonly card: Card;
}

function look(folder: string, sample: number): void {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md')).sort();
  const found: Found[] = [];
  const problems = new Map<string, number>();
  let characters = 0;
  let longest = 0;
  for (const path of paths) {
    const text = readFileSync(`${folder}/${path}`, 'utf8');
    const start = performance.now();
    const note = parseNote(notePlace('notes', path), text, { headings: true });
    longest = Math.max(longest, performance.now() - start);
    characters += text.length;
    found.push(...note.cards.map((card) => ({ path, text, card })));
    for (const { code } of note.problems) problems.set(code, (problems.get(code) ?? 0) + 1);
  }
  const forms = counted(found.map(({ card }) => `${card.form ?? 'heading'} ${card.kind}`));
  console.log(`${basename(folder)}: ${paths.length} files, ${(characters / 1e6).toFixed(2)} M characters, ${found.length} cards, longest note ${longest.toFixed(0)} ms`);
  console.log(`  ${JSON.stringify(Object.fromEntries(forms))} ${JSON.stringify(Object.fromEntries(problems))}`);
  for (let at = 0; at < Math.min(sample, found.length); at++) show(found[Math.floor((found.length * (at + 0.5)) / Math.min(sample, found.length))]);
}

function counted(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function show(found: Found | undefined): void {
  if (!found) return;
  const { path, text, card } = found;
  const source = text.slice(card.range.start, card.range.end).replace(/\s+/g, ' ');
  console.log(`  ${path}: ${card.front.replace(/\s+/g, ' ').slice(0, 120)}\n      … ${source.slice(-100)}`);
}

const given = process.argv.slice(2);
const at = given.indexOf('--sample');
const sample = at < 0 ? 0 : Number(given[at + 1]);
for (const folder of at < 0 ? given : [...given.slice(0, at), ...given.slice(at + 2)]) look(folder, sample);
