import { svg } from './nodes';
import type { Picture } from './protocol';

/** A picture says nothing that the table beside it does not say, so it is silent for screen readers; titles are for the pointer. */
export function picture(shown: Picture): SVGSVGElement {
  switch (shown.type) {
    case 'columns':
      return columns(shown);
    case 'bars':
      return bars(shown);
    case 'calendar':
      return calendar(shown);
  }
}

const width = 560;

function drawing(height: number, ...children: readonly SVGElement[]): SVGSVGElement {
  return svg('svg', { viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true', focusable: 'false' }, ...children);
}

function columns({ columns: shown, highest }: Extract<Picture, { type: 'columns' }>): SVGSVGElement {
  const [top, bottom, left] = [14, 130, 34];
  const most = Math.max(1, ...shown.map(({ value }) => value));
  const step = (width - left) / Math.max(1, shown.length);
  const parts: SVGElement[] = [
    svg('line', { class: 'axis', x1: left, x2: width, y1: bottom + 0.5, y2: bottom + 0.5 }),
    svg('line', { class: 'grid', x1: left, x2: width, y1: top + 0.5, y2: top + 0.5 }),
    svg('text', { class: 'tick', x: left - 6, y: top + 4, 'text-anchor': 'end' }, highest),
    svg('text', { class: 'tick', x: left - 6, y: bottom, 'text-anchor': 'end' }, '0'),
  ];
  shown.forEach(({ value, tick, title }, index) => {
    const height = value === 0 ? 0 : Math.max(2, (value / most) * (bottom - top));
    const x = left + index * step;
    // The whole height answers to the pointer, not the bar alone.
    parts.push(
      svg(
        'g',
        { class: 'column' },
        svg('title', {}, title),
        svg('rect', { class: 'reach', x, y: top, width: step, height: bottom - top }),
        svg('rect', { class: 'bar', x: x + step * 0.14, y: bottom - height, width: step * 0.72, height }),
      ),
    );
    if (tick) parts.push(svg('text', { class: 'tick', x: x + step / 2, y: bottom + 15, 'text-anchor': index === 0 ? 'start' : index >= shown.length - 2 ? 'end' : 'middle' }, tick));
  });
  return drawing(150, ...parts);
}

function bars({ bars: shown }: Extract<Picture, { type: 'bars' }>): SVGSVGElement {
  const longest = Math.max(0, ...shown.map(({ label }) => shortened(label).length));
  const [row, left, right] = [26, Math.min(180, 24 + 7 * longest), 56];
  const full = width - left - right;
  const parts = shown.flatMap(({ label, share, expected, text }, index) => {
    const y = index * row;
    const drawn: SVGElement[] = [
      svg('text', { class: 'name', x: left - 10, y: y + 17, 'text-anchor': 'end' }, shortened(label)),
      svg('rect', { class: 'track', x: left, y: y + 6, width: full, height: 14 }),
      svg('text', { class: 'value', x: left + full + 8, y: y + 17 }, text),
    ];
    if (share !== undefined) drawn.push(svg('rect', { class: 'bar', x: left, y: y + 6, width: full * share, height: 14 }));
    if (expected !== undefined) drawn.push(svg('rect', { class: 'expected', x: left + full * expected - 1, y: y + 2, width: 3, height: 22 }));
    return drawn;
  });
  return drawing(Math.max(1, shown.length) * row + 4, ...parts);
}

function shortened(label: string): string {
  const most = 26;
  return label.length <= most ? label : `…${label.slice(label.length - most + 1)}`;
}

function calendar({ days, months, weekdays }: Extract<Picture, { type: 'calendar' }>): SVGSVGElement {
  const [size, left, top] = [9.8, 30, 18];
  const parts: SVGElement[] = [
    ...months.map(({ week, label }) => svg('text', { class: 'tick', x: left + week * size, y: 11 }, label)),
    ...weekdays.flatMap((label, row) => (row % 2 === 0 ? [svg('text', { class: 'tick', x: left - 6, y: top + row * size + 8, 'text-anchor': 'end' }, label)] : [])),
    ...days.map(({ week, weekday, strength, title }) =>
      svg('rect', { class: `day strength${strength}`, x: left + week * size, y: top + weekday * size, width: size - 1.8, height: size - 1.8, rx: 1.5 }, svg('title', {}, title)),
    ),
  ];
  return drawing(top + 7 * size + 2, ...parts);
}
