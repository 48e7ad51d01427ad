import { namesOfNode } from './namesAt';
import type { PythonModule } from './pythonModule';
import type { PythonName } from './pythonName';

/**
 * All names of a text, or of a part of it, in the order of the text; several candidates for one word stand best first.
 * A caller with a long file asks for one part after the other.
 */
export function namesInFile(module: PythonModule, from = 0, to = module.text.length): readonly PythonName[] {
  const names: PythonName[] = [];
  module.tree.iterate({
    from,
    to,
    enter: (node) => {
      if (node.from < from || node.from >= to) return;
      if (mayBeName(node.name)) names.push(...namesOfNode(node.node, module, node.from));
    },
  });
  return names;
}

/** Keywords are nodes with lower-case names, `None` and `Boolean`; quoted type hints are left to the hover. */
function mayBeName(nodeName: string): boolean {
  return /^([a-z]|VariableName$|PropertyName$|None$|Boolean$)/.test(nodeName);
}
