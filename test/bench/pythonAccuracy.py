"""What Python itself says about the names of its standard library: one JSON object per file on standard output.

Scopes come from `symtable`, places from `ast`, keywords from `tokenize`. Places count UTF-16 units, as editors do.
"""

import ast
import builtins
import io
import json
import keyword
import os
import sys
import symtable
import tokenize

BUILTIN_NAMES = set(dir(builtins)) | {"__file__", "copyright", "credits", "exit", "quit", "license", "help"}
COMPREHENSIONS = {ast.ListComp: "listcomp", ast.SetComp: "setcomp", ast.DictComp: "dictcomp", ast.GeneratorExp: "genexpr"}


class Places:
    def __init__(self, text):
        self.lines = text.split("\n")
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + units(line) + 1)

    def of_bytes(self, line, column):
        return self.starts[line - 1] + units(self.lines[line - 1].encode()[:column].decode())

    def of_characters(self, line, column):
        return self.starts[line - 1] + units(self.lines[line - 1][:column])


def units(text):
    return len(text) + sum(1 for character in text if ord(character) > 0xFFFF)


class Truths(ast.NodeVisitor):
    """Walks the tree with the symbol table of the scope at hand."""

    def __init__(self, text, tree, table):
        self.text, self.tree, self.places = text, tree, Places(text)
        self.module = table
        self.tables = [table]
        self.waiting = {}
        self.imports = {}
        self.stars = []
        self.globally_assigned = set()
        self.found = {}
        self.ambiguous = set()
        self.collect_imports()

    # First round: which forms each scope imports, and which names functions bind in the module.
    def collect_imports(self):
        walk = Scopes(self.module)
        walk.on_import = self.note_import
        walk.visit(self.tree)
        self.note_globals(self.module)

    def note_globals(self, table):
        for child in table.get_children():
            for symbol in child.get_symbols():
                if symbol.is_declared_global() and (symbol.is_assigned() or symbol.is_imported() or symbol.is_namespace()):
                    self.globally_assigned.add(symbol.get_name())
            self.note_globals(child)

    def note_import(self, table, node):
        relative = isinstance(node, ast.ImportFrom) and node.level > 0
        for alias in node.names:
            if alias.name == "*":
                if not relative:
                    self.stars.append(node.module)
                continue
            if isinstance(node, ast.Import):
                bound = alias.asname or alias.name.split(".")[0]
                form = alias.name if alias.asname else bound
            else:
                bound, form = alias.asname or alias.name, None if relative else f"{node.module}.{alias.name}"
            self.imports.setdefault((table.get_id(), bound), set()).add(form)

    def run(self):
        walk = Scopes(self.module)
        walk.on_node = self.judge
        walk.visit(self.tree)
        self.keywords()
        return self.found, self.ambiguous

    def add(self, line, column, kind, forms):
        self.found[self.places.of_bytes(line, column)] = [kind, sorted(forms)]

    # Second round.
    def judge(self, tables, node):
        if isinstance(node, ast.Name):
            kind, forms = self.meaning(tables, node)
            place = self.places.of_bytes(node.lineno, node.col_offset)
            if kind == "ambiguous":
                self.ambiguous.add(place)
            elif kind and isinstance(node.ctx, ast.Load):
                self.found[place] = [kind, sorted(forms)]
        elif isinstance(node, ast.Attribute):
            forms = self.chain(tables, node)
            if forms:
                end = self.places.of_bytes(node.end_lineno, node.end_col_offset)
                self.found[end - units(node.attr)] = ["attribute", sorted(forms)]
        elif isinstance(node, ast.Call):
            forms = self.chain(tables, node.func)
            for argument in node.keywords if forms else []:
                if argument.arg:
                    self.add(argument.lineno, argument.col_offset, "keywordArgument", {f"{form}({argument.arg}=)" for form in forms})

    def chain(self, tables, node):
        if isinstance(node, ast.Attribute):
            return {f"{form}.{node.attr}" for form in self.chain(tables, node.value)}
        if isinstance(node, ast.Name):
            kind, forms = self.meaning(tables, node)
            return forms if kind in ("import", "builtin") else set()
        return set()

    def meaning(self, tables, node):
        name = mangled(node.id, tables)
        try:
            symbol = tables[-1].lookup(name)
        except KeyError:
            # Type hints that are never run have no symbols.
            return ("ambiguous", set())
        if tables[-1] is self.module or symbol.is_global():
            return self.module_meaning(name)
        if symbol.is_free():
            for table in reversed(tables[:-1]):
                if table.get_type() != "function":
                    continue
                try:
                    outer = table.lookup(name)
                except KeyError:
                    continue
                if outer.is_local():
                    return self.scope_meaning(table, outer)
            return None, set()
        return self.scope_meaning(tables[-1], symbol)

    def module_meaning(self, name):
        try:
            symbol = self.module.lookup(name)
        except KeyError:
            symbol = None
        bound = symbol and (symbol.is_imported() or symbol.is_assigned() or symbol.is_namespace() or symbol.is_annotated())
        if bound and name in self.globally_assigned and symbol.is_imported():
            return "ambiguous", set()
        if bound:
            return self.scope_meaning(self.module, symbol)
        if name in self.globally_assigned:
            return None, set()
        if name in BUILTIN_NAMES:
            return "builtin", {name}
        return ("import", {f"{star}.{name}" for star in self.stars}) if self.stars else (None, set())

    def scope_meaning(self, table, symbol):
        if not symbol.is_imported():
            return None, set()
        if symbol.is_assigned() or symbol.is_namespace() or symbol.is_parameter():
            return "ambiguous", set()
        forms = self.imports.get((table.get_id(), symbol.get_name()), set())
        if None in forms:
            return ("ambiguous", set()) if len(forms) > 1 else (None, set())
        return "import", forms

    def keywords(self):
        matches, cases = set(), set()
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Match):
                matches.add(self.places.of_bytes(node.lineno, node.col_offset))
                cases |= {case.pattern.lineno for case in node.cases}
            elif isinstance(node, ast.MatchAs) and node.name is None and node.pattern is None:
                self.add(node.lineno, node.col_offset, "keyword", {"_"})
        for token in tokenize.generate_tokens(io.StringIO(self.text).readline):
            if token.type != tokenize.NAME:
                continue
            place = self.places.of_characters(*token.start)
            if keyword.iskeyword(token.string):
                # The `from` of `raise … from` and `yield from` is theirs.
                self.found[place] = ["keyword", ["from", "raise", "yield"] if token.string == "from" else [token.string]]
            elif token.string == "match" and place in matches:
                self.found[place] = ["keyword", ["match"]]
            elif token.string == "case" and token.start[0] in cases and token.line[: token.start[1]].strip() == "":
                self.found[place] = ["keyword", ["case"]]


