import assert from 'node:assert/strict';
import { packageNameAt, type PackageFile } from '../../../src/core/python/packageNames';

function nameAt(marked: string, file: PackageFile): string | undefined {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const found = packageNameAt(text, offset, file);
  return found && `${text.slice(found.start, found.end)}: ${found.form}`;
}

type Case = readonly [behaviour: string, marked: string, expected: string | undefined];

describe('A package name in requirements.txt', () => {
  const cases: readonly Case[] = [
    ['stands at the start of the line', 'httpx>=0.28\nfast|api==0.115\n', 'fastapi: fastapi'],
    ['ends before extras', 'uvi|corn[standard]>=0.32', 'uvicorn: uvicorn'],
    ['ends before an address', 'ce|lery @ https://example.org/celery.whl', 'celery: celery'],
    ['is imported with underscores', 'pydantic-set|tings', 'pydantic-settings: pydantic_settings'],
    ['is known where it is imported under another name', 'Django|RestFramework~=3.15', 'DjangoRestFramework: rest_framework'],
    ['is not in what follows it', 'uvicorn[stan|dard]', undefined],
    ['is not in a version', 'fastapi==0.1|15', undefined],
    ['is not in a comment', '# fast|api', undefined],
    ['is no option', '-r ba|se.txt', undefined],
    ['is no file', './pack|ages/x.whl', undefined],
    ['is not found in an empty text', '|', undefined],
    ['no prototype of ours is a package', 'const|ructor', 'constructor: constructor'],
  ];
  for (const [behaviour, marked, expected] of cases) it(behaviour, () => assert.equal(nameAt(marked, 'requirements'), expected));
});

describe('A package name in pyproject.toml', () => {
  const cases: readonly Case[] = [
    ['stands in the dependencies', '[project]\nname = "shop"\ndependencies = [\n    "celery[redis]>=5.5",\n    "fast|api>=0.115",\n]', 'fastapi: fastapi'],
    ['stands in an array on one line', '[dependency-groups]\ndev = ["aiosqlite>=0.20", "py|test>=8.3"]', 'pytest: pytest'],
    ['stands in optional dependencies', '[project.optional-dependencies]\n"all" = [\r\n  \'sql|alchemy\',\r\n]', 'sqlalchemy: sqlalchemy'],
    ['stands behind an array with brackets in its strings', '[project]\ndependencies = [\n "a[b]", # ] \n "ht|tpx",\n]', 'httpx: httpx'],
    ['stands in a build requirement', '[build-system]\nrequires = ["hatch|ling"]', 'hatchling: hatchling'],
    ['is a key of Poetry', '[tool.poetry.group.dev.dependencies]\npython = "^3.12"\npy|jwt = {version = "^2", extras = ["crypto"]}', 'pyjwt: jwt'],
    ['is not the version of Python', '[tool.poetry.dependencies]\npyth|on = "^3.12"', undefined],
    ['is not the name of the project', '[project]\nname = "fast|api"', undefined],
    ['is not in other arrays', '[project]\nkeywords = ["fast|api"]', undefined],
    ['is not in other tables', '[project]\ndependencies = ["httpx"]\n[tool.ruff]\nselect = ["fast|api"]', undefined],
    ['is not in a comment', '[project]\ndependencies = [ # "fast|api"\n]', undefined],
    ['is not in a version', '[project]\ndependencies = ["fastapi>=0.1|15"]', undefined],
  ];
  for (const [behaviour, marked, expected] of cases) it(behaviour, () => assert.equal(nameAt(marked, 'pyproject'), expected));
});
