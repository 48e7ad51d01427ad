// Compares our names with what Python's own `ast`, `symtable` and `tokenize` say about its standard library.
// Run: node out/test/bench/pythonAccuracy.script.js [--misses] [--tests] (needs python3 >= 3.9 on the PATH, or its path in PYTHON)
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { namesInFile } from '../../src/core/python/namesInFile';
import { parsePython } from '../../src/core/python/parsePython';
import { PythonModule } from '../../src/core/python/pythonModule';
import type { PythonName } from '../../src/core/python/pythonName';

interface FileTruth {
  readonly path: string;
  readonly truths: readonly (readonly [place: number, kind: string, forms: readonly string[]])[];
  /** Names that the same scope both imports and assigns, or that have no symbol: the text alone cannot say what they are. */
  readonly ambiguous: readonly number[];
}

interface Score {
  right: number;
  missed: number;
  wrong: number;
}

const goal = 0.98;
const goalKinds = ['keyword', 'builtin', 'import'];
const kinds = [...goalKinds, 'attribute', 'keywordArgument'];
const python = process.env['PYTHON'] ?? 'python3';
const showsMisses = process.argv.includes('--misses');
const scores = new Map<string, Score>(kinds.map((kind) => [kind, { right: 0, missed: 0, wrong: 0 }]));
const misses = new Map<string, number>();
let files = 0;
let left = 0;

/** Decorators are imports, builtins or attributes for `ast`. */
function kindOf(name: PythonName): string {
  if (name.kind !== 'decorator') return name.kind;
  return name.form.includes('.') ? 'import' : 'builtin';
}

function count(kind: string, result: keyof Score, path: string, place: number, text: string): void {
  const score = scores.get(kind);
  if (score) score[result]++;
  if (result === 'right' || !showsMisses) return;
  const line = text.slice(0, place).split('\n').length;
  const key = `${result} ${kind}: ${path}:${line} ${text.slice(text.lastIndexOf('\n', place - 1) + 1, text.indexOf('\n', place)).trim().slice(0, 100)}`;
  misses.set(key, (misses.get(key) ?? 0) + 1);
}

function compare({ path, truths, ambiguous }: FileTruth): void {
  const text = readFileSync(path, 'utf8');
  const found = new Map<number, PythonName[]>();
  for (const name of namesInFile(new PythonModule(parsePython(text), text))) found.set(name.start, [...(found.get(name.start) ?? []), name]);
  for (const place of ambiguous) found.delete(place);
  left += ambiguous.length;
  const judged = new Set<number>();
  for (const [place, kind, forms] of truths) {
    const names = found.get(place) ?? [];
    const first = names[0];
    const isRight = first !== undefined && forms.includes(first.form);
    count(kind, isRight ? 'right' : 'missed', path, place, text);
    if (isRight) judged.add(place);
  }
  for (const [place, [first]] of found) {
    // `@name.setter` is ours alone: `ast` sees a local name.
    if (!first || judged.has(place) || first.form.startsWith('property.')) continue;
    const kind = kindOf(first);
    // Words of import statements are no `Name` nodes; receivers known from an assignment are more than `ast` tells.
    if (goalKinds.includes(kind) && !isImportWord(text, place)) count(kind, 'wrong', path, place, text);
    else if (kinds.includes(kind) && truths.some(([at, truth]) => at === place && truth === kind)) count(kind, 'wrong', path, place, text);
  }
}

function isImportWord(text: string, place: number): boolean {
  const statement = text.slice(Math.max(0, place - 4000), place);
  return /(^|\n|;|:)[ \t]*(import|from)\b[^;\n]*$|(^|\n)[ \t]*from\b[^\n]*import[ \t]*\([^)]*$|(^|\n)[ \t]*(import|from)\b([^\n]*\\\r?\n)+[^\n]*$/.test(statement);
}

async function main(): Promise<void> {
  const library = execFileSync(python, ['-c', 'import os; print(os.path.dirname(os.__file__))'], { encoding: 'utf8' }).trim();
  const version = execFileSync(python, ['--version'], { encoding: 'utf8' }).trim();
  const withTests = process.argv.includes('--tests');
  const truth = spawn(python, ['test/bench/pythonAccuracy.py', library, ...(withTests ? ['--tests'] : [])], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: truth.stdout })) {
    compare(JSON.parse(line) as FileTruth);
    files++;
  }
  for (const miss of [...misses.keys()].sort()) console.log(miss);
  console.log(`${version}, ${files} files of the standard library; ${left} names left out: imported and assigned in one scope, or in type hints that are never run`);
  console.log('kind             names      precision  recall   F1');
  for (const [kind, { right, missed, wrong }] of scores) {
    const precision = right / (right + wrong);
    const recall = right / (right + missed);
    const f1 = (2 * precision * recall) / (precision + recall);
    console.log(`${kind.padEnd(16)} ${String(right + missed).padEnd(10)} ${precision.toFixed(4)}     ${recall.toFixed(4)}   ${f1.toFixed(4)}`);
    if (goalKinds.includes(kind) && !(f1 >= goal)) process.exitCode = 1;
  }
}

void main();