class Scopes(ast.NodeVisitor):
    """Visits every node together with the symbol tables around it, outermost first."""

    on_import = on_node = None

    def __init__(self, module):
        self.tables = [module]
        self.waiting = [children_of(module)]

    def enter(self, name, line):
        table = self.waiting[-1][name, line].pop(0)
        self.tables.append(table)
        self.waiting.append(children_of(table))

    def leave(self):
        self.tables.pop()
        self.waiting.pop()

    def visit(self, node):
        if self.on_node:
            self.on_node(self.tables, node)
        if self.on_import and isinstance(node, (ast.Import, ast.ImportFrom)):
            self.on_import(self.tables[-1], node)
        super().visit(node)

    def visit_all(self, nodes):
        for node in nodes:
            if node is not None:
                self.visit(node)

    def visit_function(self, node):
        arguments = node.args
        self.visit_all(arguments.defaults + arguments.kw_defaults)
        every = arguments.posonlyargs + arguments.args + arguments.kwonlyargs + [arguments.vararg, arguments.kwarg]
        self.visit_all([argument.annotation for argument in every if argument])
        self.visit_all([node.returns, *node.decorator_list])
        self.enter(node.name, first_line(node))
        self.visit_all(node.body)
        self.leave()

    visit_FunctionDef = visit_AsyncFunctionDef = visit_function

    def visit_ClassDef(self, node):
        self.visit_all([*node.bases, *(argument.value for argument in node.keywords), *node.decorator_list])
        self.enter(node.name, first_line(node))
        self.visit_all(node.body)
        self.leave()

    def visit_Lambda(self, node):
        self.visit_all(node.args.defaults + node.args.kw_defaults)
        self.enter("lambda", node.lineno)
        self.visit(node.body)
        self.leave()

    def visit_comprehension_scope(self, node):
        first, *others = node.generators
        self.visit(first.iter)
        self.enter(COMPREHENSIONS[type(node)], node.lineno)
        self.visit_all([first.target, *first.ifs, *others])
        self.visit_all([node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt])
        self.leave()

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = visit_comprehension_scope


def first_line(node):
    """Symbol tables of decorated definitions start at their first decorator before Python 3.8, at `def` since."""
    return node.lineno


def children_of(table):
    waiting = {}
    for child in table.get_children():
        waiting.setdefault((child.get_name(), child.get_lineno()), []).append(child)
    return waiting


def mangled(name, tables):
    owner = next((table for table in reversed(tables) if table.get_type() == "class"), None)
    if not owner or not name.startswith("__") or name.endswith("__"):
        return name
    stripped = owner.get_name().lstrip("_")
    return f"_{stripped}{name}" if stripped else name


def main(root, *options):
    tests = () if "--tests" in options else ("test", "tests")
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders if name not in ("site-packages", "lib2to3", "__pycache__", *tests))
        for name in sorted(files):
            if name.endswith(".py"):
                report(os.path.join(folder, name))


def report(path):
    try:
        with open(path, encoding="utf-8", newline="") as file:
            text = file.read()
        if "\r" in text.replace("\r\n", "\n") or text.startswith("\ufeff") or "\f" in text:
            return
        tree = ast.parse(text)
        found, ambiguous = Truths(text, tree, symtable.symtable(text, path, "exec")).run()
    except (SyntaxError, UnicodeDecodeError):
        return
    truths = [[place, *truth] for place, truth in found.items()]
    print(json.dumps({"path": path, "truths": truths, "ambiguous": sorted(ambiguous)}))


main(*sys.argv[1:])
