import { execFileSync, spawnSync } from 'node:child_process';
import { pack } from './pack';

// Compiles every Python example of the starter pack with a real Python, and runs those marked `python run` to compare what they print
// with the `output` fence below them. Prints what it found and what it left out. Not part of `npm test`: a machine need not have Python.
//   node out/test/content/pythonExamples.script.js [python3]

interface Example {
  readonly place: string;
  readonly code: string;
  readonly runs: boolean;
  readonly output?: string;
}

const python = process.argv[2] ?? 'python3';
const version = spawnSync(python, ['--version'], { encoding: 'utf8' });
if (version.status !== 0) {
  console.log(`${python} is not here: nothing was checked.`);
  process.exit(0);
}

const examples = pack.flatMap(({ path, text }) => examplesOf(path, text));
const faults = [...examples.flatMap(compileFault), ...examples.filter(({ runs }) => runs).flatMap(outputFault)];
const ran = examples.filter(({ runs }) => runs);
console.log(`${version.stdout.trim()}: ${examples.length} examples compiled, ${ran.length} run, ${ran.filter(({ output }) => output !== undefined).length} outputs compared.`);
console.log(`${examples.length - ran.length} were not run: they need third-party packages, a server, or show a fault on purpose.`);
faults.forEach((fault) => console.log(fault));
process.exit(faults.length > 0 ? 1 : 0);

function examplesOf(path: string, text: string): readonly Example[] {
  const fences = /^```(python[^\n]*)\n([\s\S]*?)^```[ \t]*\n(?:\s*```output\n([\s\S]*?)^```)?/gm;
  return [...text.matchAll(fences)].map(([, info = '', code = '', output], i) => ({
    place: `${path}, example ${i + 1}`,
    code,
    runs: info.split(/\s+/).includes('run'),
    output,
  }));
}

function compileFault({ place, code }: Example): string[] {
  const { status, stderr } = spawnSync(python, ['-c', 'import ast, sys; ast.parse(sys.stdin.read())'], { input: code, encoding: 'utf8' });
  return status === 0 ? [] : [`${place} does not compile: ${stderr.trim().split('\n').at(-1)}`];
}

function outputFault({ place, code, output }: Example): string[] {
  try {
    const printed = execFileSync(python, ['-'], { input: code, encoding: 'utf8', timeout: 10_000, stdio: ['pipe', 'pipe', 'pipe'] });
    return output === undefined || printed.trimEnd() === output.trimEnd() ? [] : [`${place} printed ${JSON.stringify(printed)}`];
  } catch (error) {
    // A program that is meant to fail prints what its fence says before it does.
    const printed = error instanceof Error && 'stdout' in error ? String(error.stdout) : '';
    return output !== undefined && printed.trimEnd() === output.trimEnd() ? [] : [`${place} failed: ${error instanceof Error ? error.message.split('\n').at(-2) : error}`];
  }
}
