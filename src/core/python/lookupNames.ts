import type { NameCandidate } from './pythonName';

/** The same module under two names, by the documentation of the one that passes the other on. */
const sameModules: readonly (readonly [string, string])[] = [
  ['typing_extensions', 'typing'],
  // "You could also use `from starlette.responses import …`": FastAPI's reference says so for each of these.
  ['starlette.background', 'fastapi.background'],
  ['starlette.concurrency', 'fastapi.concurrency'],
  ['starlette.datastructures', 'fastapi.datastructures'],
  ['starlette.middleware', 'fastapi.middleware'],
  ['starlette.requests', 'fastapi.requests'],
  ['starlette.responses', 'fastapi.responses'],
  ['starlette.staticfiles', 'fastapi.staticfiles'],
  ['starlette.templating', 'fastapi.templating'],
  ['starlette.testclient', 'fastapi.testclient'],
  ['starlette.websockets', 'fastapi.websockets'],
  // Modules whose functions the package above them is the public home of.
  ['asyncio.coroutines', 'asyncio'],
  ['asyncio.events', 'asyncio'],
  ['asyncio.futures', 'asyncio'],
  ['asyncio.runners', 'asyncio'],
  ['asyncio.streams', 'asyncio'],
  ['asyncio.tasks', 'asyncio'],
  ['asyncio.threads', 'asyncio'],
  ['asyncio.timeouts', 'asyncio'],
  ['concurrent.futures._base', 'concurrent.futures'],
  ['sqlalchemy.future', 'sqlalchemy'],
  ['sqlalchemy.sql', 'sqlalchemy'],
  ['sqlalchemy.sql.expression', 'sqlalchemy'],
  ['django.db.models.query_utils', 'django.db.models'],
  ['django.urls.base', 'django.urls'],
  ['django.urls.conf', 'django.urls'],
  ['fastapi.params', 'fastapi'],
  ['fastapi.param_functions', 'fastapi'],
  ['pydantic.functional_validators', 'pydantic'],
  ['pydantic.functional_serializers', 'pydantic'],
  ['pydantic.fields', 'pydantic'],
];

/** Classes that are known under two names. */
const sameClasses: readonly (readonly [string, string])[] = [
  ['celery.app.base.Celery', 'celery.Celery'],
  ['celery.app.task.Task', 'celery.Task'],
  ['django.db.models.query.QuerySet', 'django.db.models.QuerySet'],
  ['sqlalchemy.orm.session.Session', 'sqlalchemy.orm.Session'],
  ['sqlalchemy.ext.asyncio.session.AsyncSession', 'sqlalchemy.ext.asyncio.AsyncSession'],
];

/** Different classes whose methods of the same name do the same, as their documentation says. */
const sameMembers: readonly (readonly [string, string])[] = [
  ['fastapi.APIRouter', 'fastapi.FastAPI'],
  ['flask.Blueprint', 'flask.Flask'],
];

/**
 * The ways in which a note's `hover` may write this name, the exact one first. Besides it: `@name` for decorators, the name under
 * another documented home, and for classes the packages around (`sqlalchemy.orm.Session` for `sqlalchemy.orm.session.Session`):
 * packages pass on the classes of their inner modules, and a class's name is not given twice in one library's public parts.
 */
export function lookupNames({ form, kind }: Pick<NameCandidate, 'form' | 'kind'>): readonly string[] {
  if (kind === 'keyword' || kind === 'builtin' || kind === 'method') return [form];
  const [, name = form, argument = ''] = /^([^(]*)(\(.*)?$/.exec(form) ?? [];
  const homes = [name, ...sameNames(name)];
  const forms = [...new Set([...homes, ...homes.flatMap(packagesAround)])].map((home) => home + argument);
  return kind === 'decorator' ? [...forms.map((home) => `@${home}`), ...forms] : forms;
}

function sameNames(name: string): readonly string[] {
  const inModules = sameModules.flatMap(([inner, outer]) => {
    // The way back only where both are modules: all of `asyncio` is not in `asyncio.tasks`.
    return inner.startsWith(`${outer}.`) ? moved(name, inner, outer) : movedEitherWay(name, inner, outer);
  });
  const ofClasses = sameClasses.flatMap(([long, short]) => (name === long ? [short] : name === short ? [long] : movedEitherWay(name, long, short)));
  return [...inModules, ...ofClasses, ...sameMembers.flatMap(([one, other]) => movedEitherWay(name, one, other))];
}

function movedEitherWay(name: string, one: string, other: string): readonly string[] {
  return [...moved(name, one, other), ...moved(name, other, one)];
}

/** A name inside `from`, as it is called inside `to`. */
function moved(name: string, from: string, to: string): readonly string[] {
  return name.startsWith(`${from}.`) ? [to + name.slice(from.length)] : [];
}

/** Leaves out the modules right before a class, one after the other, down to the package. */
function packagesAround(name: string): readonly string[] {
  const parts = name.split('.');
  const classAt = parts.findIndex((part) => /^[A-Z]/.test(part));
  const shorter: string[] = [];
  for (let kept = classAt - 1; kept >= 1; kept--) shorter.push([...parts.slice(0, kept), ...parts.slice(classAt)].join('.'));
  return shorter;
}
