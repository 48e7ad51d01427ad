import assert from 'node:assert/strict';
import { namesInFile } from '../../../src/core/python/namesInFile';
import { namesInModuleAt } from '../../../src/core/python/namesAt';
import { parsePython } from '../../../src/core/python/parsePython';
import { PythonModule } from '../../../src/core/python/pythonModule';

const moduleOf = (text: string, above: readonly PythonModule[] = []) => new PythonModule(parsePython(text), text, above);

describe('Names of a whole file', () => {
  const text = 'import numpy as np\nasync def f(items):\n    # print\n    await np.load("len", mmap_mode="r")\n    items.sort()\n';

  it('come in the order of the text', () => {
    assert.deepEqual(
      namesInFile(moduleOf(text)).map(({ kind, form }) => `${kind} ${form}`),
      ['keyword import', 'import numpy', 'keyword as', 'import numpy', 'keyword async', 'keyword def', 'keyword await', 'import numpy', 'attribute numpy.load', 'keywordArgument numpy.load(mmap_mode=)', 'method .sort'],
    );
  });

  it('are the same when asked for part by part', () => {
    const module = moduleOf(text);
    const parts = [0, 20, 40, 60, 80, 100, 120, 140].flatMap((from) => namesInFile(module, from, from + 20));
    assert.deepEqual(parts, namesInFile(module));
  });
});

describe('Names in a notebook cell', () => {
  const first = moduleOf('import numpy as np\nfrom fastapi import FastAPI\nx = [');
  const second = moduleOf('app = FastAPI()\nlist = 3\n', [first]);
  const forms = (text: string) => namesInModuleAt(moduleOf(text, [first, second]), text.length - 1).map(({ form }) => form);

  it('are known from the cells above, also where one is unfinished', () => {
    assert.deepEqual(forms('np.load'), ['numpy.load']);
    assert.deepEqual(forms('app.get'), ['fastapi.FastAPI.get', '.get']);
    assert.deepEqual(forms('list'), []);
  });

  it('are what the nearest cell says', () => {
    const third = moduleOf('import json as np', [first, second]);
    const text = 'np';
    assert.deepEqual(namesInModuleAt(moduleOf(text, [first, second, third]), 1).map(({ form }) => form), ['json']);
  });
});
