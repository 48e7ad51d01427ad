import type { SyntaxNode } from '@lezer/common';
import { decisive } from './binding';
import { attributeOf, basesOf, type Meaning, meaningsOf, meaningsOfPath, ownMembers } from './meaning';
import type { PythonModule } from './pythonModule';
import type { NameCandidate } from './pythonName';
import { childrenOf, textOf } from './syntax';

/** A name that is read at this node: a builtin, an import, or nothing where the user's own thing hides them. */
export function variableNames(name: string, node: SyntaxNode, module: PythonModule): readonly NameCandidate[] {
  const origin = module.originOf(name, node);
  switch (origin.kind) {
    case 'builtin':
      return [{ form: name, kind: 'builtin', confidence: 1 }];
    case 'unbound':
      return origin.stars.map((star) => ({ form: `${star}.${name}`, kind: 'import', confidence: 0.45 }));
    case 'bound': {
      const found: NameCandidate[] = [];
      for (const binding of decisive(origin.bindings)) {
        if (binding.kind !== 'import') return [];
        found.push({ form: binding.form, kind: 'import', confidence: binding.isFallback ? 0.9 : 1 });
      }
      return found;
    }
  }
}

/** `owner.name`. */
export function memberNames(owner: SyntaxNode, name: string, module: PythonModule): readonly NameCandidate[] {
  return attributeNames(meaningsOf(owner, module), name);
}

/** `name` as an attribute of something that has these meanings: exact forms, then `.name` unless the receiver is a module or defines it itself. */
export function attributeNames(meanings: readonly Meaning[], name: string): readonly NameCandidate[] {
  if (meanings.some((meaning) => isOwnMember(meaning, name))) return [];
  const exact = meanings.flatMap((meaning) => attributeOf(meaning, name)).flatMap((meaning) => asCandidate(meaning, 'attribute'));
  if (meanings.length > 0 && meanings.every((meaning) => meaning.kind === 'module')) return exact;
  return [...exact, { form: `.${name}`, kind: 'method', confidence: methodConfidence(meanings) }];
}

/** `name=` in the argument list of a call, a decorator or a class. */
export function keywordArgumentNames(name: string, list: SyntaxNode, module: PythonModule): readonly NameCandidate[] {
  const called = list.parent;
  const withName = (form: string) => `${form}(${name}=)`;
  const meanings = calledMeanings(called, module);
  const exact = meanings
    .flatMap((meaning) => constructed(meaning))
    .flatMap((meaning) => asCandidate(meaning, 'keywordArgument'))
    .map((candidate) => ({ ...candidate, form: withName(candidate.form) }));
  const method = called?.name === 'CallExpression' ? called.firstChild?.getChild('PropertyName') : undefined;
  const isInModule = meanings.length > 0 && meanings.every((meaning) => meaning.kind === 'module');
  if (!method || isInModule) return exact;
  return [...exact, { form: withName(`.${textOf(method, module.text)}`), kind: 'keywordArgument', confidence: exact.length > 0 ? 0.3 : 0.4 }];
}

/** A member that a class of this text defines: what it overrides, and for `__names__` what they are for everywhere. */
export function definedMemberNames(name: string, owner: SyntaxNode, module: PythonModule): readonly NameCandidate[] {
  const overridden = basesOf(owner, module)
    .filter((base) => base.kind !== 'ownClass')
    .flatMap((base) => attributeOf(base, name))
    .flatMap((meaning) => asCandidate(meaning, 'attribute'))
    .map((candidate) => ({ ...candidate, confidence: candidate.confidence * 0.8 }));
  if (!/^__\w+__$/.test(name)) return overridden;
  return [...overridden, { form: `object.${name}`, kind: 'attribute', confidence: 0.5 }, { form: `.${name}`, kind: 'method', confidence: 0.45 }];
}

function asCandidate(meaning: Meaning, kind: NameCandidate['kind']): readonly NameCandidate[] {
  return meaning.kind === 'ownClass' ? [] : [{ form: meaning.form, kind, confidence: meaning.confidence }];
}

function methodConfidence(meanings: readonly Meaning[]): number {
  if (meanings.length === 0) return 0.5;
  return meanings.every((meaning) => meaning.kind === 'member' || meaning.kind === 'module') ? 0.3 : 0.4;
}

function calledMeanings(called: SyntaxNode | null, module: PythonModule): readonly Meaning[] {
  switch (called?.name) {
    case 'CallExpression':
      return called.firstChild ? meaningsOf(called.firstChild, module) : [];
    case 'ClassDefinition':
      return basesOf(called, module);
    case 'Decorator': {
      const words = called.getChildren('VariableName');
      const [root] = words;
      return root ? meaningsOfPath(words.map((word) => textOf(word, module.text)), root, module) : [];
    }
    default:
      return [];
  }
}

/** Calling a class of this text calls what it inherits, unless it says itself how it is built. */
function constructed(meaning: Meaning): readonly Meaning[] {
  if (meaning.kind === 'instance') return [];
  if (meaning.kind !== 'ownClass') return [meaning];
  const members = ownMembers(meaning);
  if (members.has('__init__') || members.has('__new__')) return [];
  return basesOf(meaning.definition, meaning.module).map((base) => ({ ...base, confidence: base.confidence * 0.9 }));
}

/** Defined in the body of the class or of one above it, or given to `self` in a method. */
function isOwnMember(meaning: Meaning, name: string, depth = 0): boolean {
  if (meaning.kind !== 'ownClass' || depth > 3) return false;
  if (ownMembers(meaning).has(name)) return true;
  const assigned = new RegExp(`\\bself\\.${name}\\s*(:[^=\\n]+)?=(?!=)`);
  if (assigned.test(textOf(meaning.definition, meaning.module.text))) return true;
  return basesOf(meaning.definition, meaning.module).some((base) => isOwnMember(base, name, depth + 1));
}

/** The words of a dotted name that stand before this one. */
export function pathBefore(node: SyntaxNode, module: PythonModule): readonly string[] {
  const path: string[] = [];
  for (const part of node.parent ? childrenOf(node.parent) : []) {
    if (part.from >= node.from) break;
    if (part.name === 'VariableName' || part.name === 'PropertyName') path.push(textOf(part, module.text));
  }
  return path;
}
