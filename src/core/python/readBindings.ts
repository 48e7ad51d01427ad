import type { SyntaxNode } from '@lezer/common';
import { type Binding, type Bindings } from './binding';
import { readImport } from './importedNames';
import { childrenOf, classAround, deepest, textOf, undecorated } from './syntax';
import { capturesOf, loopTargets, targetsIn, walrusTargets } from './targets';

/** Reads what a scope binds: its own statements, not the bodies of functions and classes inside it. */
export function readBindings(scope: SyntaxNode, text: string): Bindings {
  const reader = new BindingReader(text);
  reader.readScope(scope);
  return reader;
}

/** What a function's or class's `[T]` binds. */
export function readTypeParameters(definition: SyntaxNode, text: string): Bindings {
  const reader = new BindingReader(text);
  for (const parameter of definition.getChild('TypeParamList')?.getChildren('TypeParam') ?? []) reader.bindOwn(parameter.getChild('VariableName'));
  return reader;
}

class BindingReader implements Bindings {
  readonly names = new Map<string, Binding[]>();
  readonly globals = new Set<string>();
  readonly nonlocals = new Set<string>();
  readonly stars: string[] = [];
  private readonly deleted = new Set<string>();
  private isFallback = false;
  private depth = 0;

  constructor(private readonly text: string) {}

  readScope(scope: SyntaxNode): void {
    switch (scope.name) {
      case 'FunctionDefinition':
      case 'LambdaExpression':
        this.readParameters(scope);
        for (const child of childrenOf(scope)) {
          if (child.name === 'Body') this.readBlock(child);
          else if (scope.name === 'LambdaExpression' && child.name !== 'ParamList') this.readWalrus(child);
        }
        break;
      case 'ClassDefinition':
        for (const body of scope.getChildren('Body')) this.readBlock(body);
        break;
      case 'Script':
        this.readBlock(scope);
        break;
      default:
        for (const target of loopTargets(scope)) this.bindOwn(target);
    }
    // `del` makes a name local, but does not compete with what gave it its value.
    for (const name of this.deleted) if (!this.names.has(name)) this.names.set(name, [{ kind: 'own', isFallback: false }]);
  }

  bindOwn(node: SyntaxNode | null): void {
    if (node) this.bind(node, { kind: 'own', isFallback: this.isFallback });
  }

  private bind(node: SyntaxNode, binding: Binding): void {
    const name = textOf(node, this.text);
    const bindings = this.names.get(name);
    if (bindings) bindings.push(binding);
    else this.names.set(name, [binding]);
  }

  private readBlock(block: SyntaxNode): void {
    if (this.depth > deepest) return;
    this.depth++;
    for (const statement of childrenOf(block)) this.readStatement(statement);
    this.depth--;
  }

  private readStatement(statement: SyntaxNode): void {
    switch (statement.name) {
      case 'FunctionDefinition':
        this.bindOwn(statement.getChild('VariableName'));
        return;
      case 'ClassDefinition':
        this.bindClass(statement);
        return;
      case 'DecoratedStatement':
        if (undecorated(statement) !== statement) this.readStatement(undecorated(statement));
        return;
      case 'ImportStatement':
        this.readImports(statement);
        return;
      case 'ScopeStatement':
        this.readDeclaration(statement);
        return;
      case 'TypeDefinition':
        this.bindOwn(statement.getChild('VariableName'));
        return;
      case 'AssignStatement':
        this.readAssignment(statement);
        break;
      case 'UpdateStatement':
        if (statement.firstChild) for (const target of targetsIn(statement.firstChild)) this.bindOwn(target);
        break;
      case 'DeleteStatement':
        for (const target of statement.getChildren('VariableName')) this.deleted.add(textOf(target, this.text));
        return;
      case 'ForStatement':
        for (const target of loopTargets(statement)) this.bindOwn(target);
        this.readParts(statement);
        return;
      case 'WithStatement':
      case 'TryStatement':
      case 'IfStatement':
      case 'WhileStatement':
      case 'MatchStatement':
      case 'MatchBody':
      case 'MatchClause':
      case 'StatementGroup':
      case '⚠':
        this.readParts(statement);
        return;
    }
    this.readWalrus(statement);
  }

