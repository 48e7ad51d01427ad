import type { Figure } from './figure';

const lineHeight = 30;
const labelWidth = 200;
const barWidth = 520;
const valueWidth = 240;

/** A figure as a stand-alone SVG file with fixed colours, readable on white and on paper. `things` are all names of the grid. */
export function chartPicture(title: string, figure: Figure, things: readonly string[]): string {
  const low = figure.ticks[0] ?? 0;
  const high = figure.ticks.at(-1) ?? 1;
  const x = (value: number) => labelWidth + ((value - low) / (high - low || 1)) * barWidth;
  const top = 48;
  const height = top + figure.bars.length * lineHeight + 32;
  const ticks = figure.ticks.map(
    (tick) => `<line x1="${round(x(tick))}" x2="${round(x(tick))}" y1="${String(top)}" y2="${String(height - 28)}" stroke="${tick === 0 ? '#333333' : '#dddddd'}"/><text x="${round(x(tick))}" y="${String(height - 10)}" text-anchor="middle" fill="#555555" font-size="12">${String(tick)}</text>`,
  );
  const bars = figure.bars.map((bar, index) => {
    const y = top + index * lineHeight + 6;
    const from = Math.min(x(0), x(bar.value));
    const length = Math.max(1, Math.abs(x(bar.value) - x(0)));
    const notes = [bar.year === undefined ? '' : String(bar.year), bar.context ?? '', bar.unverified ? 'unverified' : ''].filter((note) => note !== '').join(', ');
    const value = [String(bar.value), figure.unit, notes === '' ? '' : `(${notes})`].filter((part) => part !== '').join(' ');
    const look = bar.unverified ? 'fill="none" stroke="#0b6bcb" stroke-dasharray="4 3"' : 'fill="#0b6bcb"';
    return `<text x="${String(labelWidth - 10)}" y="${String(y + 13)}" text-anchor="end" fill="#222222">${escapeXml(things[bar.thing] ?? '')}</text><rect x="${round(from)}" y="${String(y)}" width="${round(length)}" height="18" rx="2" ${look}/><text x="${round(from + length + 8)}" y="${String(y + 13)}" fill="#222222">${escapeXml(value)}</text>`;
  });
  const width = labelWidth + barWidth + valueWidth;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}" viewBox="0 0 ${String(width)} ${String(height)}" font-family="system-ui, sans-serif" font-size="13">`,
    `<title>${escapeXml(title)}</title>`,
    '<rect width="100%" height="100%" fill="#ffffff"/>',
    `<text x="16" y="28" font-size="16" font-weight="600" fill="#111111">${escapeXml(title)}</text>`,
    ...ticks,
    ...bars,
    '</svg>',
    '',
  ].join('\n');
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Characters that XML 1.0 forbids are left out, the five that mean something are written as entities. */
function escapeXml(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
