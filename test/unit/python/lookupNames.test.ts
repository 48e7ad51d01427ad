import assert from 'node:assert/strict';
import { lookupNames } from '../../../src/core/python/lookupNames';
import type { PythonNameKind } from '../../../src/core/python/pythonName';

const cases: readonly (readonly [kind: PythonNameKind, form: string, written: readonly string[]])[] = [
  ['keyword', 'yield', ['yield']],
  ['builtin', 'print', ['print']],
  ['method', '.select_related', ['.select_related']],
  ['import', 'sqlalchemy.select', ['sqlalchemy.select']],
  ['decorator', 'classmethod', ['@classmethod', 'classmethod']],
  ['decorator', 'flask.Flask.cli.command', ['@flask.Flask.cli.command', '@flask.Blueprint.cli.command', 'flask.Flask.cli.command', 'flask.Blueprint.cli.command']],
  ['keywordArgument', 'sqlalchemy.create_engine(pool_recycle=)', ['sqlalchemy.create_engine(pool_recycle=)']],
  ['import', 'sqlalchemy.orm.session.Session', ['sqlalchemy.orm.session.Session', 'sqlalchemy.orm.Session', 'sqlalchemy.Session']],
  ['attribute', 'a.b.Name.method', ['a.b.Name.method', 'a.Name.method']],
  ['keywordArgument', 'a.b.Name(x=)', ['a.b.Name(x=)', 'a.Name(x=)']],
  ['import', 'fastapi.params.Depends', ['fastapi.params.Depends', 'fastapi.Depends']],
  ['import', 'sqlalchemy.future.select', ['sqlalchemy.future.select', 'sqlalchemy.select']],
  ['import', 'asyncio.tasks.gather', ['asyncio.tasks.gather', 'asyncio.gather']],
  ['import', 'asyncio.gather', ['asyncio.gather']],
  ['import', 'typing_extensions.override', ['typing_extensions.override', 'typing.override']],
  ['import', 'numpy.linalg.svd', ['numpy.linalg.svd']],
  ['import', 'Name', ['Name']],
  ['import', 'celery.Celery', ['celery.Celery', 'celery.app.base.Celery', 'celery.app.Celery']],
  ['attribute', 'fastapi.APIRouter.get', ['fastapi.APIRouter.get', 'fastapi.FastAPI.get']],
  ['import', 'fastapi.APIRouter', ['fastapi.APIRouter']],
];

describe('How a note may write a name', () => {
  for (const [kind, form, written] of cases) {
    it(`${kind} ${form}: ${written.join(', ')}`, () => assert.deepEqual(lookupNames({ kind, form }), written));
  }

  it('the same class through FastAPI and Starlette', () => {
    assert.ok(lookupNames({ kind: 'import', form: 'starlette.responses.JSONResponse' }).includes('fastapi.responses.JSONResponse'));
    assert.ok(lookupNames({ kind: 'import', form: 'fastapi.responses.JSONResponse' }).includes('starlette.responses.JSONResponse'));
    assert.ok(lookupNames({ kind: 'import', form: 'starlette.requests.Request' }).includes('fastapi.Request'));
  });
});
