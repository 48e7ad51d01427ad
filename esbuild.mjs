// Builds what ships (dist/) and, with --tests, what the tests run (out/). `--watch` keeps building.
import { build, context, transform } from 'esbuild';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';

const watch = process.argv.includes('--watch');
const withTests = process.argv.includes('--tests');
const minify = !watch && !process.argv.includes('--readable');

/** gray-matter is bundled without its engines (js-yaml 3 and an `eval`): ours are handed in at each call. */
const grayMatterWithoutEngines = {
  name: 'gray-matter-without-engines',
  setup(bundler) {
    bundler.onResolve({ filter: /^\.\/(lib\/)?engines$/ }, (args) =>
      args.importer.includes(`${sep}gray-matter${sep}`) ? { path: 'engines', namespace: 'refusing-engines' } : undefined,
    );
    bundler.onLoad({ filter: /.*/, namespace: 'refusing-engines' }, () => ({
      contents: `const refuse = (name) => ({ parse() { throw new Error(name + ' front matter is not read'); }, stringify() { throw new Error('not supported'); } });
        module.exports = { yaml: refuse('yaml'), json: refuse('json'), javascript: refuse('javascript') };`,
    }));
    // It also asks whether its input is a Buffer. Notes are always strings, and a browser has no Buffer.
    bundler.onLoad({ filter: /gray-matter[\\/].*\.js$/ }, async (args) => ({
      contents: `const Buffer = { isBuffer: () => false, from: String };\n${await readFile(args.path, 'utf8')}`,
    }));
  },
};

async function files(folder, matches) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && matches(entry.name))
    .map((entry) => relative('.', join(entry.parentPath ?? entry.path, entry.name)).split(sep).join('/'))
    .sort();
}

/** In the browser an extension cannot list its own folder, so the list of starter notes is written at build time. */
async function listStarterNotes() {
  const notes = (await files('notes', (name) => name.endsWith('.md'))).map((path) => path.slice('notes/'.length));
  await mkdir('dist', { recursive: true });
  await writeFile('dist/starterNotes.json', JSON.stringify(notes));
}

const shared = {
  bundle: true,
  minify,
  sourcemap: !minify,
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [grayMatterWithoutEngines],
  define: { 'process.env.NODE_ENV': '"production"' },
};

/** esbuild splits ECMAScript modules only, and VS Code's way to `vscode` in those goes through another thread: each part is turned into CommonJS. */
const partsInCommonJs = {
  name: 'parts-in-common-js',
  setup(bundler) {
    bundler.onEnd(async ({ outputFiles = [] }) => {
      for (const { path, text } of outputFiles) {
        // A namespace import becomes a copy of the whole API, once for each source file: a third of the time to load.
        const direct = text.replace(/import\s*\*\s*as ([\w$]+) from\s*"vscode"/g, 'var $1=require("vscode")');
        const { code } = await transform(direct, { format: 'cjs', platform: 'node', target: 'es2022', supported: { 'dynamic-import': false }, charset: 'utf8', minify: true });
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, code);
      }
    });
  },
};

const desktop = { ...shared, entryPoints: { desktop: 'src/desktop.ts' }, outdir: 'dist', platform: 'node', external: ['vscode'] };

/** On the desktop what `import()` names is loaded when it is wanted. A build for reading stays in one file, where its source map holds. */
const desktopInParts = { ...desktop, format: 'esm', splitting: true, chunkNames: 'desktop/[name]-[hash]', write: false, plugins: [...shared.plugins, partsInCommonJs] };

const extension = [
  minify ? desktopInParts : { ...desktop, format: 'cjs' },
  { ...shared, entryPoints: ['src/web.ts'], outfile: 'dist/web.js', platform: 'browser', format: 'cjs', external: ['vscode'] },
];

const pages = (await files('src/webview', (name) => name === 'main.ts')).map((entry) => ({
  ...shared,
  entryPoints: [entry],
  outfile: `dist/webview/${entry.split('/').at(-2)}.js`,
  platform: 'browser',
  format: 'iife',
}));

async function testBuilds() {
  const node = { ...shared, minify: false, sourcemap: 'inline', platform: 'node', format: 'cjs', outbase: 'test', outdir: 'out/test' };
  const testFiles = await files('test', (name) => name.endsWith('.ts') && !name.endsWith('.d.ts'));
  const entries = testFiles.filter((path) => !path.startsWith('test/workspace/') && (/\.(test|bench|script)\.ts$/.test(path) || path.endsWith('/index.ts')));
  // mocha is loaded by the runner in the extension host; bundling it would give tests a second copy.
  return entries.length === 0 ? [] : [{ ...node, entryPoints: entries, external: ['vscode', 'mocha', 'playwright-core', 'axe-core', 'esbuild', '@vscode/test-electron'] }];
}

await rm('dist/desktop', { recursive: true, force: true });
if (withTests) await rm('out/test', { recursive: true, force: true });
await listStarterNotes();
const builds = [...extension, ...pages, ...(withTests ? await testBuilds() : [])];
if (watch) {
  await Promise.all(builds.map(async (options) => (await context(options)).watch()));
} else {
  await Promise.all(builds.map((options) => build(options)));
}
