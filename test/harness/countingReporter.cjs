/* eslint-disable @typescript-eslint/no-require-imports -- mocha loads its reporters with require */
'use strict';
// Mocha's usual output, and the real counts in a file for the step that started us: `{ passed, failed, skipped, files }`, the last by test file.
const { writeFileSync } = require('node:fs');
const Spec = require('mocha/lib/reporters/spec');

module.exports = class CountingReporter extends Spec {
  constructor(runner, options) {
    super(runner, options);
    const counts = { passed: 0, failed: 0, skipped: 0, ended: false, files: {} };
    const write = () => {
      const file = process.env.INTERVIEW_STUDY_COUNTS;
      if (file) writeFileSync(file, JSON.stringify(counts));
    };
    write();
    const count = (key) => (test) => {
      counts[key] += 1;
      const file = (counts.files[test.file ?? test.parent?.file ?? ''] ??= { passed: 0, failed: 0, skipped: 0 });
      file[key] += 1;
      write();
    };
    runner.on('pass', count('passed'));
    runner.on('fail', count('failed'));
    runner.on('pending', count('skipped'));
    runner.on('end', () => {
      counts.ended = true;
      write();
    });
  }
};
