import type { SyntaxNode } from '@lezer/common';

/** One way in which a scope gives a name its meaning. */
export type Binding =
  | {
      readonly kind: 'import';
      /** Absolute qualified name. */
      readonly form: string;
      /** True for `import x`: what is bound is a module for sure. */
      readonly isModule: boolean;
      readonly isFallback: boolean;
    }
  /** One assignment to this name alone, or `with value as name`. */
  | { readonly kind: 'value'; readonly value: SyntaxNode; readonly isFallback: boolean }
  /** `name: annotation`, of a variable or a parameter. */
  | { readonly kind: 'annotation'; readonly annotation: SyntaxNode; readonly isFallback: boolean }
  | { readonly kind: 'class'; readonly definition: SyntaxNode; readonly isFallback: boolean }
  /** The first parameter of a method: `self`, `cls`. */
  | { readonly kind: 'self'; readonly definition: SyntaxNode; readonly isFallback: boolean }
  /** Loops, functions, relative imports, captures, …: the user's own, with a value that is not looked into. */
  | { readonly kind: 'own'; readonly isFallback: boolean };

/** What one scope binds. */
export interface Bindings {
  readonly names: ReadonlyMap<string, readonly Binding[]>;
  /** Declared `global` here. */
  readonly globals: ReadonlySet<string>;
  /** Declared `nonlocal` here. */
  readonly nonlocals: ReadonlySet<string>;
  /** Modules of `from x import *`, relative ones left out. */
  readonly stars: readonly string[];
}

/**
 * The bindings that count: imports, where everything else that binds the name is the fallback of an import that failed
 * (`except ImportError: orjson = None`); all of them otherwise.
 */
export function decisive(bindings: readonly Binding[]): readonly Binding[] {
  const firm = bindings.filter((binding) => !binding.isFallback);
  const imports = bindings.filter((binding) => binding.kind === 'import');
  const firmlyImported = firm.length > 0 && firm.every((binding) => binding.kind === 'import');
  return firmlyImported ? imports : bindings;
}