  /** Compound statements: their blocks, what they bind with `as` or a pattern, walrus in their heads. */
  private readParts(statement: SyntaxNode): void {
    const before = this.isFallback;
    for (const child of childrenOf(statement)) {
      switch (child.name) {
        case 'else':
        case 'elif':
        case 'except':
          this.isFallback = before || statement.name === 'TryStatement' || statement.name === 'IfStatement';
          break;
        case 'finally':
          this.isFallback = before;
          break;
        case 'Body':
          this.readBlock(child);
          break;
        case 'VariableName':
          this.bindAlias(child);
          break;
        default:
          if (child.name.endsWith('Pattern')) for (const captured of capturesOf(child, this.text)) this.bindOwn(captured);
          else this.readStatement(child);
      }
    }
    this.isFallback = before;
  }

  /** `with value as name`, `except Type as name`. Parenthesised items of `with` arrive here as the parser recovers from them. */
  private bindAlias(node: SyntaxNode): void {
    const keyword = node.prevSibling;
    const source = keyword?.prevSibling;
    if (keyword?.name !== 'as') return;
    const isValue = node.parent?.name === 'WithStatement' && source && source.name !== '⚠';
    this.bind(node, isValue ? { kind: 'value', value: source, isFallback: this.isFallback } : { kind: 'own', isFallback: this.isFallback });
  }

  private bindClass(definition: SyntaxNode): void {
    const name = definition.getChild('VariableName');
    if (name) this.bind(name, { kind: 'class', definition, isFallback: this.isFallback });
  }

  private readImports(statement: SyntaxNode): void {
    const { words, star } = readImport(statement, this.text);
    if (star !== undefined) this.stars.push(star);
    for (const { node, form, binds, isModule } of words) {
      if (!binds) continue;
      if (form === undefined) this.bindOwn(node);
      else this.bind(node, { kind: 'import', form, isModule, isFallback: this.isFallback });
    }
  }

  private readDeclaration(statement: SyntaxNode): void {
    const names = statement.firstChild?.name === 'global' ? this.globals : this.nonlocals;
    for (const name of statement.getChildren('VariableName')) names.add(textOf(name, this.text));
  }

  private readAssignment(statement: SyntaxNode): void {
    const parts = [...childrenOf(statement)];
    const lastSign = parts.map((part) => part.name).lastIndexOf('AssignOp');
    const annotation = parts.find((part) => part.name === 'TypeDef');
    const [target] = parts;
    if (target?.name === 'VariableName' && (annotation || parts[1] === parts[lastSign])) {
      const value = parts[lastSign + 1];
      const type = annotation?.lastChild;
      if (type) this.bind(target, { kind: 'annotation', annotation: type, isFallback: this.isFallback });
      else if (value && parts.length === lastSign + 2) this.bind(target, { kind: 'value', value, isFallback: this.isFallback });
      else this.bindOwn(target);
      return;
    }
    const targets = parts.slice(0, lastSign < 0 ? parts.length : lastSign);
    for (const part of targets) for (const name of targetsIn(part)) this.bindOwn(name);
  }

  private readParameters(scope: SyntaxNode): void {
    const owner = scope.name === 'FunctionDefinition' ? classAround(scope) : undefined;
    let isFirst = owner !== undefined && !this.isStatic(scope);
    for (const child of childrenOf(scope.getChild('ParamList') ?? scope)) {
      if (child.parent?.name !== 'ParamList' || child.name !== 'VariableName' || child.prevSibling?.name === 'AssignOp') continue;
      const type = child.nextSibling?.name === 'TypeDef' ? child.nextSibling.lastChild : null;
      const isStarred = child.prevSibling?.name === '*' || child.prevSibling?.name === '**';
      if (isFirst && owner) this.bind(child, { kind: 'self', definition: owner, isFallback: false });
      else if (type && !isStarred) this.bind(child, { kind: 'annotation', annotation: type, isFallback: false });
      else this.bindOwn(child);
      isFirst = false;
    }
  }

  private isStatic(method: SyntaxNode): boolean {
    const decorators = method.parent?.getChildren('Decorator') ?? [];
    return decorators.some((decorator) => textOf(decorator, this.text).trim() === '@staticmethod');
  }

  /** `name := value` binds in the scope around, also from within comprehensions. */
  private readWalrus(part: SyntaxNode): void {
    for (const target of walrusTargets(part, this.text)) this.bindOwn(target);
  }
}
