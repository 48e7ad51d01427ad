import assert from 'node:assert/strict';
import fc from 'fast-check';
import { namesInFile } from '../../../src/core/python/namesInFile';
import { parsePython, PythonParse, type TextChange } from '../../../src/core/python/parsePython';
import { PythonModule } from '../../../src/core/python/pythonModule';
import { generatedPython } from '../../bench/generatedPython';

const pieces = ['def f(x):\n  ', 'import a as b\n', '"', "'''", '(', ')', '\n', '    ', 'class A:\n  ', 'b.c', 'yield ', '# ', 'f"{b}"', 'match b:\n  case 1: ', 'if x:\n', ':', '=', '😀', '\r\n', 'x := 1'];
const program = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(''));

const typed = 'ab_ .:#("\'\n';
const never = () => false;
/** Says that time is over at every look. */
const always = () => true;

function names(tree: ReturnType<typeof parsePython>, text: string) {
  return namesInFile(new PythonModule(tree, text));
}

/** Every node with its place. */
function nodes(tree: ReturnType<typeof parsePython> | undefined): string {
  const list: string[] = [];
  tree?.iterate({ enter: (node) => void list.push(`${node.name} ${node.from}-${node.to}`) });
  return list.join('\n');
}

function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
}

function edited(text: string, { offset, removed }: TextChange, insert: string): string {
  return text.slice(0, offset) + insert + text.slice(offset + removed);
}

