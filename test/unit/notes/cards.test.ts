import * as assert from 'node:assert/strict';
import { shortHash } from '../../../src/core/notes/slug';
import { parseNote } from '../../../src/core/notes/parseNote';
import { cardLines, fronts, place, plain, problemCodes, study } from './parsed';

const fence = '```';

describe('questions as headings', () => {
  const asked: readonly (readonly [string, string])[] = [
    ['## What is it?\nx', 'What is it?'],
    ['## What is it？\nx', 'What is it？'],
    ['## What is it? ##\nx', 'What is it?'],
    ['What is it?\n---\nx', 'What is it?'],
    ['What\nis it?\n---\nx', 'What is it?'],
    ['## What? (Choose two.)\nx', 'What? (Choose two.)'],
    ['## What is it? Explain.\nx', 'What is it? Explain.'],
    ['## What is it? Give an example, too\nx', 'What is it? Give an example, too'],
    ['## Что это? Приведите пример\nx', 'Что это? Приведите пример'],
    ['## 스레드는 무엇인가요? 장단점도 말해주세요\nx', '스레드는 무엇인가요? 장단점도 말해주세요'],
    ['## **What is `it`?**\nx', 'What is it?'],
    ['## What is `it`?\nx', 'What is it?'],
    ['## [What is it?](https://x.org)\nx', 'What is it?'],
    ['## What?\u200b\nx', 'What?'],
    ['## Что такое GIL?\nx', 'Что такое GIL?'],
    ['## GIL이 무엇인가요?\nx', 'GIL이 무엇인가요?'],
    ['   ### What is __init__?\nx', 'What is __init__?'],
    ['## Tell me about it <!-- ^tell -->\nx', 'Tell me about it'],
    ['## Tell me about it ^tell\nx', 'Tell me about it'],
    ['# What is it? <!-- ^what -->\nx', 'What is it?'],
    ['## What?\n```py\nx\n```', 'What?'],
    ['## What?\n- a\n- b', 'What?'],
    ['## What?\n#### Answer\nx', 'What?'],
  ];
  for (const [body, front] of asked) it(`asks: ${JSON.stringify(body)}`, () => assert.deepEqual(fronts(study(body)), [front]));

  const notAsked = [
    '## What is it\nx',
    '# What is it?\nx',
    '## What is `it?`\nx',
    '> ## What?\n> x',
    '- ## What?\n  x',
    '<div>\n## What?\n</div>\n\nx',
    '<!--\n## What?\n-->\n\nx',
    `${fence}\n## What?\n${fence}\n\nx`,
    '    ## What?\n\nx',
    'text\n    ## What?\n',
    '#What?\nx',
    '## What? really\nx',
    '## Need help? Contact us\nx',
    '## Why? Because\nx',
    '## What is `it?` Explain.\nx',
    '## Explain\nx',
    '## What? ^not_an_id\nx',
  ];
  for (const body of notAsked) it(`does not ask: ${JSON.stringify(body)}`, () => assert.deepEqual(fronts(study(body)), []));

  it('are read where front matter or the folder says so', () => {
    const body = '# T\n\n## What?\nx\n\n## Prose <!-- ^an-id -->\ny\n';
    const cases: readonly (readonly [string, boolean | undefined, readonly string[]])[] = [
      ['', undefined, ['an-id']],
      ['', true, ['what', 'an-id']],
      ['title: x\n', undefined, ['an-id']],
      ['level: junior\n', undefined, ['what', 'an-id']],
      ['hover: yield\n', false, ['what', 'an-id']],
      ['cards: auto\n', undefined, ['what', 'an-id']],
      ['cards: explicit\n', true, ['an-id']],
      ['topic: x\ncards: off\n', true, []],
      ['cards: headings\n', undefined, ['what', 'an-id']],
    ];
    for (const [keys, headings, expected] of cases) {
      const note = parseNote(place, `---\n${keys}---\n${body}`, { headings });
      assert.deepEqual(note.cards.map(({ anchor }) => anchor), expected, keys + String(headings));
    }
  });

  it('are all headings with text in mode "headings"', () => {
    const note = parseNote(place, '---\ncards: headings\n---\n# T\n\n## A\nx\n\n## B\n\n## C\n### D\ny\n# E\nz');
    assert.deepEqual(fronts(note), ['A', 'D', 'E']);
  });

  it('without an answer give one hint a note, groups none', () => {
    const note = study('## A group?\n### First?\nx\n### Second?\n\n## Third?\n');
    assert.deepEqual(fronts(note), ['First?']);
    assert.deepEqual(note.problems.map(({ code, severity }) => [code, severity]), [['question-without-answer', 'hint']]);
    assert.deepEqual(problemCodes(study('## A?\n### B?\nx')), []);
  });

  it('end at the next heading of their level, and know their follow-ups', () => {
    const text = '## A?\na1\n\n### B?\nb\n\n#### C?\nc\n\n### no question\na2\n\n## end\nx';
    const note = plain(`---\ntopic: x\n---\n${text}`);
    assert.deepEqual(note.cards.map(({ front, parent }) => [front, parent]), [['A?', undefined], ['B?', 'a'], ['C?', 'b']]);
    const [a] = note.cards;
    const whole = `---\ntopic: x\n---\n${text}`;
    assert.equal(whole.slice(a?.range.start, a?.range.end).endsWith('a2'), true);
    assert.deepEqual(a?.cuts?.map(({ start, end }) => whole.slice(start, end)), ['### B?\nb\n\n#### C?\nc\n\n']);
  });

  it('follow up the nearest card above, over a group', () => {
    assert.deepEqual(study('## A?\nx\n### Group?\n#### B?\ny').cards.map(({ parent }) => parent), [undefined, 'a']);
  });
});

