import type { SyntaxNode, Tree } from '@lezer/common';
import { readImport } from './importedNames';
import { hardKeywords, softKeywords } from './keywords';
import { meaningsOfPath } from './meaning';
import { attributeNames, definedMemberNames, keywordArgumentNames, memberNames, pathBefore, variableNames } from './nameCandidates';
import { PythonModule } from './pythonModule';
import { bestFirst, type NameCandidate, type PythonName } from './pythonName';
import { namesInAnnotation } from './stringAnnotation';
import { classAround, textOf } from './syntax';

/** What the word at this UTF-16 offset stands for, best first; empty where it stands for nothing that a note could explain. */
export function namesAt(tree: Tree, text: string, offset: number): readonly PythonName[] {
  return namesInModuleAt(new PythonModule(tree, text), offset);
}

/** The same over a module that is kept between hovers, or that has notebook cells above it. */
export function namesInModuleAt(module: PythonModule, offset: number): readonly PythonName[] {
  const after = module.tree.resolveInner(offset, 1);
  const names = namesOfNode(after, module, offset);
  if (names.length > 0 || isWord(after)) return names;
  return namesOfNode(module.tree.resolveInner(offset, -1), module, offset);
}

/** What a leaf of the tree stands for. `offset` matters only inside a string. */
export function namesOfNode(node: SyntaxNode, module: PythonModule, offset: number): readonly PythonName[] {
  if (node.name === 'String') return namesInAnnotation(node, module, offset);
  const place = { start: node.from, end: node.to };
  return bestFirst(candidates(node, module)).map((candidate) => ({ ...candidate, ...place }));
}

function isWord(node: SyntaxNode): boolean {
  return node.name === 'VariableName' || node.name === 'PropertyName' || hardKeywords.has(node.name);
}

function candidates(node: SyntaxNode, module: PythonModule): readonly NameCandidate[] {
  if (node.firstChild) return [];
  switch (node.name) {
    case 'VariableName':
      return wordNames(node, module);
    case 'PropertyName':
      return propertyNames(node, module);
    case 'Boolean':
      return [keyword(textOf(node, module.text))];
    case 'print':
      return [{ form: 'print', kind: 'builtin', confidence: 1 }];
    case '⚠':
      return strayNames(node, module);
    default:
      return hardKeywords.has(node.name) || softKeywords.has(node.name) ? [keywordOf(node)] : [];
  }
}

function keyword(form: string, confidence = 1): NameCandidate {
  return { form, kind: 'keyword', confidence };
}

/** The `from` of `yield from` and `raise … from` is not that of an import. */
function keywordOf(node: SyntaxNode): NameCandidate {
  if (node.name !== 'from') return keyword(node.name);
  const statement = node.parent?.name ?? '';
  if (statement.startsWith('Yield')) return keyword('yield');
  return keyword(statement === 'RaiseStatement' ? 'raise' : 'from');
}

/** Words that the parser dropped while it recovered from an error: only what needs no context. */
function strayNames(node: SyntaxNode, module: PythonModule): readonly NameCandidate[] {
  const word = textOf(node, module.text);
  if (hardKeywords.has(word)) return [keyword(word, 0.8)];
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(word) ? variableNames(word, node, module) : [];
}

function propertyNames(node: SyntaxNode, module: PythonModule): readonly NameCandidate[] {
  const name = textOf(node, module.text);
  if (node.parent?.name === 'AttributePattern') {
    return attributeNames(meaningsOfPath(pathBefore(node, module), node, module), name);
  }
  const owner = node.parent?.firstChild;
  return owner ? memberNames(owner, name, module) : [];
}

function wordNames(node: SyntaxNode, module: PythonModule): readonly NameCandidate[] {
  const name = textOf(node, module.text);
  const parent = node.parent;
  switch (parent?.name) {
    case 'ImportStatement':
      return importNames(node, parent, module);
    case 'Decorator':
      return decoratorNames(node, module);
    case 'ArgList':
      if (node.nextSibling?.name === 'AssignOp' && textOf(node.nextSibling, module.text) === '=') return keywordArgumentNames(name, parent, module);
      break;
    case 'FunctionDefinition':
    case 'ClassDefinition':
      return memberDefinitionNames(name, parent, module);
    case 'AssignStatement':
      if (node.nextSibling?.name === 'AssignOp' || node.nextSibling?.name === 'TypeDef') return memberDefinitionNames(name, parent, module);
      break;
    case 'CapturePattern':
      return name === '_' ? [keyword('_')] : [];
    case 'ParamList':
      if (node.prevSibling?.name !== 'AssignOp') return [];
      break;
    case 'TypeParam':
    case 'KeywordPattern':
      return [];
  }
  if (node.prevSibling?.name === 'as' || node.prevSibling?.name === 'type') return [];
  return variableNames(name, node, module);
}

function importNames(node: SyntaxNode, statement: SyntaxNode, module: PythonModule): readonly NameCandidate[] {
  const word = readImport(statement, module.text).words.find((candidate) => candidate.node.from === node.from);
  return word?.form === undefined ? [] : [{ form: word.form, kind: 'import', confidence: 1 }];
}

/** `@app.get(…)`: the last word is the decorator, the words before it are names like everywhere. */
function decoratorNames(node: SyntaxNode, module: PythonModule): readonly NameCandidate[] {
  const name = textOf(node, module.text);
  const before = pathBefore(node, module);
  if (isAccessor(name, before, node)) return [{ form: `property.${name}`, kind: 'decorator', confidence: 1 }];
  const found = before.length === 0 ? variableNames(name, node, module) : attributeNames(meaningsOfPath(before, node, module), name);
  const isLast = node.nextSibling?.name !== '.';
  return found.map((candidate) => (isLast && candidate.kind !== 'method' ? { ...candidate, kind: 'decorator' } : candidate));
}

/** `@price.setter` above a method: the accessors of a property of the class. */
function isAccessor(name: string, before: readonly string[], node: SyntaxNode): boolean {
  const method = node.parent?.parent?.getChild('FunctionDefinition');
  return before.length === 1 && /^(setter|getter|deleter)$/.test(name) && !!method && classAround(method) !== undefined;
}

function memberDefinitionNames(name: string, definition: SyntaxNode, module: PythonModule): readonly NameCandidate[] {
  const owner = classAround(definition);
  return owner ? definedMemberNames(name, owner, module) : [];
}