describe('Parsing Python step by step', () => {
  it('an edited text has the names of a text that was parsed at once', () => {
    const edit = fc.record({ at: fc.nat(), removed: fc.nat(6), insert: fc.constantFrom(...pieces, ''), isParsedBetween: fc.boolean() });
    fc.assert(
      fc.property(program, fc.array(edit, { maxLength: 6 }), (start, edits) => {
        let text = start;
        const parse = new PythonParse(text);
        parse.advance(never);
        let batch: TextChange[][] = [];
        for (const { at, removed, insert, isParsedBetween } of edits) {
          const offset = text.length === 0 ? 0 : at % text.length;
          const change = { offset, removed: Math.min(removed, text.length - offset), inserted: insert.length };
          text = edited(text, change, insert);
          batch.push([change]);
          if (!isParsedBetween) continue;
          parse.edit(text, batch);
          parse.advance(never);
          batch = [];
        }
        parse.edit(text, batch);
        parse.advance(never);
        assert.ok(parse.tree);
        assert.deepEqual(names(parse.tree, text), names(parsePython(text), text));
      }),
      { seed: 20261120, numRuns: 400 },
    );
  });

  it('a character typed into a long text and taken back leaves the tree of that text', () => {
    const text = generatedPython(700);
    const whole = nodes(parsePython(text));
    const random = numbers(20261120);
    const parse = new PythonParse(text);
    parse.advance(never);
    for (let round = 0; round < 50; round++) {
      const offset = random(text.length);
      const character = typed[random(typed.length)] ?? 'a';
      const after = edited(text, { offset, removed: 0, inserted: 1 }, character);
      parse.edit(after, [[{ offset, removed: 0, inserted: 1 }]]);
      parse.advance(never);
      assert.equal(nodes(parse.tree), nodes(parsePython(after)), `${character} at ${offset}`);
      parse.edit(text, [[{ offset, removed: 1, inserted: 0 }]]);
      parse.advance(never);
      assert.equal(nodes(parse.tree), whole, `taken back at ${offset}`);
    }
  });

  describe('part by part', () => {
    const long = generatedPython(600);
    const broken = [
      ['nothing', long],
      ['a bracket that never closes', long.replace('total_3(values)', 'total_3(values')],
      ['a string that never closes', long.replace('"""What service 4', '"""" """What service 4')],
      ['code at the left margin of a long string', long.replace('"""What service 2', `"""\n${'def f(x):\n    return x\n'.repeat(99)}`)],
      ['a long string at the left margin of a method', `class A:\n${'    def f(self):\n        """\n        Text\nand more\n        """\n        return 1\n\n'.repeat(120)}    def g(self):\n        return 2\n${long}`],
      ['if, else, try and except around everything', `try:\n    import a\n${'except A:\n    a = 1\nelse:\n    b = 2\n'.repeat(300)}${long}`],
      ['indentation that fits nowhere', long.replace('    return sum', '  return sum')],
    ] as const;
    for (const [what, text] of broken) {
      it(`gives the tree of the whole text, also with ${what}`, () => {
        for (const part of [500, 3_000, 20_000]) {
          const parse = new PythonParse(text, part);
          while (!parse.advance(always));
          assert.equal(nodes(parse.tree), nodes(parsePython(text)), String(part));
        }
      });
    }

    it('goes on with what is parsed when an edit comes in between', () => {
      const parse = new PythonParse(long, 2_000);
      let looks = 0;
      while (!parse.advance(always)) {
        looks++;
        if (looks === 20 || looks === 60) parse.edit(`${parse.text}#`, [[{ offset: parse.text.length, removed: 0, inserted: 1 }]]);
        if (looks === 40) parse.edit(`x\n${parse.text}`, [[{ offset: 0, removed: 0, inserted: 2 }]]);
      }
      assert.ok(looks > 60, String(looks));
      assert.equal(nodes(parse.tree), nodes(parsePython(parse.text)));
    });
  });

  it('several places changed by one edit count from the text before it', () => {
    const text = 'import json\nx = json\ny = json\n';
    const parse = new PythonParse(text);
    parse.advance(never);
    const after = 'import orjson\nx = json\ny = orjson\n';
    parse.edit(after, [[{ offset: 25, removed: 0, inserted: 2 }, { offset: 7, removed: 0, inserted: 2 }]]);
    parse.advance(never);
    assert.ok(parse.tree);
    assert.deepEqual(names(parse.tree, after), names(parsePython(after), after));
  });

  it('stops when its time is over and goes on later, also across an edit', () => {
    const text = 'import json\ndef f(x):\n  return json.dumps(x)\n'.repeat(300);
    const parse = new PythonParse(text);
    let looks = 0;
    while (!parse.advance(always)) {
      looks++;
      if (looks !== 20) continue;
      assert.equal(parse.tree, undefined);
      parse.edit(`${text}yield`, [[{ offset: text.length, removed: 0, inserted: 5 }]]);
    }
    assert.ok(looks > 40, String(looks));
    assert.ok(parse.tree);
    assert.deepEqual(names(parse.tree, parse.text), names(parsePython(parse.text), parse.text));
  });

  it('changes that do not lead to the text are not trusted', () => {
    const parse = new PythonParse('len(x)');
    parse.advance(never);
    parse.edit('# nothing here', [[{ offset: 0, removed: 0, inserted: 1 }]]);
    parse.advance(never);
    assert.ok(parse.tree);
    assert.deepEqual(names(parse.tree, parse.text), []);
  });

  it('no text makes it throw', () => {
    fc.assert(
      fc.property(fc.oneof(program, fc.string({ unit: 'binary', maxLength: 80 })), (text) => {
        names(parsePython(text), text);
      }),
      { seed: 20261120, numRuns: 400 },
    );
  });

  it('neither do thousands of brackets, attributes, lambdas, base classes or aliases', () => {
    const many = 3000;
    const hostile = ['('.repeat(many), 'a' + '.b'.repeat(many), 'lambda: '.repeat(many) + 'len', `class B(${'A().x, '.repeat(many)}): pass\nB().y`, Array.from({ length: many }, (_, i) => `a${i + 1} = a${i}`).join('\n') + `\na${many}.x`, 'class A(A): pass\nA.x', 'a = b\nb = a\na.x', `x: ${'A | '.repeat(many)}B\nx.y`];
    for (const text of hostile) {
      const module = new PythonModule(parsePython(text), text);
      namesInFile(module, Math.max(0, text.length - 200));
    }
  });
});