describe('multiple choice', () => {
  const kinds: readonly (readonly [string, string])[] = [
    ['- [ ] a\n- [x] b', 'choice'],
    ['* [X] a\n* [ ] b\n  reason', 'choice'],
    ['1. [x] a\n2. [ ] b', 'choice'],
    ['text\n\n- [ ] a\n- [x] b\n\nmore', 'choice'],
    ['- a\n- b\n\ntext\n\n- [ ] c\n- [x] d', 'choice'],
    ['- [ ] a\n- [ ] b', 'reveal'],
    ['- [x] a\n- [x] b', 'reveal'],
    ['- [x] a', 'reveal'],
    ['- [ ] a\n- [ ] b\n\ntext\n\n1. [ ] c\n2. [x] d', 'reveal'],
    ['- outer\n  - [ ] a\n  - [x] b', 'reveal'],
    ['> - [ ] a\n> - [x] b', 'reveal'],
    ['- [ ]a\n- [x]b', 'reveal'],
    [`${fence}\n- [ ] a\n- [x] b\n${fence}`, 'reveal'],
  ];
  for (const [body, kind] of kinds) it(`${kind}: ${JSON.stringify(body)}`, () => assert.equal(study(`## Q?\n${body}`).cards[0]?.kind, kind));
});

describe('other card syntax', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    // Q and A
    ['Q: What?\nA: That.', ['What?']],
    ['Q: One\nA: 1\nQ: Two\nA: 2', ['One', 'Two']],
    ['Q: One\nA: 1\n---\nQ: Two\nA: 2\n---\n', ['One', 'Two']],
    ['prose\n\nQ: One\nA: 1\n\nmore of it\n\n# H\nprose', ['One']],
    ['Q: two\nlines\nA: 1', ['two lines']],
    ['Q: no answer\n\nprose', []],
    ['A: no question', []],
    ['Q: One\n---\nA: 1', []],
    [' Q: indented\nA: 1', []],
    ['q: small\na: 1', []],
    ['Q: One\nA:', []],
    [`${fence}\nQ: One\nA: 1\n${fence}`, []],
    [`Q: One\nA:\n${fence}\nQ: in code\nA: code\n${fence}\nQ: Two\nA: 2`, ['One', 'Two']],
    ['Q: One\nA:\n- a\n- b\nQ: Two\nA: 2', ['One', 'Two']],
    ['Q: Choose\n- [ ] a\n- [x] b', ['Choose']],
    // One line
    ['GIL :: a lock', ['GIL']],
    ['a ::: b', ['a', 'b']],
    ['- GIL :: a lock\n- WSGI :: an interface\n  - nested :: too', ['GIL', 'WSGI', 'nested']],
    ['a :: b :: c', ['a']],
    ['a :: b ::: c', ['a :: b', 'c']],
    ['a::b', []],
    ['a[::2] and b[1::2]', []],
    ['std::move', []],
    ['::1 is a host', []],
    ['a ::', []],
    [':: b', []],
    ['`a :: b`', []],
    ['x `a :: b` :: c', ['x a :: b']],
    ['<!-- a :: b -->', []],
    ['[a :: b](https://x.org)', []],
    ['| a :: b | c |\n|---|---|\n| d :: e | f |', []],
    ['## a :: b\n', []],
    ['    a :: b', []],
    ['> a :: b', []],
    ['- [ ] a :: b', []],
    ['a :: <!-- nothing -->', []],
    ['#flashcards\n\na::b\nc[::2]', ['a']],
    // Question mark lines
    ['front\n?\nback', ['front']],
    ['front\n??\nback', ['front', 'back']],
    ['two\nlines\n?\nback', ['two lines']],
    ['front\n\n?\nback', []],
    ['front\n?\n\nback', []],
    ['front\n?', []],
    ['?\nback', []],
    ['- a list\n- as front\n?\nback', ['- a list - as front']],
    [`front\n?\n${fence}\na\n\nb\n${fence}\nend`, ['front']],
    ['front\n?\n- a\n- b', ['front']],
    ['## Heading\n?\nback', ['Heading']],
    // Gaps
    ['The ==lock== is global.', ['The […] is global.']],
    ['==1;;A== and ==2;;B== and ==1;;C==', ['[…] and B and […]', 'A and […] and C']],
    ['The ==lock;;a noun== is.', ['The [a noun] is.']],
    ['The ==1;;lock;;a noun== is.', ['The [a noun] is.']],
    ['{{c1::GIL}} means {{c2::lock::a noun}}', ['[…] means lock', 'GIL means [a noun]']],
    ['{{c1::outer {{c2::inner}} end}}', ['[…]', 'outer […] end']],
    ['GIL은 ==전역 락==이다.', ['GIL은 […]이다.']],
    ['- a ==gap== in a list', ['a […] in a list']],
    ['x == y == z', []],
    ['x==y==z', []],
    ['a%7==0 and b%5==0', []],
    ['f(x)==1 or "a"=="b"', []],
    ['`==x==` and <!-- ==y== -->', []],
    ['{{ user.name }} and {% if x == y %}', []],
    ['{{cx::y}} {{c1::}}', []],
    ['===x===', []],
    ['a ==line\nbreak== b', []],
    [`${fence}\n==x==\n${fence}`, []],
    ['C: The [lock] is [global].', ['The […] is global.', 'The lock is […].']],
    ['C: \\[no\\] ![alt](x.png) [link](x) list[int] [yes]', ['[no] alt link list[int] […]']],
    ['C:\\Users\\[name]', []],
    ['C: none here', []],
    // One line, one card
    ['front ==gap==\n?\nback :: more', ['front gap']],
    ['Q: a :: b\nA: ==c==', ['a :: b']],
    ['a :: ==b==', ['a']],
    ['x ==1== y\na :: b\nz ==2== end', ['x […] y', 'a', 'z […] end']],
  ];
  for (const [body, expected] of cases) {
    it(`${String(expected.length)}: ${JSON.stringify(body)}`, () => assert.deepEqual(fronts(plain(body)).map((front) => front.replaceAll('==', '')), expected));
  }

  it('is part of the answer inside a question', () => {
    assert.deepEqual(fronts(study('## What?\na :: b\n\n==c==\n\nQ: d\nA: e\n\nf\n?\ng\n\n## Prose\nh :: i')), ['What?', 'h']);
  });

  it('is one card with the heading it stands below', () => {
    assert.deepEqual(fronts(study('## What?\n?\nback')), ['What?']);
  });

  it('reports brackets that look like code in a C: block', () => {
    const note = plain('C: a list[int] is [x]');
    assert.deepEqual(problemCodes(note), ['bracket-in-cloze']);
  });
});

