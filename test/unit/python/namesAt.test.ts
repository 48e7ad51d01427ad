import assert from 'node:assert/strict';
import { exactAtCursor, formsAtCursor, namesAtCursor } from './cursor';

type Cases = readonly (readonly [marked: string, forms: string])[];

function table(cases: Cases, read: (marked: string) => string = formsAtCursor): void {
  for (const [marked, forms] of cases) {
    it(`${JSON.stringify(marked)} is ${forms === '' ? 'nothing' : forms}`, () => assert.equal(read(marked), forms));
  }
}

describe('Names at a place in a Python text', () => {
  describe('keywords stand where the grammar has them', () => {
    table([
      ['|yield x', 'yield'],
      ['yi|eld x', 'yield'],
      ['yield| x', 'yield'],
      ['yield from| x', 'yield'],
      ['x = await| y', 'await'],
      ['|async def f(): pass', 'async'],
      ['async |def f(): pass', 'def'],
      ['async |with a as b: pass', 'with'],
      ['|lambda x: x', 'lambda'],
      ['raise A |from b', 'raise'],
      ['|from a import b', 'from'],
      ['a |is not b', 'is'],
      ['a is |not b', 'not'],
      ['x = |None', 'None'],
      ['x = |True', 'True'],
      ['def f():\n  |nonlocal x', 'nonlocal'],
      ['try: pass\n|except* A: pass', 'except'],
      ['|match x:\n  case 1: pass', 'match'],
      ['match x:\n  |case 1: pass', 'case'],
      ['match x:\n  case |_: pass', '_'],
      ['|type X = int', 'type'],
      ['|match = 3', ''],
      ['match = 3\n|match', ''],
      ['import re\nmatch = re.match("a", b)\n|match.group(1)', ''],
      ['|case = 1', ''],
      ['|type(x)', 'type'],
      ['x.|match', '.match'],
      ['f(|lambda: 0)', 'lambda'],
    ]);
  });

  describe('builtins are read unless the user has a thing of that name', () => {
    table([
      ['|print(x)', 'print'],
      ['|len(x)', 'len'],
      ['except_ = |ValueError', 'ValueError'],
      ['try: pass\nexcept |KeyError as e: pass', 'KeyError'],
      ['try: pass\nexcept (A, |OSError): pass', 'OSError'],
      ['if |__name__ == "__main__": pass', '__name__'],
      ['id = 3\n|id', ''],
      ['def f(id):\n  return |id', ''],
      ['def f(|id): pass', ''],
      ['def f(x=|id): pass', 'id'],
      ['def f(x: |int): pass', 'int'],
      ['def |list(): pass', ''],
      ['def list(): pass\n|list()', ''],
      ['class |list: pass', ''],
      ['for |id in x: |', ''],
      ['[|id for id in x]', ''],
      ['[x for x in |id]', 'id'],
      ['id = [id for id in |id]', ''],
      ['(id for id in x)\n|id', 'id'],
      ['lambda id: |id', ''],
      ['lambda id=|id: 0', 'id'],
      ['if (id := 3): |id', ''],
      ['[(id := y) for y in z]\n|id', ''],
      ['f(lambda: (id := 3))\n|id', 'id'],
      ['try: pass\nexcept E as id: |id', ''],
      ['with a as id: |id', ''],
      ['match x:\n  case id: |id', ''],
      ['match x:\n  case [id, *rest]: |id', ''],
      ['match x:\n  case {"a": id}: |id', ''],
      ['match x:\n  case A(id=1): |id', 'id'],
      ['match x:\n  case 1 as id: |id', ''],
      ['match x:\n  case |str(): pass', 'str'],
      ['import a as id\nid', ''],
      ['def f[id](x: |id): pass', ''],
      ['def f[T](x: T): |id', 'id'],
      ['class A[id]:\n  def f(self): |id', ''],
      ['type X[id] = list[|id]', ''],
      ['del id\n|id', ''],
      ['def f():\n  |id\n  del id', ''],
      ['id: int\n|id', ''],
      ['id += 1\n|id', ''],
      ['a, (id, *b) = c\n|id', ''],
      ['x.id = 1\n|id', 'id'],
      ['global_ = 1\ndef f():\n  global id\n  id = 2\n|id', ''],
    ]);
  });

  describe('scopes are those of Python', () => {
    table([
      ['class A:\n  id = 1\n  x = |id', ''],
      ['class A:\n  id = 1\n  def f(self): return |id', 'id'],
      ['class A:\n  id = 1\n  x = [|id for y in z]', 'id'],
      ['class A:\n  id = 1\n  x = [y for y in |id]', ''],
      ['class A:\n  id = 1\n  x = lambda: |id', 'id'],
      ['def f():\n  id = 1\n  def g(): return |id', ''],
      ['def f():\n  id = 1\ndef g(): return |id', 'id'],
      ['def f():\n  id = 1\n  class B:\n    x = |id', ''],
      ['def f():\n  id = 1\n  class B:\n    def g(self): return |id', ''],
      ['def f():\n  id = 1\n  def g():\n    global id\n    return |id', 'id'],
      ['def f():\n  id = 1\n  def g():\n    nonlocal id\n    return |id', ''],
      ['import json\ndef f():\n  |json.x\n  json = 1', ''],
      ['def f():\n  import json\n  |json', 'json'],
      ['def f():\n  import json\n|json', ''],
      ['import json\ndef f():\n  def json(): pass\n  return |json', ''],
      ['import json\nclass A:\n  json = 1\n  def f(self): |json', 'json'],
      ['import json\n@|json.x\ndef f(json): pass', 'json'],
      ['import json\ndef f(json=|json): pass', 'json'],
      ['import json\n[json for json in |json]', 'json'],
      ['import json\nf(|json for json in y)', ''],
      ['import json\nf(x for x in |json)', 'json'],
      ['import json\nfor json in x: pass\n|json', ''],
      ['import json\nimport json\n|json', 'json'],
      ['json = 1\nimport json\n|json', ''],
      ['import json\ndel json\n|json', 'json'],
      ['with (a() as json, b() as id):\n  |json', ''],
      ['with (a() as json, b() as id):\n  |id', ''],
    ]);
  });

  describe('imports are known through any alias', () => {
    table([
      ['import |numpy', 'numpy'],
      ['import numpy as |np', 'numpy'],
      ['import |numpy as np', 'numpy'],
      ['import numpy as np\n|np', 'numpy'],
      ['import numpy as np\n|numpy', ''],
      ['import a.|b.c', 'a.b'],
      ['import a.b.|c', 'a.b.c'],
      ['import a.b.c\n|a', 'a'],
      ['import a.b as |c', 'a.b'],
      ['import a.b as c\n|a', ''],
      ['import x, a.b as c, d\n|c', 'a.b'],
      ['import x, a.b as c, d\n|d', 'd'],
      ['from |fastapi import Depends', 'fastapi'],
      ['from fastapi import |Depends', 'fastapi.Depends'],
      ['from fastapi import Depends as |D', 'fastapi.Depends'],
      ['from fastapi import |Depends as D', 'fastapi.Depends'],
      ['from fastapi import Depends as D\n|D', 'fastapi.Depends'],
      ['from fastapi import Depends as D\n|Depends', ''],
      ['from a.b import (c,\n  d as e,\n)\n|e', 'a.b.d'],
      ['from a.|b import c', 'a.b'],
      ['from sqlalchemy.orm import selectinload\n|selectinload(x)', 'sqlalchemy.orm.selectinload'],
      ['from . import |x', ''],
      ['from . import x\n|x', ''],
      ['from .models import User\n|User', ''],
      ['from .|models import User', ''],
      ['from ...a.b import c\n|c', ''],
      ['from fastapi import Depends\nclass Depends: pass\n|Depends', ''],
      ['from django.db.models import *\n|Q', 'django.db.models.Q'],
      ['from django.db.models import *\nQ = 1\n|Q', ''],
      ['from .x import *\n|Q', ''],
      ['from x import *\n|len', 'len'],
      ['try:\n  import orjson as json\nexcept ImportError:\n  import json\n|json', 'orjson json'],
      ['try:\n  import orjson\nexcept ImportError:\n  orjson = None\n|orjson', 'orjson'],
      ['if a:\n  import tomllib\nelse:\n  import tomli as tomllib\n|tomllib', 'tomllib tomli'],
      ['if TYPE_CHECKING:\n  from x import Y\ndef f(y: |Y): pass', 'x.Y'],
    ]);
  });

  describe('attributes are chains from an import', () => {
    table(
      [
        ['import numpy as np\nnp.|linalg.svd(x)', 'numpy.linalg'],
        ['import numpy as np\nnp.linalg.|svd(x)', 'numpy.linalg.svd'],
        ['import sqlalchemy as sa\nsa.|select(x)', 'sqlalchemy.select'],
        ['import a.b.c\na.b.|c', 'a.b.c'],
        ['from a import b\nb.|c', 'a.b.c'],
        ['import datetime\ndatetime.datetime.|now()', 'datetime.datetime.now'],
        ['from datetime import datetime as dt\ndt.|now()', 'datetime.datetime.now'],
        ['dict.|fromkeys(x)', 'dict.fromkeys'],
        ['", ".|join(x)', 'str.join'],
        ['b"".|join(x)', 'bytes.join'],
        ['f"{x}".|join(x)', 'str.join'],
        ['[].|append(1)', 'list.append'],
        ['{}.|get(1)', 'dict.get'],
        ['{1}.|add(1)', 'set.add'],
        ['x = {}\nx.|get(1)', 'dict.get'],
        ['(a, b).|count(1)', 'tuple.count'],
        ['dict = 3\ndict.|fromkeys(x)', ''],
        ['match x:\n  case http.|OK: pass', ''],
        ['import http\nmatch x:\n  case http.HTTPStatus.|OK: pass', 'http.HTTPStatus.OK'],
      ],
      exactAtCursor,
    );
  });

  describe('methods of unknown receivers rank below exact names', () => {
    table([
      ['User.objects.|select_related("x")', '.select_related'],
      ['from .models import User\nUser.objects.filter(x).|select_related("x")', '.select_related'],
      ['import os\nos.path.|join(x)', 'os.path.join'],
      ['from django.contrib.auth.models import User\nUser.|objects', 'django.contrib.auth.models.User.objects .objects'],
      ['def f(x): x.|append(1)', '.append'],
      ['f().|append(1)', '.append'],
      ['x[0].|append(1)', '.append'],
      ['class A:\n  def run(self): pass\nA.|run', ''],
      ['class A:\n  def run(self): self.|run', ''],
      ['class A:\n  def __init__(self): self.items = []\n  def f(self): self.|items', ''],
      ['class A:\n  def f(self): self.|items', '.items'],
      ['class A:\n  def f(self): self.items.|append', '.append'],
    ]);
  });

  describe('receivers known from one assignment, annotation or with statement', () => {
    const fastapi = 'from fastapi import FastAPI\n';
    const session = 'from sqlalchemy.orm import Session\n';
    table(
      [
        [`${fastapi}app = FastAPI()\napp.|get("/")`, 'fastapi.FastAPI.get'],
        [`${fastapi}app: FastAPI = FastAPI()\napp.|get("/")`, 'fastapi.FastAPI.get'],
        ['import fastapi\napp = fastapi.FastAPI(title="x")\napp.|get("/")', 'fastapi.FastAPI.get'],
        [`${fastapi}app = FastAPI()\n|app`, ''],
        [`${fastapi}app = FastAPI()\napp = other()\napp.|get("/")`, ''],
        [`${fastapi}FastAPI().|get("/")`, 'fastapi.FastAPI.get'],
        [`${fastapi}app = api = FastAPI()\napp.|get("/")`, ''],
        [`${session}def f(s: Session): s.|execute(x)`, 'sqlalchemy.orm.Session.execute'],
        [`${session}def f(s: "Session"): s.|execute(x)`, 'sqlalchemy.orm.Session.execute'],
        [`from __future__ import annotations\n${session}def f(*, s: Session = None): s.|execute(x)`, 'sqlalchemy.orm.Session.execute'],
        [`from typing import Annotated\n${session}def f(s: Annotated[Session, 1]): s.|execute(x)`, 'sqlalchemy.orm.Session.execute'],
        [`from typing import Optional\n${session}def f(s: Optional[Session]): s.|execute(x)`, 'sqlalchemy.orm.Session.execute'],
        [`${session}def f(*s: Session): s.|count(x)`, ''],
        [`${session}with Session(engine) as s:\n  s.|execute(x)`, 'sqlalchemy.orm.Session.execute'],
        ['import httpx\nasync def f():\n  async with httpx.AsyncClient() as c:\n    await c.|get(x)', 'httpx.AsyncClient.get'],
        [`${session}S = Session\nS().|execute(x)`, 'sqlalchemy.orm.Session.execute'],
        ['from pydantic import BaseModel\nclass A(BaseModel): pass\nA.|model_validate(x)', 'pydantic.BaseModel.model_validate'],
        ['from pydantic import BaseModel\nclass A(BaseModel): pass\nclass B(A): pass\nB().|model_dump()', 'pydantic.BaseModel.model_dump'],
        ['from unittest import TestCase\nclass T(TestCase):\n  def test(self): self.|assertEqual(1, 1)', 'unittest.TestCase.assertEqual'],
        ['from unittest import TestCase\nclass T(TestCase):\n  def setUp(self): super().|setUp()', 'unittest.TestCase.setUp'],
        ['from pydantic import BaseModel\nclass A(BaseModel):\n  |model_config = 1', 'pydantic.BaseModel.model_config'],
        ['from django.db import models\nclass A(models.Model):\n  def |save(self): pass', 'django.db.models.Model.save'],
        ['from django.db import models\nclass A(models.Model):\n  class |Meta: pass', 'django.db.models.Model.Meta'],
        ['class A:\n  def |__enter__(self): pass', 'object.__enter__'],
        ['class A:\n  |__slots__ = ()', 'object.__slots__'],
        ['class A:\n  def |run(self): pass', ''],
      ],
      exactAtCursor,
    );
  });

  describe('decorators', () => {
    table(
      [
        ['class A:\n  @|classmethod\n  def f(cls): pass', 'classmethod'],
        ['from functools import lru_cache as cached\n@|cached(maxsize=1)\ndef f(): pass', 'functools.lru_cache'],
        ['import functools\n@|functools.wraps(f)\ndef g(): pass', 'functools'],
        ['import functools\n@functools.|wraps(f)\ndef g(): pass', 'functools.wraps'],
        ['from fastapi import FastAPI\napp = FastAPI()\n@app.|get("/")\nasync def f(): pass', 'fastapi.FastAPI.get'],
        ['from fastapi import FastAPI\napp = FastAPI()\n@|app.get("/")\nasync def f(): pass', ''],
        ['class A:\n  @property\n  def x(self): pass\n  @x.|setter\n  def x(self, v): pass', 'property.setter'],
        ['def mine(f): pass\n@|mine\ndef g(): pass', ''],
      ],
      exactAtCursor,
    );
    it('are told from other uses', () => {
      assert.equal(namesAtCursor('@|staticmethod\ndef f(): pass')[0]?.kind, 'decorator');
      assert.equal(namesAtCursor('f = |staticmethod(g)')[0]?.kind, 'builtin');
    });
  });

  describe('keyword arguments of known calls', () => {
    table([
      ['from sqlalchemy import create_engine\ncreate_engine(u, |pool_recycle=3)', 'sqlalchemy.create_engine(pool_recycle=)'],
      ['import sqlalchemy as sa\nsa.create_engine(u, |pool_recycle=3)', 'sqlalchemy.create_engine(pool_recycle=)'],
      ['from celery import shared_task\n@shared_task(|autoretry_for=(E,))\ndef f(): pass', 'celery.shared_task(autoretry_for=)'],
      ['from celery import Celery\napp = Celery()\n@app.task(|bind=True)\ndef f(self): pass', 'celery.Celery.task(bind=)'],
      ['|print(x, end="")', 'print'],
      ['print(x, |end="")', 'print(end=)'],
      ['job.apply_async(|countdown=3)', '.apply_async(countdown=)'],
      ['def mine(pool=1): pass\nmine(|pool=3)', ''],
      ['mine(pool=|len)', 'len'],
      ['from sqlmodel import SQLModel\nclass A(SQLModel, |table=True): pass', 'sqlmodel.SQLModel(table=)'],
      ['from pydantic import BaseModel\nclass A(BaseModel): pass\nA(|x=1)', 'pydantic.BaseModel(x=)'],
      ['f(|id:=3)', ''],
    ]);
  });

  describe('strings and comments hold no names', () => {
    table([
      ['"|print"', ''],
      ["'''a\n|print\n'''", ''],
      ['# |print', ''],
      ['x = 1  # yield |yield', ''],
      ['f"|print {x}"', ''],
      ['f"{|print}"', 'print'],
      ['f"{x!r:>{|len(y)}}"', 'len'],
      ['f"{x:|len}"', ''],
      ['f"{a["|len"]}"', ''],
      ['f"{a["b"]} {|len}"', 'len'],
      ['f"""\n{|len}\n"""', 'len'],
      ['rb"|print"', ''],
      ['x["|len"]', ''],
      ['from x import Y\ndef f(a: "|Y"): pass', 'x.Y'],
      ['from x import Y\na: "list[|Y]" = 1', 'x.Y'],
      ['import x\ndef f() -> "x.|Y or None": pass'.replace('or', '\u007c'), ''],
      ['from typing import Literal\ndef f(a: Literal["|len"]): pass', ''],
      ['from typing import Annotated\ndef f(a: Annotated[int, "|len"]): pass', ''],
      ['def f(a="|len"): pass', ''],
    ]);
  });

  describe('columns are UTF-16, whatever stands before', () => {
    table([
      ['x = "😀"; |len(x)', 'len'],
      ['# 한국어\n변수 = |len("한글")', 'len'],
      ['변수 = 1\n|변수', ''],
      ['import numpy as 넘파이\n넘파이.|linalg', 'numpy.linalg'],
      ['import os\r\nos.|path\r\n', 'os.path'],
    ]);
  });

  describe('unfinished code', () => {
    table(
      [
        ['import numpy as np\nnp.|linalg.\nfoo(', 'numpy.linalg'],
        ['import numpy as np\ndef f(\n\nx = np.|array(', 'numpy.array'],
        ['import numpy as np\nx = [np.|array', 'numpy.array'],
        ['from fastapi import |Depends, ', 'fastapi.Depends'],
        ['from |fastapi import', 'fastapi'],
        ['from |fastapi', 'fastapi'],
        ['import json\nif |json', 'json'],
        ['import json\nclass A(|json.', 'json'],
        ['import json\n@|json.', 'json'],
        ['import json\nx = {"a": |json', 'json'],
        ['import json\ntry:\n  |json.x', 'json'],
        ['|def', 'def'],
        ['x = 1 |if', 'if'],
        ['|async ', 'async'],
      ],
      exactAtCursor,
    );
  });

  it('gives the range of the word alone', () => {
    const [name] = namesAtCursor('import numpy as np\nnp.linalg.|svd(x)');
    assert.deepEqual([name?.start, name?.end, name?.kind, name?.confidence], [29, 32, 'attribute', 1]);
  });
});
