import type { PythonName } from './pythonName';

/** Packages that are imported under another name than the one they are installed by. Names are normalised as in PEP 503. */
const importNames: Readonly<Record<string, string>> = {
  'attrs': 'attr',
  'beautifulsoup4': 'bs4',
  'django-filter': 'django_filters',
  'django-ninja': 'ninja',
  'djangorestframework': 'rest_framework',
  'djangorestframework-simplejwt': 'rest_framework_simplejwt',
  'factory-boy': 'factory',
  'faiss-cpu': 'faiss',
  'grpcio': 'grpc',
  'mysqlclient': 'MySQLdb',
  'opencv-python': 'cv2',
  'pillow': 'PIL',
  'psycopg2-binary': 'psycopg2',
  'pyjwt': 'jwt',
  'python-dateutil': 'dateutil',
  'python-dotenv': 'dotenv',
  'python-jose': 'jose',
  'python-json-logger': 'pythonjsonlogger',
  'python-multipart': 'multipart',
  'pyyaml': 'yaml',
  'scikit-learn': 'sklearn',
};

/** Where a file may name packages: anywhere at the start of a line, or in certain places of a `pyproject.toml`. */
export type PackageFile = 'requirements' | 'pyproject';

/** The package named at this UTF-16 offset, as the name under which it is imported; `undefined` where there is none. */
export function packageNameAt(text: string, offset: number, file: PackageFile): PythonName | undefined {
  const place = file === 'requirements' ? inRequirements(text, offset) : inPyproject(text, offset);
  if (!place || offset < place.start || offset > place.start + place.name.length) return undefined;
  return { form: importName(place.name), kind: 'import', confidence: 1, start: place.start, end: place.start + place.name.length };
}

interface Place {
  readonly name: string;
  readonly start: number;
}

function importName(name: string): string {
  const normal = name.toLowerCase().replace(/[-_.]+/g, '-');
  return Object.hasOwn(importNames, normal) ? (importNames[normal] ?? normal) : normal.replace(/-/g, '_');
}

/** The name at the start of a dependency (PEP 508): before extras, versions, markers and addresses. */
const packageName = /^[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?(?=$|[\s[\](){}<>=!~;,@#'"])/;

function inRequirements(text: string, offset: number): Place | undefined {
  const lineStart = startOfLine(text, offset);
  const line = text.slice(lineStart, endOfLine(text, offset));
  const indent = /^\s*/.exec(line)?.[0].length ?? 0;
  const name = packageName.exec(line.slice(indent))?.[0];
  return name === undefined ? undefined : { name, start: lineStart + indent };
}

/** Arrays of dependencies: PEP 621, PEP 735, build requirements, and what uv, PDM and Hatch call theirs. */
const arrayKeys = /^(project\.(dependencies|optional-dependencies\..+)|dependency-groups\..+|build-system\.requires|tool\.(uv|pdm)\.(dev-dependencies|constraint-dependencies|override-dependencies)(\..+)?|tool\.hatch\.envs\..+\.(dependencies|extra-dependencies))$/;
/** Tables with a package per key. */
const poetryTable = /^tool\.poetry(\.group\.[^.]+)?\.(dev-)?dependencies$/;

function inPyproject(text: string, offset: number): Place | undefined {
  const before = linesBefore(text, offset);
  const lineStart = startOfLine(text, offset);
  const line = text.slice(lineStart, endOfLine(text, offset));
  const table = before.filter((one) => /^\s*\[/.test(one.text) && !one.isInArray).at(-1)?.text.trim().replace(/^\[+|\]+.*$/g, '').trim() ?? '';
  const key = /^\s*(?:"([^"]*)"|'([^']*)'|([\w.-]+))\s*=/.exec(line);
  const isInArray = before.at(-1)?.opens ?? false;
  if (poetryTable.test(table) && key && !isInArray) {
    const name = key[1] ?? key[2] ?? key[3] ?? '';
    return name === 'python' || !packageName.test(name) ? undefined : { name, start: lineStart + line.indexOf(name) };
  }
  const arrayKey = isInArray ? before.at(-1)?.key : key && (key[1] ?? key[2] ?? key[3]);
  if (!arrayKey || !arrayKeys.test(table === '' ? arrayKey : `${table}.${arrayKey}`)) return undefined;
  return stringAt(line, lineStart, offset);
}

/** The string of a line that holds this offset, as a dependency. */
function stringAt(line: string, lineStart: number, offset: number): Place | undefined {
  for (const found of line.matchAll(/"([^"]*)"|'([^']*)'|#.*/g)) {
    const start = lineStart + found.index + 1;
    const content = found[1] ?? found[2];
    if (content === undefined) return undefined;
    if (offset < start || offset > start + content.length) continue;
    const name = packageName.exec(content)?.[0];
    return name === undefined ? undefined : { name, start };
  }
  return undefined;
}

/** The lines above that of the offset, each with whether an array goes on behind it and under which key. */
function linesBefore(text: string, offset: number) {
  const lines: { readonly text: string; readonly isInArray: boolean; readonly opens: boolean; readonly key: string | undefined }[] = [];
  let depth = 0;
  let key: string | undefined;
  for (const line of text.slice(0, startOfLine(text, offset)).split(/\r?\n/).slice(0, -1)) {
    const isInArray = depth > 0;
    const found = isInArray ? null : /^\s*(?:"([^"]*)"|'([^']*)'|([\w.-]+))\s*=(.*)$/.exec(line);
    if (found) key = found[1] ?? found[2] ?? found[3];
    // A table's header has brackets, too, but no key before them.
    if (found || isInArray) depth = Math.max(0, depth + bracketsOf(found?.[4] ?? line));
    lines.push({ text: line, isInArray, opens: depth > 0, key });
  }
  return lines;
}

/** How many arrays a line opens more than it closes; strings and comments do not count. */
function bracketsOf(line: string): number {
  const bare = line.replace(/"[^"]*"|'[^']*'/g, '').replace(/#.*/, '');
  return bare.split('[').length - bare.split(']').length;
}

function startOfLine(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end - (text[end - 1] === '\r' ? 1 : 0);
}