describe('card ids', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['## Why? <!-- ^gil-why -->\nx', ['gil-why: Why?']],
    ['## Why? ^gil-why\nx', ['gil-why: Why?']],
    ['## Why? <!-- ^GIL-Why --> ##\nx', ['gil-why: Why?']],
    ['## Why? ## <!-- ^gil-why -->\nx', ['gil-why: Why?']],
    ['Why? <!-- ^gil-why -->\n---\nx', ['gil-why: Why?']],
    ['## Why?\nx\n\ny ^gil-why', ['gil-why: Why?']],
    ['## Why?\nx\n\n<!-- ^gil-why -->\n', ['gil-why: Why?']],
    ['## Why?\n- a\n- b\n\n^gil-why', ['gil-why: Why?']],
    ['## Why?\nx ^early\n\ny', ['why: Why?']],
    ['## Why?\n```\nx ^code\n```', ['why: Why?']],
    ['## Why\nx ^block', []],
    ['## Why? <!-- ^-bad -->\nx', ['why: Why?']],
    ['## What is `a_b-c`, C++ & Ünïcode?\nx', ['what-is-a_b-c-c--ünïcode: What is a_b-c, C++ & Ünïcode?']],
    ['## Что?\nx', ['что: Что?']],
    ['## …?\nx', [`q-${shortHash('…?')}: …?`]],
    ['a :: b ^x1', ['x1: a']],
    ['a ::: b ^x1', ['x1: a', 'x1/r: b']],
    ['a ::: b', ['a: a', 'a/r: b']],
    ['Q: a\nA: b ^x1', ['x1: a']],
    ['Q: a ^x1\nA: b', ['x1: a']],
    ['a\n?\nb ^x1', ['x1: a']],
    ['{{c1::a}} {{c2::b}} ^x1', ['x1/c1: […] b', 'x1/c2: a […]']],
    ['{{c1::a}} {{c2::b}}', ['a-b/c1: […] b', 'a-b/c2: a […]']],
  ];
  for (const [body, expected] of cases) it(JSON.stringify(body), () => assert.deepEqual(cardLines(study(body)), expected));

  it('begin with the note, and are explicit where they were written', () => {
    const [first, second] = study('## A? ^a1\nx\n\n## B?\ny').cards;
    assert.deepEqual([first?.id, first?.explicit, second?.id, second?.explicit], ['mine:python/gil#a1', true, 'mine:python/gil#b', false]);
  });

  it('of equal questions carry digits of their answers, wherever they stand', () => {
    const one = study('## Why?\nfirst\n\n## Why?\nsecond').cards.map(({ anchor }) => anchor);
    const two = study('## Why?\nnew\n\n## Why?\nfirst\n\n## Why?\nsecond').cards.map(({ anchor }) => anchor);
    assert.deepEqual(two.slice(1), one);
    for (const anchor of two) assert.match(anchor, /^why~[0-9a-f]{4}$/);
  });

  it('written twice stay with the first', () => {
    const note = study('## A? ^same\nx\n\n## B? ^SAME\ny');
    assert.deepEqual(cardLines(note), ['same: A?', 'b: B?']);
    assert.deepEqual(note.problems.map(({ code, severity }) => [code, severity]), [['duplicate-id', 'error']]);
  });

  it('written ones win over slugs', () => {
    const anchors = study('## Why?\nx\n\n## Other? ^why\ny').cards.map(({ anchor }) => anchor);
    assert.match(anchors[0] ?? '', /^why~/);
    assert.equal(anchors[1], 'why');
  });

  it('of the same question with the same answer are one', () => {
    const note = study('## Why?\nx\n\n## Why?\nx');
    assert.equal(note.cards.length, 1);
    assert.deepEqual(problemCodes(note), ['duplicate-card']);
  });

  it('of gaps do not move when another gap is put before them', () => {
    const before = plain('==one== and ==two== stay where they are').cards.map(({ anchor }) => anchor.split('/')[1]);
    const after = plain('==new==, ==one== and ==two== stay where they are').cards.map(({ anchor }) => anchor.split('/')[1]);
    assert.deepEqual(after.slice(1), before);
  });

  it('stay short', () => {
    const [card] = study(`## ${'long '.repeat(100)}?\nx`).cards;
    assert.ok((card?.anchor.length ?? 0) < 120);
  });
});
