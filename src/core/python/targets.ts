import type { SyntaxNode } from '@lezer/common';
import { childrenOf, deepest, textOf } from './syntax';

/** The names in what stands left of `=`: `a, (b, *c)` has three, `a.b` and `a[0]` have none. */
export function* targetsIn(target: SyntaxNode, depth = 0): Generator<SyntaxNode> {
  if (depth > deepest) return;
  if (target.name === 'VariableName') yield target;
  else if (/^(Tuple|Array|Parenthesized)Expression$/.test(target.name)) for (const part of childrenOf(target)) yield* targetsIn(part, depth + 1);
}

/** The names between `for` and `in`, of a statement or of each clause of a comprehension. */
export function* loopTargets(loop: SyntaxNode): Generator<SyntaxNode> {
  let isTarget = false;
  for (const child of childrenOf(loop)) {
    if (child.name === 'for') isTarget = true;
    else if (child.name === 'in') isTarget = false;
    else if (isTarget) yield* targetsIn(child);
  }
}

/** The names that a `case` pattern captures; `_` captures nothing. */
export function* capturesOf(pattern: SyntaxNode, text: string, depth = 0): Generator<SyntaxNode> {
  if (depth > deepest) return;
  for (const child of childrenOf(pattern)) {
    const captures = pattern.name === 'CapturePattern' || child.prevSibling?.name === 'as';
    if (child.name !== 'VariableName') yield* capturesOf(child, text, depth + 1);
    else if (captures && textOf(child, text) !== '_') yield child;
  }
}

/** The names that `:=` binds in an expression, those inside lambdas left out. */
export function walrusTargets(part: SyntaxNode, text: string): readonly SyntaxNode[] {
  const targets: SyntaxNode[] = [];
  if (!textOf(part, text).includes(':=')) return targets;
  part.cursor().iterate((node) => {
    if (node.name === 'LambdaExpression') return false;
    const target = node.name === 'AssignOp' && node.to - node.from === 2 ? node.node.prevSibling : null;
    if (target?.name === 'VariableName') targets.push(target);
    return true;
  });
  return targets;
}
