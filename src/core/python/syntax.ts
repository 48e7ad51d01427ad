import type { SyntaxNode } from '@lezer/common';

/** Nodes nested deeper than this are left alone: Python itself refuses such programs, and recursion must end. */
export const deepest = 150;

export function* childrenOf(node: SyntaxNode): Generator<SyntaxNode> {
  for (let child = node.firstChild; child; child = child.nextSibling) yield child;
}

export function textOf(node: SyntaxNode, text: string): string {
  return text.slice(node.from, node.to);
}

/** The `for` of a comprehension stands directly in its node; a generator that is a call's only argument has no node of its own. */
export function isComprehension(node: SyntaxNode): boolean {
  if (node.name !== 'ArgList') return node.name.endsWith('ComprehensionExpression');
  for (const child of childrenOf(node)) {
    if (child.name === 'for') return true;
    if (child.name === ',') return false;
  }
  return false;
}

/** The function or class inside a statement with decorators; any other node itself. */
export function undecorated(statement: SyntaxNode): SyntaxNode {
  if (statement.name !== 'DecoratedStatement') return statement;
  return statement.getChild('FunctionDefinition') ?? statement.getChild('ClassDefinition') ?? statement;
}

/** The class whose body holds this definition or assignment as a member, if it is one. */
export function classAround(statement: SyntaxNode): SyntaxNode | undefined {
  const outer = statement.parent?.name === 'DecoratedStatement' ? statement.parent : statement;
  const body = outer.parent;
  return body?.name === 'Body' && body.parent?.name === 'ClassDefinition' ? body.parent : undefined;
}
