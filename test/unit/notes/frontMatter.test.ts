import * as assert from 'node:assert/strict';
import { CORE_SCHEMA, load } from 'js-yaml';
import { readFrontMatter } from '../../../src/core/notes/frontMatter';
import { readPlainFrontMatter } from '../../../src/core/notes/plainFrontMatter';
import { generatedFrontMatter } from './generatedFrontMatter';
import { seeded } from './seeded';

const plainObject = (value: object): unknown => JSON.parse(JSON.stringify(value));

function marked(text: string): { readonly codes: readonly string[]; readonly at: readonly string[]; readonly body: string } {
  const { problems, bodyStart } = readFrontMatter(text);
  return { codes: problems.map(({ code }) => code), at: problems.map(({ range }) => text.slice(range.start, range.end)), body: text.slice(bodyStart) };
}

describe('front matter', () => {
  it('is read with its types', () => {
    const { data, problems } = readFrontMatter('---\na: text\nb: [x, "y, z", 3]\nc:\n  - d\n  - e: f\ng: 2026-11-20\nh: 010\ni: 12:30\nj: true\nk:\n---\n');
    assert.deepEqual(plainObject(data), { a: 'text', b: ['x', 'y, z', 3], c: ['d', { e: 'f' }], g: '2026-11-20', h: 10, i: '12:30', j: true, k: null });
    assert.deepEqual(problems, []);
  });

  for (const text of ['# no front matter', '', '---', '---\n', '---\n\ntext\n\n---\n', '---\nprose under a line\n', '----\na: b\n----\n', '--- > arrow\n', ' ---\na: b\n---\n', 'x\n---\na: b\n---\n']) {
    it(`is not there: ${JSON.stringify(text)}`, () => {
      const { data } = readFrontMatter(text);
      assert.deepEqual(Object.keys(data), []);
    });
  }

  it('points from each key to its line, whoever reads it', () => {
    for (const extra of ['', 'nested: {a: {b: c}}\n', '? x\n: y\n', '&a anchored: *a\n'].slice(0, 3)) {
      const text = `\ufeff---\r\ntitle: "A: b"\r\n${extra}level: [junior]\r\ntopic: x\r\n---\r\nbody`;
      const { keys, problems } = readFrontMatter(text);
      assert.deepEqual(problems, []);
      for (const [key, line] of [['title', 'title: "A: b"'], ['level', 'level: [junior]'], ['topic', 'topic: x']] as const) {
        const range = keys.get(key);
        assert.equal(text.slice(range?.start, range?.end), line);
      }
    }
  });

  const broken: readonly (readonly [string, string, string, string, string])[] = [
    ['a missing closing line', '---\ntitle: x\ntopic: y\n\n# H', 'front-matter-unclosed', '---', '\n# H'],
    ['a missing closing line before a heading', '---\ntitle: x\n# H\ntext', 'front-matter-unclosed', '---', '# H\ntext'],
    ['a value that needs quotes', '---\na: b\ntitle: x: y\n---\n# H', 'yaml', ': y', '# H'],
    ['an open list', '---\na: [x, y\nb: c\n---\n# H', 'yaml', 'b: c', '# H'],
    ['a tab for indentation', '---\na:\n\tb: c\n---\n# H', 'yaml', '\tb: c', '# H'],
    ['a name that starts with @', '---\nhover: @app.get\n---\n# H', 'yaml', '@app.get', '# H'],
    ['a key twice', '---\na: 1\na: 2\n---\n# H', 'yaml', 'a: 2', '# H'],
    ['an unknown tag', '---\na: !!js/function "x"\n---\n# H', 'yaml', '!!js/function "x"', '# H'],
    ['a list', '---\n- a\n- b\n---\n# H', 'front-matter-no-keys', '---', '# H'],
    ['plain text', '---\njust words\n---\n# H', 'front-matter-no-keys', '---', '# H'],
    ['another language', '---js\n{a: 1}\n---\n# H', 'front-matter-language', '---js', '# H'],
    ['dashes that close nothing', '---\na: b\n----\nc: d\n---\n# H', 'front-matter-stray-dashes', '----', '# H'],
    ['lone carriage returns and a fault', '---\ra: b\rtitle: x: y\r---\r# H', 'yaml', ': y', '# H'],
    ['line feeds after carriage returns and a fault', '\ufeff---\r\na: b\r\ntitle: x: y\r\n---\r\n# H', 'yaml', ': y', '# H'],
  ];
  for (const [name, text, code, at, body] of broken) {
    it(`reports ${name} where it is, each time it is asked`, () => {
      for (let time = 0; time < 2; time += 1) assert.deepEqual(marked(text), { codes: [code], at: [at], body });
    });
  }

  it('says line and column, and what to do', () => {
    assert.match(readFrontMatter('---\na: b\ntitle: x: y\n---\n').problems[0]?.message ?? '', /line 3, column \d+.*quotes/);
  });

  describe('in TOML', () => {
    const decks: readonly (readonly [string, string])[] = [
      ['---\nname = "Python: basics"\n---\n', 'Python: basics'],
      ['\ufeff---\r\n# A deck\r\n\r\nname = \'C:\\decks\' # of mine\r\n---\r\n', 'C:\\decks'],
      ['---\nname="Caf\\u00e9 \\"x\\""\nlimit = 3\n---\n', 'Café "x"'],
      ['+++\nname = "Between plus signs"\n+++\n', 'Between plus signs'],
      ['+++\ndate = 2026-11-20\ntitle = "A page"\ntags = ["a", "b"]\n[extra]\nname = "inner"\n+++\n', 'A page'],
    ];
    for (const [text, title] of decks) {
      it(`names the deck: ${JSON.stringify(text)}`, () => {
        const { data, problems, bodyStart, keys } = readFrontMatter(`${text}# H`);
        assert.deepEqual([plainObject(data), problems, `${text}# H`.slice(bodyStart)], [{ title }, [], '# H']);
        assert.match(text.slice(keys.get('title')?.start, keys.get('title')?.end), /^(?:name|title) ?=/);
      });
    }

    const others: readonly (readonly [string, readonly string[], string])[] = [
      ['---\nlimit = 3\n---\n# H', ['front-matter-no-keys'], '# H'],
      ['---\nname = "x"\njust words\n---\n# H', ['front-matter-no-keys'], '# H'],
      ['---\ntitle: a\nname = "x"\n---\n# H', ['yaml'], '# H'],
      ['+++\nlimit = 3\n+++\n# H', [], '# H'],
      ['+++\nprose\n+++\n# H', [], '+++\nprose\n+++\n# H'],
      ['+++\nname = "x"\n# H', [], '+++\nname = "x"\n# H'],
      ['++++\nname = "x"\n++++\n# H', [], '++++\nname = "x"\n++++\n# H'],
    ];
    for (const [text, codes, body] of others) {
      it(`says nothing: ${JSON.stringify(text)}`, () => {
        const read = marked(text);
        assert.deepEqual([read.codes, read.body, Object.keys(readFrontMatter(text).data)], [codes, body, []]);
      });
    }
  });

  it('executes nothing, whatever language is named', () => {
    const canary: { hit?: boolean } = globalThis as never;
    const languages = 'js javascript JS JavaScript json JSON coffee coffeescript cson toml ts typescript mjs node eval constructor toString hasOwnProperty __proto__ valueOf python ruby sh bash lua php perl xml yaml5 "js"'.split(' ');
    const payloads = ['globalThis.hit = true', '{ a: (globalThis.hit = true) }', 'module.exports = globalThis.hit = true', '(function(){ globalThis.hit = true; return {} })()', '{"a": 1}'];
    assert.equal(languages.length, 30);
    for (const language of languages) {
      for (const payload of payloads) {
        for (const text of [`---${language}\n${payload}\n---\n`, `--- ${language}\n${payload}\n`]) {
          const { problems, data } = readFrontMatter(text);
          assert.deepEqual(problems.map(({ code, range }) => [code, text.slice(range.start, range.start + 3)]), [['front-matter-language', '---']], text);
          assert.deepEqual(Object.keys(data), []);
        }
      }
    }
    assert.equal(canary.hit, undefined);
  });

  it('takes no key for something else', () => {
    for (const key of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'excerpt_separator', 'valueOf']) {
      for (const value of ['{ polluted: true }', 'x', '[1]']) {
        const { data, problems } = readFrontMatter(`---\n${key}: ${value}\n"z": {}\n---\nbody`);
        assert.deepEqual(problems, []);
        assert.deepEqual(Object.keys(data), [key, 'z']);
        assert.equal(Object.getPrototypeOf(data), null);
      }
    }
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });

  it('stays small and quick under bombs', () => {
    const levels = (count: number, width: number): string =>
      Array.from({ length: count }, (_, level) => `a${String(level)}: &a${String(level)} [${Array(width).fill(level === 0 ? 'x' : `*a${String(level - 1)}`).join(', ')}]`).join('\n');
    const bombs = [levels(9, 9), levels(25, 2), levels(49, 1), 'a: &a [*a, *a]', 'a: &a {b: *a}', `a: ${'['.repeat(30_000)}`, `a: ${'{a: '.repeat(10_000)}`, 'a: "' + 'x'.repeat(60_000), '\n'.repeat(60_000), '- '.repeat(30_000), Array.from({ length: 6000 }, (_, i) => `k${String(i)}: ${String(i)}`).join('\n'), '? '.repeat(20_000), 'a: >\n' + ' \n'.repeat(20_000), `a: ${'&x '.repeat(9000)}`, '!'.repeat(60_000), 'a: b: '.repeat(9000), `name = ${' '.repeat(60_000)}x`, `name = "${' '.repeat(60_000)}`, `a${'.a'.repeat(30_000)}`, `name = x${' '.repeat(60_000)}y\nz`, '['.repeat(60_000), 'x'.repeat(70_000)];
    for (const bomb of bombs) {
      const start = performance.now();
      const { data } = readFrontMatter(`---\n${bomb}\n---\n# H`);
      assert.ok(JSON.stringify(data).length < 1_000_000, bomb.slice(0, 40));
      // Far above what it takes, far below what a bomb takes.
      assert.ok(performance.now() - start < 2000, bomb.slice(0, 40));
    }
  });

  it('is not read beyond 64 KB, but its end is found', () => {
    assert.deepEqual(marked(`---\na: |\n${' x\n'.repeat(30_000)}---\n# H`), { codes: ['front-matter-too-long'], at: ['---'], body: '# H' });
  });

  it('read the quick way is what the full parser reads', () => {
    const random = seeded(11);
    let quick = 0;
    for (let round = 0; round < 6000; round += 1) {
      const block = generatedFrontMatter(random);
      const read = readPlainFrontMatter(`---\n${block}`, 3, 4 + block.length);
      if (!read) continue;
      quick += 1;
      const expected: unknown = block.replace(/^\s*(#.*)?$/gm, '').trim() === '' ? {} : load(block, { schema: CORE_SCHEMA });
      assert.deepEqual(plainObject(read.data), plainObject(expected as object), block);
    }
    assert.ok(quick > 500, `only ${String(quick)} were read the quick way`);
  });
});
