import tseslint from 'typescript-eslint';

/** Which rooms may not be entered from where: see CONTRIBUTING. */
const noImports = (...patterns) => ({
  'no-restricted-imports': ['error', { patterns: patterns.map(([regex, message]) => ({ regex, message })) }],
});
const vscode = ['^vscode$', 'core and pages know nothing of VS Code: take plain values.'];
const node = ['^(node:|fs$|path$|os$|crypto$)', 'Only desktop.ts and editor/library/node may use Node.'];
const editor = ['/editor/', 'The dependency goes the other way: editor shows core.'];
const only = (name, where) => [`^${name.replace(/[/.]/g, '\\$&')}($|/)`, `Only ${where} may use ${name}.`];

const owned = [
  [only('gray-matter', 'core/notes/frontMatter.ts'), 'src/core/notes/frontMatter.ts'],
  [only('js-yaml', 'core/notes/frontMatter.ts'), 'src/core/notes/frontMatter.ts'],
  [only('@noble/hashes', 'core/notes/slug.ts'), 'src/core/notes/slug.ts'],
  [only('papaparse', 'core/comparison/exportComparison.ts'), 'src/core/comparison/exportComparison.ts'],
  [only('minisearch', 'core/search/looseSearch.ts'), 'src/core/search/looseSearch.ts'],
  [only('ts-fsrs', 'core/review/scheduler.ts'), 'src/core/review/scheduler.ts'],
  [only('@lezer/python', 'core/python/parsePython.ts'), 'src/core/python/parsePython.ts'],
];
const libraries = owned.map(([pattern]) => pattern);

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'node_modules/', '.vscode-test/', 'test/workspace/'] },
  ...tseslint.configs.strict,
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { prefer: 'type-imports', fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  { files: ['src/**/*.ts'], rules: noImports(node, ...libraries) },
  { files: ['src/core/**/*.ts'], rules: noImports(vscode, node, editor, ['/webview/', 'core knows no page.'], ...libraries) },
  { files: ['src/core/notes/**/*.ts'], rules: noImports(vscode, node, editor, ['^\\.\\./', 'core/notes imports nothing of ours.'], ...libraries) },
  { files: ['src/webview/**/*.ts'], rules: noImports(vscode, node, editor, ...libraries) },
  ...owned.map(([pattern, file]) => ({
    files: [file],
    rules: noImports(vscode, node, editor, ...libraries.filter((other) => other !== pattern && !(file.endsWith('frontMatter.ts') && /gray|yaml/.test(other[0])))),
  })),
  { files: ['src/desktop.ts', 'src/editor/library/node/**/*.ts'], rules: noImports(...libraries) },
  { files: ['test/**/*.ts', 'test/**/*.mjs', '*.mjs'], rules: { 'no-console': 'off', '@typescript-eslint/no-non-null-assertion': 'off', 'no-restricted-imports': 'off' } },
);
