import type { SyntaxNode } from '@lezer/common';
import { isComprehension } from './syntax';

export interface Scope {
  readonly kind: 'module' | 'class' | 'function' | 'typeParameters';
  readonly node: SyntaxNode;
}

/**
 * The scopes in which Python looks up a name that is read at this node, innermost first. A class is seen by its own statements,
 * not by the functions and comprehensions inside it; defaults, decorators, base classes and the first iterable of a
 * comprehension belong to the scope around (Python reference, 4.2.2 "Resolution of names").
 */
export function* scopesAround(start: SyntaxNode): Generator<Scope> {
  let isInsideFunction = false;
  let child = start;
  for (let node = start.parent; node; child = node, node = node.parent) {
    switch (node.name) {
      case 'Script':
        yield { kind: 'module', node };
        break;
      case 'FunctionDefinition':
        if (child.name === 'Body') {
          yield { kind: 'function', node };
          isInsideFunction = true;
        }
        if (child.name !== 'VariableName' && node.getChild('TypeParamList')) yield { kind: 'typeParameters', node };
        break;
      case 'LambdaExpression':
        if (child.name === 'ParamList') break;
        yield { kind: 'function', node };
        isInsideFunction = true;
        break;
      case 'ClassDefinition':
        if (child.name === 'Body' && !isInsideFunction) yield { kind: 'class', node };
        if (child.name !== 'VariableName' && node.getChild('TypeParamList')) yield { kind: 'typeParameters', node };
        break;
      case 'TypeDefinition':
        if (child.prevSibling?.name !== 'type' && node.getChild('TypeParamList')) yield { kind: 'typeParameters', node };
        break;
      default:
        if (!isComprehension(node) || isFirstIterable(node, child)) break;
        yield { kind: 'function', node };
        isInsideFunction = true;
    }
  }
}

function isFirstIterable(comprehension: SyntaxNode, part: SyntaxNode): boolean {
  const after = comprehension.getChild('in')?.nextSibling;
  return after?.from === part.from && after.to === part.to;
}
