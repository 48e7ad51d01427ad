// `npm run bench`: every *.bench.js in a process of its own, one after another. Names as arguments choose some; --long goes on to them.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = join('out', 'test', 'bench');
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const passedOn = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
const benches = readdirSync(folder).filter((name) => name.endsWith('.bench.js') && (wanted.length === 0 || wanted.some((word) => name.includes(word))));

let failed = 0;
for (const bench of benches.sort()) {
  console.log(`\n── ${bench.slice(0, -'.bench.js'.length)}`);
  const { status } = spawnSync(process.execPath, ['--expose-gc', join(folder, bench), ...passedOn], { stdio: 'inherit' });
  if (status !== 0) failed++;
}
process.exit(failed > 0 ? 1 : 0);
