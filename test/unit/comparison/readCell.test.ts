import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCell } from '../../../src/core/comparison/readCell';

/** A cell in short: `yes|native|2021|unverified`, `number 15000 req/s||2021`. */
function short(markdown: string): string {
  const cell = readCell(markdown);
  const kind = cell.kind === 'number' ? `number ${String(cell.value)} ${cell.unit}`.trim() : cell.kind;
  return [kind, cell.kind === 'number' ? '' : cell.shown.text, cell.year === undefined ? '' : String(cell.year), cell.unverified ? 'unverified' : ''].join('|').replace(/\|+$/, '');
}

function cells(name: string, table: Readonly<Record<string, string>>): void {
  it(name, () => {
    for (const [markdown, expected] of Object.entries(table)) assert.equal(short(markdown), expected, markdown);
  });
}

describe('A cell', () => {
  cells('says yes, partly or no with its first word, in three languages and as a sign', {
    yes: 'yes', Yes: 'yes', '✓': 'yes', '✔️ native': 'yes|native', '✅': 'yes', 예: 'yes', да: 'yes', 'ДА, встроено': 'yes|встроено',
    partly: 'partly', '~': 'partly', '~ by extension': 'partly|by extension', 일부: 'partly', частично: 'partly',
    no: 'no', '✗': 'no', '❌ never': 'no|never', 아니오: 'no', 아니요: 'no', нет: 'no',
    'yes, native': 'yes|native', 'no: by choice': 'no|by choice', 'yes; since ever': 'yes|since ever', '**yes**': 'yes', 'no.': 'no', 'yes – native': 'yes|native',
  });
  cells('is text where the word only begins like one', {
    none: 'text|none', nothing: 'text|nothing', 'no-op': 'text|no-op', yesterday: 'text|yesterday', данные: 'text|данные', '`yes`': 'text|yes', '예제': 'text|예제', 'not yet': 'text|not yet',
  });
  cells('is unknown where nothing is said, and never a no', {
    '': 'unknown', '?': 'unknown', '-': 'unknown', '–': 'unknown', '—': 'unknown', '? (unverified)': 'unknown|||unverified', '? nobody says': 'unknown|nobody says', '  ': 'unknown', '- (2021)': 'unknown||2021', '?[^a]': 'unknown',
  });
  cells('reads a number with unit and year', {
    '15000 req/s (2021)': 'number 15000 req/s||2021', '15,000 req/s': 'number 15000 req/s', '15 000 req/s': 'number 15000 req/s', '82K+': 'number 82000', '1.5 ms': 'number 1.5 ms', '~3500 req/s': 'number 3500 req/s',
    '37 %': 'number 37 %', '10ms': 'number 10 ms', '-4 dB': 'number -4 dB', '$20': 'number 20 $', '2 (Redis, RabbitMQ)': 'number 2', '3.5 GB, at least': 'number 3.5 GB', '0': 'number 0',
    '15000 req/s (2025) (unverified)[^s2]': 'number 15000 req/s||2025|unverified', '12 ms (2021, Gunicorn, TechEmpower)': 'number 12 ms||2021', '88000 stars (Jan 2026)': 'number 88000 stars||2026',
  });
  cells('takes versions, ranges, dates, ordinals and sentences for text', {
    '3.1.5': 'text|3.1.5', '4-6 ms': 'text|4-6 ms', '2021-03-04': 'text|2021-03-04', '3rd party': 'text|3rd party', '12:30': 'text|12:30', '1,5 ms': 'text|1,5 ms', '5xx errors': 'text|5xx errors',
    '6.1, with 5.2 LTS': 'number 6.1', '2 databases at once and a cache': 'text|2 databases at once and a cache', 'December 2018': 'text|December 2018', '0.13 1.0': 'text|0.13 1.0',
  });
  cells('takes the year of the statement, not that of an event', {
    'ASGI (2021)': 'text|ASGI|2021', 'both, since 3.0 (December 2019)': 'text|both, since 3.0 (December 2019)', 'yes (2019-05)': 'yes||2019', 'beta in 25.0 (February 2026)': 'text|beta in 25.0 (February 2026)', 'fast (really)': 'text|fast (really)', '`f(2021)`': 'text|f(2021)',
  });

  it('keeps what it said before, latest first, out of the present value', () => {
    const cell = readCell('yes, native[^a]; was partly (2021); was no (2019)');
    assert.equal(cell.kind, 'yes');
    assert.equal(cell.year, undefined);
    assert.deepEqual(cell.history.map((past) => [past.kind, past.year, past.written.text]), [['partly', 2021, 'partly (2021)'], ['no', 2019, 'no (2019)']]);
    assert.equal(readCell('? ; was fast (2021)').kind, 'unknown');
    assert.equal(readCell('`a; was b`').history.length, 0);
  });

  it('names its sources: footnotes and links', () => {
    assert.deepEqual(readCell('yes[^s] and [docs](https://example.com "t")').sources, [
      { kind: 'web', text: 'docs', target: 'https://example.com' },
      { kind: 'footnote', label: 's' },
    ]);
    assert.deepEqual(readCell('[why](../web/wsgi.md#asgi)').sources, [{ kind: 'note', text: 'why', target: '../web/wsgi.md#asgi' }]);
  });

  it('links only to the web and to notes', () => {
    for (const target of ['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'command:x', 'vscode:x', 'file:///etc/passwd', 'data:text/html,x', '//example.com', '\\\\host\\share', '/etc/passwd']) {
      assert.deepEqual(readCell(`[x](${target})`).sources.filter((source) => source.kind !== 'footnote'), [], target);
    }
  });

  it('keeps code, emphasis and links as stretches of the text', () => {
    const { shown } = readCell('yes, `Depends` is **per** [request](https://a.example)');
    assert.equal(shown.text, 'Depends is per request');
    assert.deepEqual(shown.spans.map((span) => [span.style, shown.text.slice(span.start, span.end)]), [['code', 'Depends'], ['strong', 'per'], ['link', 'request']]);
  });

  it('never throws, and its stretches lie inside its text', () => {
    const piece = fc.constantFrom('yes', 'no', '?', '`', '``', '[', ']', '](', '[^a]', '(', ')', '(2021)', '; was ', '*', '**', '_', '~~', '\\', '|', '<br>', '<!--', '-->', '&amp;', '&#124;', 'https://a.b', '12', '.', ' ', 'é', '예', '\u0000', '𝒳');
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), (pieces) => {
        const cell = readCell(pieces.join(''));
        for (const { shown } of [cell, ...cell.history]) for (const span of shown.spans) assert.ok(span.start >= 0 && span.start < span.end && span.end <= shown.text.length);
      }),
      { numRuns: 3000, seed: 6 },
    );
  });

  it('reads hostile cells in linear time', () => {
    for (const piece of ['[', '](', '`', '*a', '_', '[[', '<!--', '&', '(', '; was ', '((2021', '\\', 'https://', '! [', '~~a', '`` ` ']) {
      const started = performance.now();
      readCell(piece.repeat(20_000 / piece.length));
      assert.ok(performance.now() - started < 2_000, `${piece} took too long`);
    }
  });
});
