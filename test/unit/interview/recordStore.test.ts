import assert from 'node:assert/strict';
import { interviewOf, withEvent, type InterviewRecord } from '../../../src/core/interview/interviewRecord';
import { RecordStore, type RecordFiles } from '../../../src/core/interview/recordStore';
import { seeded } from '../notes/seeded';
import { aScript } from './script';

class Killed extends Error {}

/** Files in memory whose process can be killed at the n-th step: a write then leaves nothing, a part, or all. */
function memoryFiles(kill = { after: Infinity, part: 1 }): RecordFiles & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>();
  let steps = 0;
  const step = (): boolean => (steps += 1) > kill.after;
  return {
    texts,
    list: () => Promise.resolve([...texts.keys()]),
    read: (name) => Promise.resolve(texts.get(name) ?? ''),
    write: (name, text) => {
      if (step()) {
        if (steps === kill.after + 1) texts.set(name, text.slice(0, Math.floor(text.length * kill.part)));
        return Promise.reject(new Killed());
      }
      texts.set(name, text);
      return Promise.resolve();
    },
    delete: (name) => {
      if (step()) return Promise.reject(new Killed());
      texts.delete(name);
      return Promise.resolve();
    },
  };
}

const fresh: InterviewRecord = { id: 'one', script: aScript(), mode: 'candidate', at: 0, events: [] };
const typed = (record: InterviewRecord, revision: number) => withEvent(record, { type: 'type', turn: 0, revision, text: `${revision} `.repeat(revision), at: revision });

describe('The store of interviews', () => {
  it('gives back what was saved last, and keeps no more than two copies', async () => {
    const files = memoryFiles();
    const store = new RecordStore(files);
    let record = withEvent(fresh, { type: 'start', at: 0 });
    for (let revision = 1; revision <= 20; revision++) {
      record = typed(record, revision);
      assert.equal(await store.save(record), true);
    }
    assert.deepEqual(await new RecordStore(files).load(), [record]);
    assert.ok(files.texts.size <= 2);
  });

  it('goes on with its own numbers after a restart', async () => {
    const files = memoryFiles();
    const first = withEvent(fresh, { type: 'start', at: 0 });
    await new RecordStore(files).save(first);
    const store = new RecordStore(files);
    await store.load();
    const second = typed(first, 1);
    await store.save(second);
    assert.deepEqual(await new RecordStore(files).load(), [second]);
  });

  it('loses nothing that was saved, whenever the process is killed, and reads past torn copies', async () => {
    const random = seeded(50);
    for (let kill = 0; kill < 500; kill++) {
      const files = memoryFiles({ after: random.below(40), part: random.pick([0, 0.3, 0.99, 1]) });
      const store = new RecordStore(files);
      let record = withEvent(fresh, { type: 'start', at: 0 });
      let saved = 0;
      for (let revision = 1; revision <= 20; revision++) {
        record = typed(record, revision);
        if (!(await store.save(record))) break;
        saved = revision;
      }
      const [loaded] = await new RecordStore(files).load();
      const kept = loaded ? (interviewOf(loaded).turns[0]?.revision ?? 0) : 0;
      assert.ok(kept >= saved, `saved ${saved}, found ${kept}`);
    }
  });

  it('says when nothing could be written, and writes the latest later', async () => {
    const files = memoryFiles();
    let isFull = true;
    const store = new RecordStore({ ...files, write: (name, text) => (isFull ? Promise.reject(new Error('full')) : files.write(name, text)) });
    const record = withEvent(fresh, { type: 'start', at: 0 });
    assert.equal(await store.save(record), false);
    isFull = false;
    assert.equal(await store.save(typed(record, 1)), true);
    assert.deepEqual(await new RecordStore(files).load(), [typed(record, 1)]);
  });

  it('leaves files alone that are none of ours', async () => {
    const files = memoryFiles();
    for (const [name, text] of [['notes.md', 'x'], ['a.1.json', '{'], ['b.1.json', '{"version":1}'], ['c.1.json', '[]'], ['d.1.json', '{"version":2,"id":"d"}']] as const) files.texts.set(name, text);
    assert.deepEqual(await new RecordStore(files).load(), []);
    assert.equal(files.texts.size, 5);
  });

  it('forgets an interview that was never started', async () => {
    const files = memoryFiles();
    const store = new RecordStore(files);
    await store.save(fresh);
    await store.forget('one');
    assert.equal(files.texts.size, 0);
  });
});
