import type { SyntaxNode } from '@lezer/common';
import { meaningsOfPath } from './meaning';
import { attributeNames, variableNames } from './nameCandidates';
import type { PythonModule } from './pythonModule';
import { bestFirst, type PythonName } from './pythonName';
import { textOf } from './syntax';

/** Types that take values, not types, between their brackets. */
const takesValues = /(^|\.)(Literal|Annotated)$/;

/** Names in a quoted type hint such as `"Session | None"`. Any other string holds no names. */
export function namesInAnnotation(string: SyntaxNode, module: PythonModule, offset: number): readonly PythonName[] {
  const quoted = textOf(string, module.text);
  if (!/^(["'])[\w\s.,[\]|]+\1$/.test(quoted) || !isTypeHint(string, module)) return [];
  for (const word of quoted.matchAll(/[A-Za-z_]\w*/g)) {
    const start = string.from + word.index;
    const end = start + word[0].length;
    if (offset < start || offset >= end) continue;
    const before = (/[\w.]*$/.exec(quoted.slice(0, word.index))?.[0] ?? '').split('.').filter((part) => part !== '');
    const candidates =
      before.length === 0 ? variableNames(word[0], string, module) : attributeNames(meaningsOfPath(before, string, module), word[0]);
    return bestFirst(candidates).map((candidate) => ({ ...candidate, start, end }));
  }
  return [];
}

function isTypeHint(string: SyntaxNode, module: PythonModule): boolean {
  for (let node: SyntaxNode | null = string.parent; node; node = node.parent) {
    if (node.name === 'TypeDef') return true;
    const isGeneric = node.name === 'MemberExpression' && node.getChild('[') !== null;
    if (isGeneric && node.firstChild && takesValues.test(textOf(node.firstChild, module.text))) return false;
    if (!isGeneric && node.name !== 'BinaryExpression' && node.name !== 'ArrayExpression') return false;
  }
  return false;
}
