import type { SyntaxNode } from '@lezer/common';
import { childrenOf, textOf } from './syntax';

/** One word of an import statement and what it stands for. */
export interface ImportedName {
  readonly node: SyntaxNode;
  /** Absolute qualified name; `undefined` for relative imports, which name the user's own modules. */
  readonly form: string | undefined;
  /** The word that the scope knows afterwards; parts of a module path and names that get an alias are only read. */
  readonly binds: boolean;
  readonly isModule: boolean;
}

interface Import {
  readonly words: readonly ImportedName[];
  /** The module of `from module import *`; `undefined` where there is no star or the module is relative. */
  readonly star: string | undefined;
}

/** Reads `import a.b as c, d` and `from a.b import c as d, e`, finished or not. */
export function readImport(statement: SyntaxNode, text: string): Import {
  const nodes = [...childrenOf(statement)];
  if (nodes[0]?.name !== 'from') return { words: readItems(nodes.slice(1), text, ''), star: undefined };

  const importAt = nodes.findIndex((node) => node.name === 'import');
  const path = nodes.slice(1, importAt < 0 ? undefined : importAt);
  const isRelative = path[0]?.name === '.' || path[0]?.name === 'Ellipsis' || path[0]?.name === '...';
  const words = isRelative ? [] : readItems(path, text, '').map((word) => ({ ...word, binds: false }));
  const module = words.at(-1)?.form;
  const items = importAt < 0 ? [] : nodes.slice(importAt + 1);
  const prefix = module === undefined ? undefined : `${module}.`;
  return {
    words: [...words, ...readItems(items, text, prefix).map((word) => ({ ...word, isModule: false }))],
    star: items.some((node) => node.name === '*') ? module : undefined,
  };
}

/** `prefix` is `''` for whole module names, `module.` for members, `undefined` for members of relative modules. */
function readItems(nodes: readonly SyntaxNode[], text: string, prefix: string | undefined): ImportedName[] {
  const words: ImportedName[] = [];
  let path = '';
  let isAlias = false;
  for (const node of nodes) {
    if (node.name === ',') [path, isAlias] = ['', false];
    if (node.name === 'as') isAlias = true;
    if (node.name !== 'VariableName') continue;
    const name = textOf(node, text);
    if (!isAlias) path += path === '' ? name : `.${name}`;
    const form = prefix === undefined ? undefined : prefix + path;
    if (isAlias) unbind(words, form, path);
    words.push({ node, form, binds: isAlias || path === name, isModule: true });
  }
  return words;
}

/** `import a.b as c` binds only `c`. */
function unbind(words: ImportedName[], form: string | undefined, path: string): void {
  const parts = path.split('.').length;
  for (let at = words.length - parts; at < words.length; at++) {
    const word = words[at];
    if (word && (word.form === undefined || form?.startsWith(word.form))) words[at] = { ...word, binds: false };
  }
}
