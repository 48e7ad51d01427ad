import { run } from './processes.mjs';

/** Runs npm as the one that runs us, if npm does; otherwise the one on PATH. Result as `run`. */
export function npm(args, options) {
  const client = process.env.npm_execpath;
  return client?.endsWith('.js')
    ? run(process.execPath, [client, ...args], options)
    : run('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** Why npm gave up, in its own words, without the lines around them. */
export function npmReason({ code, output }) {
  const lines = [...output.matchAll(/^npm error (?!code )(\S.*)$/gm)].map((found) => found[1].trim());
  return lines[0]?.replace(/[.,;]$/, '') ?? `npm ended with code ${code}`;
}
