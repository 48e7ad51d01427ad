import type { SyntaxNode, Tree } from '@lezer/common';
import { type Binding, type Bindings } from './binding';
import { builtins } from './builtins';
import { readBindings, readTypeParameters } from './readBindings';
import { type Scope, scopesAround } from './scopesAround';

/** Where a name gets its meaning. */
export type Origin =
  | { readonly kind: 'bound'; readonly bindings: readonly Binding[]; readonly module: PythonModule }
  | { readonly kind: 'builtin' }
  /** Bound nowhere: it may come from one of these `import *`, or be a mistake if there are none. */
  | { readonly kind: 'unbound'; readonly stars: readonly string[] };

/**
 * One parsed text and what its scopes bind, each read when first asked for and kept. In a notebook each cell is a module that
 * sees the names of the cells above it.
 */
export class PythonModule {
  private readonly scopes = new Map<string, Bindings>();
  private globalStatements: readonly { readonly index: number; readonly text: string }[] | undefined;
  private readonly topLevelNames = new Map<string, readonly Binding[]>();

  constructor(
    readonly tree: Tree,
    readonly text: string,
    /** From top to bottom. */
    private readonly above: readonly PythonModule[] = [],
  ) {}

  bindingsOf({ kind, node }: Scope): Bindings {
    const key = `${kind} ${node.from}`;
    const known = this.scopes.get(key);
    if (known) return known;
    const bindings = kind === 'typeParameters' ? readTypeParameters(node, this.text) : readBindings(node, this.text);
    this.scopes.set(key, bindings);
    return bindings;
  }

  /** What a name means where it is read at this node. */
  originOf(name: string, node: SyntaxNode): Origin {
    let isGlobal = false;
    let isNonlocal = false;
    for (const scope of scopesAround(node)) {
      if (scope.kind === 'module') break;
      if (isGlobal || (isNonlocal && scope.kind === 'class')) continue;
      const bindings = this.bindingsOf(scope);
      isGlobal = bindings.globals.has(name);
      if (isGlobal) continue;
      if (bindings.nonlocals.has(name)) {
        isNonlocal = true;
        continue;
      }
      const found = bindings.names.get(name);
      if (found) return { kind: 'bound', bindings: found, module: this };
    }
    return this.originInModule(name);
  }

  private originInModule(name: string): Origin {
    // The nearest cell wins: it ran last.
    const modules = [this, ...[...this.above].reverse()];
    for (const module of modules) {
      const bindings = module.topLevel(name);
      if (bindings.length > 0) return { kind: 'bound', bindings, module };
    }
    if (builtins.has(name)) return { kind: 'builtin' };
    return { kind: 'unbound', stars: modules.flatMap((module) => module.bindingsOf(module.top).stars) };
  }

  private topLevel(name: string): readonly Binding[] {
    const known = this.topLevelNames.get(name);
    if (known) return known;
    const bindings = [...(this.bindingsOf(this.top).names.get(name) ?? []), ...this.declaredGlobal(name)];
    this.topLevelNames.set(name, bindings);
    return bindings;
  }

  private get top(): Scope {
    return { kind: 'module', node: this.tree.topNode };
  }

  /** What functions bind in the module by `global name`. Such statements are rare, so they are found by their text. */
  private declaredGlobal(name: string): readonly Binding[] {
    this.globalStatements ??= [...this.text.matchAll(/\bglobal\b[^\r\n]*/g)].map(({ index, 0: text }) => ({ index, text }));
    const functions = new Map<number, Scope>();
    for (const { index, text } of this.globalStatements) {
      const node = text.includes(name) ? this.tree.resolveInner(index, 1) : undefined;
      const scope = node?.name === 'global' ? scopesAround(node).next().value : undefined;
      if (scope && scope.kind !== 'module') functions.set(scope.node.from, scope);
    }
    return [...functions.values()].flatMap((scope) => {
      const { globals, names } = this.bindingsOf(scope);
      return globals.has(name) ? (names.get(name) ?? []) : [];
    });
  }
}
