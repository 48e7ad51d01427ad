import type { SyntaxNode } from '@lezer/common';
import { type Binding, decisive } from './binding';
import { type Origin, type PythonModule } from './pythonModule';
import { childrenOf, textOf } from './syntax';

/** What an expression is, as far as the text alone tells. */
export type Meaning =
  /** A module for sure, a thing with that qualified name, or what calling or annotating with it gives. */
  | { readonly kind: 'module' | 'member' | 'instance'; readonly form: string; readonly confidence: number }
  /** A class of this text, or an instance of it. */
  | { readonly kind: 'ownClass'; readonly definition: SyntaxNode; readonly module: PythonModule; readonly confidence: number };

/** Longer chains of assignments, attributes and base classes say nothing certain any more. */
const furthest = 12;

const literals: Readonly<Record<string, string>> = {
  FormatString: 'str',
  ArrayExpression: 'list',
  ArrayComprehensionExpression: 'list',
  DictionaryExpression: 'dict',
  DictionaryComprehensionExpression: 'dict',
  SetExpression: 'set',
  SetComprehensionExpression: 'set',
  TupleExpression: 'tuple',
};

/** Empty where nothing is known. Several where an import has alternatives. */
export function meaningsOf(node: SyntaxNode, module: PythonModule, depth = 0): readonly Meaning[] {
  if (depth > furthest) return [];
  const literal = literals[node.name];
  if (literal) return [instance(literal, 1)];
  switch (node.name) {
    case 'VariableName':
      return meaningsOfOrigin(textOf(node, module.text), module.originOf(textOf(node, module.text), node), depth);
    case 'String':
      return [instance(/^[rR]?[bB]/.test(textOf(node, module.text)) ? 'bytes' : 'str', 1)];
    case 'ContinuedString':
    case 'ParenthesizedExpression':
      return meaningsOfOnlyPart(node, module, depth);
    case 'MemberExpression':
      return meaningsOfMember(node, module, depth);
    case 'CallExpression':
      return meaningsOfCall(node, module, depth);
    default:
      return [];
  }
}

/** `path` of a dotted name such as `app.get` in a decorator; its first word is read at `node`. */
export function meaningsOfPath(path: readonly string[], node: SyntaxNode, module: PythonModule, depth = 0): readonly Meaning[] {
  const [root, ...attributes] = path;
  if (root === undefined || attributes.length > furthest) return [];
  const meanings = meaningsOfOrigin(root, module.originOf(root, node), depth);
  return attributes.reduce((found, attribute) => found.flatMap((meaning) => attributeOf(meaning, attribute, depth)), meanings);
}

/** What `meaning.attribute` is. */
export function attributeOf(meaning: Meaning, attribute: string, depth = 0): readonly Meaning[] {
  switch (meaning.kind) {
    case 'module': {
      const isModule = /^[a-z_]/.test(attribute);
      return [{ ...meaning, kind: isModule ? 'module' : 'member', form: `${meaning.form}.${attribute}` }];
    }
    case 'member':
      return [{ ...meaning, form: `${meaning.form}.${attribute}` }];
    case 'instance':
      return [{ kind: 'member', form: `${meaning.form}.${attribute}`, confidence: meaning.confidence * 0.95 }];
    case 'ownClass':
      if (ownMembers(meaning).has(attribute)) return [];
      return basesOf(meaning.definition, meaning.module, depth).flatMap((base) =>
        attributeOf(base, attribute, depth + 3).map((found) => ({ ...found, confidence: found.confidence * 0.9 })),
      );
  }
}

/** The names that the body of a class of this text binds. */
export function ownMembers({ definition, module }: Extract<Meaning, { kind: 'ownClass' }>): ReadonlyMap<string, unknown> {
  return module.bindingsOf({ kind: 'class', node: definition }).names;
}

/** The base classes of a class of this text, own ones included. Each counts as three steps: classes may have many bases. */
export function basesOf(definition: SyntaxNode, module: PythonModule, depth = 0): readonly Meaning[] {
  const list = definition.getChild('ArgList');
  if (!list || depth > furthest) return [];
  return [...childrenOf(list)]
    .filter((base) => base.nextSibling?.name !== 'AssignOp' && base.prevSibling?.name !== 'AssignOp')
    .flatMap((base) => meaningsOf(base, module, depth + 3));
}

