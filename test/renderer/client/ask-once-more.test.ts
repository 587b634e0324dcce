import { expect, test } from 'vitest';
import { create } from 'zustand';
import { type Asking, askOnceMore } from '../../../renderer/client/ask-once-more.ts';

interface Shown {
  readonly asking: Asking;
  readonly figure: number | null;
}

type Answer = Partial<Shown> | 'again';

/** A store whose questions are answered when the test says so. */
function asked() {
  const store = create<Shown>(() => ({ asking: 'no', figure: null }));
  const waiting: ((answer: Answer) => void)[] = [];
  const load = () => askOnceMore(store, () => new Promise<Answer>((answer) => waiting.push(answer)));
  const answer = (found: Answer) => waiting.shift()?.(found);
  return { store, waiting, load, answer };
}

test('three calls while an answer is on its way lead to one more question', async () => {
  const { store, waiting, load, answer } = asked();
  const first = load();
  await Promise.all([load(), load(), load()]);
  expect(waiting).toHaveLength(1);
  answer({ figure: 1 });
  await expect.poll(() => waiting.length).toBe(1);
  expect(store.getState()).toEqual({ asking: 'once', figure: 1 });
  answer({ figure: 2 });
  await first;
  expect(waiting).toHaveLength(0);
  expect(store.getState()).toEqual({ asking: 'no', figure: 2 });
});

test('an answer to what is shown no more is asked for again', async () => {
  const { store, waiting, load, answer } = asked();
  const done = load();
  answer('again');
  await expect.poll(() => waiting.length).toBe(1);
  answer({ figure: 3 });
  await done;
  expect(store.getState()).toEqual({ asking: 'no', figure: 3 });
});

test.each<Answer>([{ figure: 4 }, 'again'])('an answer after the session is over is dropped: %o', async (late) => {
  const { store, waiting, load, answer } = asked();
  const done = load();
  store.setState({ asking: 'no', figure: null });
  answer(late);
  await done;
  expect(waiting).toHaveLength(0);
  expect(store.getState()).toEqual({ asking: 'no', figure: null });
});
