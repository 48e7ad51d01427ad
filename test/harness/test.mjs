// `npm test`: everything a change must pass, on a machine that has Node and npm. Options:
//   --only types,lint,unit   these steps        --files quiz   test files whose name holds this        --grep "asks"   tests whose title matches
//   --long                   also what takes minutes: tests see INTERVIEW_STUDY_LONG
// Only Node's own modules may be imported before the project's tools are installed.
import { parseArgs } from 'node:util';
import { installProject } from './installProject.mjs';
import { stopOnSignals } from './processes.mjs';
import { fail, say } from './say.mjs';

process.chdir(new URL('../..', import.meta.url).pathname.replace(/^\/(?=[A-Za-z]:)/, ''));
stopOnSignals();
const began = Date.now();
const { values } = parseArgs({ options: { only: { type: 'string' }, files: { type: 'string' }, grep: { type: 'string' }, long: { type: 'boolean' } } });
if (values.long) process.env.INTERVIEW_STUDY_LONG = '1';

await installProject().catch(fail);
const { steps } = await import('./testSteps.mjs');
const selected = select(steps, values.only);

const results = [];
for (const step of selected) {
  console.log(`\n── ${step.name}`);
  const stepBegan = Date.now();
  const counts = await step.run(values).catch((error) => {
    console.error(error);
    return { passed: 0, failed: 1, skipped: 0 };
  });
  const result = { name: step.name, ...counts, seconds: (Date.now() - stepBegan) / 1000 };
  results.push(result);
  console.log(describeResult(result));
}

console.log('\n── summary');
results.forEach((result) => console.log(describeResult(result)));
say(`all steps took ${((Date.now() - began) / 1000).toFixed(0)} s.`);
const total = (key) => results.reduce((so, result) => so + result[key], 0);
console.log(`${total('passed')} passed, ${total('failed')} failed`);
process.exit(total('failed') > 0 ? 1 : 0);

/** The steps that were asked for, with the build before those that need it. */
function select(all, only) {
  if (only === undefined) return all;
  const names = new Set(only.split(','));
  const unknown = [...names].filter((name) => !all.some((step) => step.name === name));
  if (unknown.length > 0) fail(new Error(`There is no step ${unknown.join(', ')}; there are ${all.map((step) => step.name).join(', ')}.`));
  if (all.some((step) => names.has(step.name) && step.needsBuild)) names.add('build');
  return all.filter((step) => names.has(step.name));
}

function describeResult({ name, passed, failed, skipped, seconds }) {
  const counts = passed + failed + skipped === 0 ? 'no tests' : `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  return `${failed > 0 ? '✗' : '✓'} ${name.padEnd(9)} ${counts.padEnd(28)} ${seconds.toFixed(1).padStart(6)} s`;
}