function meaningsOfOrigin(name: string, origin: Origin, depth: number): readonly Meaning[] {
  switch (origin.kind) {
    case 'builtin':
      return [{ kind: 'member', form: name, confidence: 1 }];
    case 'unbound':
      return origin.stars.map((star) => ({ kind: 'member', form: `${star}.${name}`, confidence: 0.45 }));
    case 'bound': {
      const bindings = decisive(origin.bindings);
      const isPlain = bindings.length === 1 || bindings.every((binding) => binding.kind === 'import');
      return isPlain ? bindings.flatMap((binding) => meaningsOfBinding(binding, origin.module, depth + 1)) : [];
    }
  }
}

function meaningsOfBinding(binding: Binding, module: PythonModule, depth: number): readonly Meaning[] {
  switch (binding.kind) {
    case 'import':
      return [{ kind: binding.isModule ? 'module' : 'member', form: binding.form, confidence: binding.isFallback ? 0.9 : 1 }];
    case 'value':
      return meaningsOf(binding.value, module, depth).map((meaning) => ({ ...meaning, confidence: meaning.confidence * 0.95 }));
    case 'annotation':
      return meaningsOfAnnotation(binding.annotation, module, depth);
    case 'class':
    case 'self':
      return [{ kind: 'ownClass', definition: binding.definition, module, confidence: 1 }];
    case 'own':
      return [];
  }
}

/** `Session`, `"Session"`, `Session | None`, `Optional[Session]` and `Annotated[Session, …]` all give a `Session`. */
function meaningsOfAnnotation(node: SyntaxNode, module: PythonModule, depth: number): readonly Meaning[] {
  if (depth > furthest) return [];
  const inner = (part: SyntaxNode | null | undefined) => (part ? meaningsOfAnnotation(part, module, depth + 1) : []);
  switch (node.name) {
    case 'BinaryExpression': {
      const parts = [node.firstChild, node.lastChild].filter((part) => part !== null && part.name !== 'None');
      return node.getChild('BitOp') && parts.length === 1 ? inner(parts[0]) : [];
    }
    case 'String': {
      const path = /^["']([\w.]+)["']$/.exec(textOf(node, module.text))?.[1];
      return path === undefined ? [] : instances(meaningsOfPath(path.split('.'), node, module, depth));
    }
    case 'MemberExpression': {
      const generic = node.getChild('[') ? node.firstChild : null;
      if (!generic) return instances(meaningsOf(node, module, depth));
      const [wrapper] = meaningsOf(generic, module, depth);
      const isTransparent = wrapper && wrapper.kind !== 'ownClass' && /^typing(_extensions)?\.(Optional|Annotated|Final|ClassVar)$/.test(wrapper.form);
      return isTransparent ? inner(node.getChild('[')?.nextSibling) : instances(meaningsOf(generic, module, depth));
    }
    default:
      return instances(meaningsOf(node, module, depth));
  }
}

function meaningsOfOnlyPart(node: SyntaxNode, module: PythonModule, depth: number): readonly Meaning[] {
  const part = [...childrenOf(node)].find((child) => child.name !== '(');
  return part ? meaningsOf(part, module, depth + 1) : [];
}

function meaningsOfMember(node: SyntaxNode, module: PythonModule, depth: number): readonly Meaning[] {
  const owner = node.firstChild;
  const property = node.getChild('PropertyName');
  if (!owner) return [];
  const meanings = meaningsOf(owner, module, depth + 1);
  if (property) return meanings.flatMap((meaning) => attributeOf(meaning, textOf(property, module.text), depth));
  // `Repository[User]` is still that class; an item of anything else is unknown.
  return meanings.filter((meaning) => meaning.kind === 'member' && /(^|\.)[A-Z]\w*$/.test(meaning.form));
}

function meaningsOfCall(node: SyntaxNode, module: PythonModule, depth: number): readonly Meaning[] {
  const callee = node.firstChild;
  if (!callee) return [];
  if (textOf(callee, module.text) === 'super') return superOf(node, module, depth);
  return instances(meaningsOf(callee, module, depth + 1));
}

/** `super()` inside a method is what the base classes are. */
function superOf(node: SyntaxNode, module: PythonModule, depth: number): readonly Meaning[] {
  for (let around = node.parent; around; around = around.parent) {
    if (around.name === 'ClassDefinition') return instances(basesOf(around, module, depth + 1));
  }
  return [];
}

function instances(meanings: readonly Meaning[]): readonly Meaning[] {
  return meanings.map((meaning) => (meaning.kind === 'ownClass' ? meaning : instance(meaning.form, meaning.confidence)));
}

function instance(form: string, confidence: number): Meaning {
  return { kind: 'instance', form, confidence };
}
