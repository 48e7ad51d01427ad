import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type Mocha from 'mocha';

/**
 * What the extension host calls: runs every `*.test.js` beside this file. INTERVIEW_STUDY_TESTS narrows it to files whose name holds that
 * text, INTERVIEW_STUDY_GREP to tests whose title matches. Rejects when a test failed, which VS Code turns into exit code 1.
 */
export async function run(): Promise<void> {
  const root = join(__dirname, '..', '..', '..');
  // Loaded at run time: bundled, it would be another mocha than the one whose `describe` the tests find.
  const MochaClass = createRequire(join(root, 'package.json'))('mocha') as typeof Mocha;
  const mocha = new MochaClass({ ui: 'bdd', color: false, timeout: 30_000, reporter: join(root, 'test', 'harness', 'countingReporter.cjs') });
  if (process.env.INTERVIEW_STUDY_GREP) mocha.grep(new RegExp(process.env.INTERVIEW_STUDY_GREP));
  const wanted = process.env.INTERVIEW_STUDY_TESTS ?? '';
  const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' });
  files.filter((file) => file.endsWith('.test.js') && file.includes(wanted)).sort().forEach((file) => mocha.addFile(join(__dirname, file)));
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} of the tests in the editor failed`);
}
