import * as assert from 'node:assert/strict';
import type { ReviewsChange } from '../../../src/editor/library/reviews';
import { createReviews, defaultReviewSettings, UnsavedError } from '../../../src/editor/library/reviews';
import { day, hour, minute, noon, seeded } from './build';
import { MemoryFiles } from './memoryFiles';

const card = 'pack:python/gil#gil-why';

async function aReviews(files = new MemoryFiles(), start = noon) {
  let now = start;
  const reviews = createReviews({ files, host: 'laptop', now: () => now, random: seeded(1), retryAfter: 0, settings: { ...defaultReviewSettings, fuzz: false } });
  await reviews.ready;
  return { reviews, files, pass: (time: number) => (now += time) };
}

describe('reviews', function () {
  // A busy machine is not a fault.
  this.timeout(60_000);

  it('know nothing of a card without history', async () => {
    const { reviews } = await aReviews();
    assert.deepEqual([reviews.stateOf(card), reviews.recallOf(card), reviews.isDue(card), reviews.nextUndo()], [undefined, undefined, false, undefined]);
  });

  it('store what the person was shown', async () => {
    const { reviews, files, pass } = await aReviews();
    const shown = reviews.choices(card);
    pass(30_000);
    assert.equal(reviews.choices(card), shown);
    await reviews.grade({ card, rating: 4, duration: 1_234 });
    const [line] = [...files.texts.values()][0]!.split('\n').slice(1);
    const { id, ...stored } = JSON.parse(line!) as { id: string };
    assert.match(id, /^[a-z2-7]{16}-1$/);
    assert.deepEqual(stored, { kind: 'review', card, rating: 4, interval: shown[3]?.interval, duration: 1_234, at: noon + 30_000, tz: 'UTC', dayStart: 4 });
    assert.equal(reviews.stateOf(card)?.due, noon + 30_000 + shown[3]!.interval);
  });

  it('practice touches no schedule', async () => {
    const { reviews } = await aReviews();
    await reviews.grade({ card, rating: 1, practice: true });
    await reviews.grade({ card, rating: 1, practice: 'mock' });
    assert.deepEqual(reviews.history(card).map(({ event }) => event.kind), ['cram', 'mock']);
    assert.equal(reviews.stateOf(card)?.due, undefined);
  });

  it('a card is due all through its study day', async () => {
    const { reviews, pass } = await aReviews();
    await reviews.grade({ card, rating: 4 });
    const days = reviews.stateOf(card)!.interval! / day;
    pass((days - 1) * day);
    assert.equal(reviews.isDue(card), false);
    pass(17 * hour);
    assert.equal(reviews.isDue(card), true);
  });

  it('are there again after a restart', async () => {
    const { reviews, files } = await aReviews();
    await reviews.grade({ card, rating: 3 });
    const again = await aReviews(files);
    assert.deepEqual(again.reviews.stateOf(card), reviews.stateOf(card));
  });

  describe('undo and redo', () => {
    it('go back and forth, without limit, also after a restart', async () => {
      const { reviews, files, pass } = await aReviews();
      const states: unknown[] = [undefined];
      for (const rating of [3, 3, 1, 4] as const) {
        pass(hour);
        await reviews.grade({ card, rating });
        states.push(reviews.stateOf(card));
      }
      const later = (await aReviews(files, noon + 4 * hour)).reviews;
      for (let left = 3; left >= 1; left--) {
        assert.deepEqual(await later.undo(), { kind: 'review', cards: [card] });
        assert.deepEqual(later.stateOf(card), states[left]);
      }
      await later.undo();
      assert.equal(later.stateOf(card)?.reps, 0);
      assert.equal(await later.undo(), undefined);
      for (let done = 1; done <= 4; done++) {
        assert.deepEqual(await later.redo(), { kind: 'review', cards: [card] });
        assert.deepEqual(later.stateOf(card), states[done]);
      }
      assert.equal(await later.redo(), undefined);
    });

    it('act on what was done as one', async () => {
      const { reviews } = await aReviews();
      await reviews.record({ kind: 'suspend', card: 'a' }, { kind: 'suspend', card: 'b' }, { kind: 'flag', card: 'b' });
      assert.deepEqual(reviews.nextUndo(), { kind: 'flag', cards: ['a', 'b'] });
      await reviews.undo();
      assert.deepEqual(['a', 'b'].map((each) => reviews.stateOf(each)?.suspended), [false, false]);
      await reviews.redo();
      assert.deepEqual(['a', 'b'].map((each) => reviews.stateOf(each)?.suspended), [true, true]);
      assert.equal(reviews.stateOf('b')?.flagged, true);
    });

    it('nothing to redo once something else was done', async () => {
      const { reviews, pass } = await aReviews();
      await reviews.flag(card);
      await reviews.undo();
      pass(minute);
      await reviews.suspend(card);
      assert.equal(await reviews.redo(), undefined);
    });

    it('a link is not undone by chance', async () => {
      const { reviews } = await aReviews();
      await reviews.grade({ card, rating: 3 });
      await reviews.link(card, 'new');
      assert.deepEqual(reviews.nextUndo()?.kind, 'review');
      assert.equal(reviews.stateOf('new')?.reps, 1);
    });

    it('take back this window first, then what others did', async () => {
      const files = new MemoryFiles();
      const [one, other] = [await aReviews(files), await aReviews(files, noon + day)];
      await one.reviews.flag('a');
      await other.reviews.flag('b');
      await one.reviews.refresh();
      assert.deepEqual((await one.reviews.undo())?.cards, ['a']);
      assert.deepEqual((await one.reviews.undo())?.cards, ['b']);
    });
  });

  it('an edited grade is as if it had been given at once', async () => {
    const [edited, direct] = [await aReviews(), await aReviews()];
    for (const { reviews, pass } of [edited, direct]) {
      await reviews.grade({ card, rating: 4 });
      pass(9 * day);
    }
    await edited.reviews.grade({ card, rating: 1 });
    await direct.reviews.grade({ card, rating: 3 });
    const { event } = edited.reviews.history(card)[1]!;
    await edited.reviews.regrade(event.id, 3);
    assert.deepEqual(edited.reviews.stateOf(card), direct.reviews.stateOf(card));
  });

  it('name what is flagged, and what a card waits for', async () => {
    const { reviews, pass } = await aReviews();
    for (const each of ['a', 'b', 'c']) await reviews.grade({ card: each, rating: 4 });
    await reviews.flag('b');
    await reviews.flag('d');
    await reviews.flag('c');
    await reviews.unflag('c');
    await reviews.suspend('c');
    assert.deepEqual([...reviews.flagged()].sort(), ['b', 'd']);
    assert.deepEqual(['a', 'b', 'c', 'd', 'e'].map(reviews.waiting()), [undefined, undefined, undefined, 'new', 'new']);
    pass(60 * day);
    assert.deepEqual(['a', 'b', 'c', 'd', 'e'].map(reviews.waiting()), ['due', 'due', undefined, 'new', 'new']);
    for (const each of ['a', 'b', 'c']) assert.equal(reviews.waiting()(each) === 'due', reviews.isDue(each));
  });

  it('bury hides until the next study day', async () => {
    const { reviews, pass } = await aReviews();
    await reviews.grade({ card, rating: 4 });
    pass(20 * day);
    await reviews.bury(card);
    assert.equal(reviews.isDue(card), false);
    pass(16 * hour - 1);
    assert.equal(reviews.isDue(card), false);
    pass(1);
    assert.equal(reviews.isDue(card), true);
  });

  it('count today in the limits', async () => {
    const { reviews } = await aReviews();
    const cards = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
    await reviews.grade({ card: 'a', rating: 4 });
    const { queue, fresh, hiddenNew } = reviews.dueCards(cards, { newPerDay: 2 });
    assert.deepEqual([queue, fresh, hiddenNew], [['b'], 1, 2]);
  });

  it('tell who listens, once per change and with the cards', async () => {
    const { reviews, files } = await aReviews();
    const heard: string[][] = [];
    const subscription = reviews.onDidChange(({ cards }: ReviewsChange) => heard.push([...cards]));
    await reviews.grade({ card, rating: 3 });
    const other = await aReviews(files);
    await other.reviews.record({ kind: 'flag', card: 'x' }, { kind: 'flag', card: 'y' });
    await reviews.refresh();
    await reviews.refresh();
    subscription.dispose();
    await reviews.flag(card);
    assert.deepEqual(heard, [[card], ['x', 'y']]);
  });

  it('an answer that could not be written counts, is reported and kept', async () => {
    const { reviews, files } = await aReviews();
    files.fault = () => 'refuse';
    await assert.rejects(reviews.grade({ card, rating: 3 }), UnsavedError);
    assert.deepEqual([reviews.unsaved, reviews.stateOf(card)?.reps], [1, 1]);
    files.fault = undefined;
    await reviews.refresh();
    assert.equal(reviews.unsaved, 0);
    assert.equal((await aReviews(files)).reviews.stateOf(card)?.reps, 1);
  });

  it('a folder that cannot be listed is a problem, not an end', async () => {
    const files = new MemoryFiles();
    files.list = () => Promise.reject(new Error('EACCES'));
    const { reviews } = await aReviews(files);
    assert.deepEqual([reviews.isReady, reviews.problems], [true, [{ file: '', line: 0, reason: 'EACCES' }]]);
    await reviews.grade({ card, rating: 3 });
    assert.equal(reviews.stateOf(card)?.reps, 1);
  });

  it('new settings move nothing that is scheduled, and change what is offered', async () => {
    const { reviews, pass } = await aReviews();
    await reviews.grade({ card, rating: 4 });
    pass(9 * day);
    const [due, offered] = [reviews.stateOf(card)?.due, reviews.choices(card)];
    reviews.useSettings({ ...defaultReviewSettings, fuzz: false, retention: 0.8 });
    assert.equal(reviews.stateOf(card)?.due, due);
    assert.ok(reviews.choices(card)[2]!.interval > offered[2]!.interval);
  });

  it('reschedule what was shown, and one undo takes it back', async () => {
    const { reviews, pass } = await aReviews();
    const cards = ['a', 'b', 'c'];
    for (const each of cards) {
      await reviews.grade({ card: each, rating: 4 });
      pass(minute);
    }
    const before = cards.map((each) => reviews.stateOf(each)?.due);
    assert.deepEqual(reviews.moves(), []);
    reviews.useSettings({ ...defaultReviewSettings, fuzz: false, retention: 0.8 });
    const moves = reviews.moves();
    assert.deepEqual([moves.length, cards.map((each) => reviews.stateOf(each)?.due)], [3, before]);
    await reviews.reschedule(moves);
    assert.deepEqual(cards.map((each) => reviews.stateOf(each)?.due), moves.map(({ to }) => to));
    assert.deepEqual(await reviews.undo(), { kind: 'reschedule', cards });
    assert.deepEqual(cards.map((each) => reviews.stateOf(each)?.due), before);
  });

  it('plan for a date in the zone of the person', async () => {
    const { reviews } = await aReviews();
    await reviews.grade({ card: 'a', rating: 4 });
    const cards = ['a', 'b', 'c'].map((id) => ({ id }));
    const { days } = reviews.plan({ cards, date: '2026-11-21', perDay: 2 });
    assert.deepEqual(days.map((each) => each.cards), [['b']]);
    assert.throws(() => reviews.plan({ cards, date: 'soon', perDay: 2 }), RangeError);
  });

  it('a card dated 400 days ahead by another machine is asked, and the answer counts', async () => {
    const files = new MemoryFiles();
    const wrong = await aReviews(files, noon + 400 * day);
    await wrong.reviews.grade({ card, rating: 4 });
    const { reviews, pass } = await aReviews(files);
    assert.equal(reviews.isDue(card), true);
    await reviews.grade({ card, rating: 4 });
    assert.equal(reviews.isDue(card), false);
    pass(minute);
    await reviews.grade({ card, rating: 1 });
    assert.deepEqual([reviews.stateOf(card)?.reps, reviews.stateOf(card)?.step, reviews.stateOf(card)?.ahead], [3, 0, false]);
  });
});
