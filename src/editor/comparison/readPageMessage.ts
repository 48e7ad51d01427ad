import type { FromPage, Place } from '../../webview/comparison/protocol';

type Fields = Readonly<Record<string, unknown>>;

/** More is no cell that a person typed. */
const longestCell = 10_000;
const mostSelected = 10_000;

/** The page's message, or `undefined` where it is none: a page that shows foreign text is not trusted. */
export function readPageMessage(value: unknown): FromPage | undefined {
  if (!isFields(value)) return undefined;
  const { type, version, place, link, problem, format, grid, row, rows, things, text } = value;
  switch (type) {
    case 'ready':
    case 'open-note':
      return { type };
    case 'open-source':
      return isNumber(version) && isPlace(place) ? { type, version, place } : undefined;
    case 'open-problem':
      return isNumber(version) && isNumber(problem) ? { type, version, problem } : undefined;
    case 'open-link':
      return isNumber(version) && isPlace(place) && isNumber(link) ? { type, version, place, link } : undefined;
    case 'copy':
      if (format !== 'markdown' && format !== 'csv') return undefined;
      return isNumber(version) && isNumber(grid) && isNumbers(rows) && isNumbers(things) ? { type, version, format, grid, rows, things } : undefined;
    case 'save-picture':
      return isNumber(version) && isNumber(grid) && isNumber(row) && isNumbers(things) ? { type, version, grid, row, things } : undefined;
    case 'edit':
      return isNumber(version) && isPlace(place) && place.of === 'cell' && typeof text === 'string' && text.length <= longestCell ? { type, version, place, text } : undefined;
    default:
      return undefined;
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNumber(value: unknown, least = 0): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= least;
}

function isNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.length <= mostSelected && value.every((item) => isNumber(item));
}

function isPlace(value: unknown): value is Place {
  if (!isFields(value) || !isNumber(value['grid'])) return false;
  if (value['of'] === 'intro') return isNumber(value['group']);
  return value['of'] === 'cell' && isNumber(value['row']) && isNumber(value['thing'], -1);
}
