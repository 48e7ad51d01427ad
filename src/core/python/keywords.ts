/** Of Python 3.14 (`keyword.kwlist`). */
export const hardKeywords: ReadonlySet<string> = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global if ' +
    'import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);

/** Keywords where the grammar has them, names everywhere else (`keyword.softkwlist`). */
export const softKeywords: ReadonlySet<string> = new Set(['_', 'case', 'match', 'type']);

/** Keywords that every reader of Python knows: a hover over them would be in the way, so they are off unless asked for. */
export const trivialKeywords: ReadonlySet<string> = new Set(
  'False None True and as break class continue def elif else for from if import in not or pass return while'.split(' '),
);
