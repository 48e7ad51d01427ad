import { pageStringKeys, type PageComparison, type PageStrings, type ToPage } from './protocol';

type Fields = Readonly<Record<string, unknown>>;

/** The extension's message, or `undefined` where it is none: anything may post to a page. */
export function readMessage(value: unknown): ToPage | undefined {
  if (!isFields(value)) return undefined;
  switch (value['type']) {
    case 'show': {
      const { strings, comparison, only } = value;
      if (!isStrings(strings) || !isComparison(comparison)) return undefined;
      return { type: 'show', strings, comparison, ...(isTexts(only) ? { only } : {}) };
    }
    case 'choose':
      return isTexts(value['things']) ? { type: 'choose', things: value['things'] } : undefined;
    case 'gone':
    case 'not-saved':
      return typeof value['message'] === 'string' ? { type: value['type'], message: value['message'] } : undefined;
    case 'copied':
      return { type: 'copied' };
    default:
      return undefined;
  }
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isTexts(value: unknown): value is readonly string[] {
  return isListOf(value, (item) => typeof item === 'string');
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): value is readonly unknown[] {
  return Array.isArray(value) && value.every(isItem);
}

function isStrings(value: unknown): value is PageStrings {
  return isFields(value) && pageStringKeys.every((key) => typeof value[key] === 'string');
}

function isComparison(value: unknown): value is PageComparison {
  return (
    isFields(value) &&
    ['version', 'staleBefore'].every((key) => Number.isFinite(value[key])) &&
    ['noteId', 'title', 'language'].every((key) => typeof value[key] === 'string') &&
    typeof value['editable'] === 'boolean' &&
    isListOf(value['grids'], isGrid) &&
    isListOf(value['footnotes'], (note) => isFields(note) && typeof note['label'] === 'string' && typeof note['markdown'] === 'string') &&
    isListOf(value['needs'], isNeed) &&
    isTexts(value['problems'])
  );
}

function isGrid(value: unknown): boolean {
  return isFields(value) && isTexts(value['things']) && isListOf(value['groups'], isGroup);
}

function isGroup(value: unknown): boolean {
  return isFields(value) && typeof value['title'] === 'string' && typeof value['intro'] === 'string' && isListOf(value['rows'], isRow);
}

function isRow(value: unknown): boolean {
  return isFields(value) && typeof value['title'] === 'string' && isListOf(value['cells'], (cell) => cell === null || typeof cell === 'string');
}

function isNeed(value: unknown): boolean {
  return isFields(value) && ['id', 'ask', 'why'].every((key) => typeof value[key] === 'string') && [1, 2, 3].some((weight) => weight === value['weight']) && isListOf(value['rows'], isNeedRow);
}

function isNeedRow(value: unknown): boolean {
  if (!isFields(value) || typeof value['row'] !== 'string' || typeof value['must'] !== 'boolean' || !isFields(value['prefers'])) return false;
  const { wants, text } = value['prefers'];
  return wants === 'yes' || wants === 'no' || wants === 'high' || wants === 'low' || (wants === 'text' && typeof text === 'string');
}
