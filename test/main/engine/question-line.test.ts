import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { AskedQuery } from '../../../main/engine/messages.ts';
import { QuestionLine } from '../../../main/engine/question-line.ts';
import { instant } from '../../../shared/instants.ts';
import { ANA } from '../support/test-hub.ts';

const caller = (n: number) => ({ address: `10.0.0.${n % 250}`, console: `socket ${n}`, local: false });
const query = (name: string): AskedQuery => ({ name, body: '{}', actor: ANA, now: instant(0) });

/** A reader that answers only when it is told to. */
function slowReader() {
  let nowMs = 0;
  const open: { readonly name: string; readonly answer: () => void }[] = [];
  const line = new QuestionLine({
    reader: {
      ask: ({ name }) =>
        new Promise((resolve) => {
          open.push({ name, answer: () => resolve(JSON.stringify({ ok: true, value: name })) });
        }),
      learn: () => {},
      close: async () => {},
    },
    steadyMs: () => nowMs,
  });
  return {
    line,
    open,
    async answerAll() {
      while (open.length > 0) {
        nowMs += 5;
        open.shift()?.answer();
        await nextTurn();
      }
    },
  };
}

test('searches wait behind: a seat map goes to the reader at once, however many searches are asked', async () => {
  const { line, open, answerAll } = slowReader();
  const searches = Array.from({ length: 500 }, (_, n) => line.ask(query('flights.search'), caller(n)));
  await nextTurn();
  const before = open.length;
  const seatMap = line.ask(query('flights.seatMap'), caller(900));
  await nextTurn();
  expect(before).toBe(64);
  expect(open.at(-1)?.name).toBe('flights.seatMap');
  await answerAll();
  expect(JSON.parse(await seatMap).ok).toBe(true);
  expect((await Promise.all(searches)).every((reply) => JSON.parse(reply).ok)).toBe(true);
});

test('past the bound a search is refused with BUSY: the newest of the console that asks most; what the hub asks itself never is', async () => {
  const { line, answerAll } = slowReader();
  const replies: string[] = [];
  const flood = Array.from({ length: 1_300 }, () => line.ask(query('flights.search'), caller(1)).then((reply) => replies.push(reply)));
  await nextTurn();
  const other = line.ask(query('flights.search'), caller(2));
  const own = Array.from({ length: 50 }, () => line.ask(query('flights.search'), undefined));
  await nextTurn();
  const refused = replies.map((reply) => JSON.parse(reply)).filter(({ ok }) => !ok);
  expect(refused).toHaveLength(1_300 - 64 - 1_000 + 1);
  expect(refused[0].refusal).toMatchObject({ code: 'BUSY', details: { at: 'reader', position: 1_001 } });
  await answerAll();
  await Promise.all(flood);
  expect(JSON.parse(await other).ok).toBe(true);
  expect((await Promise.all(own)).every((reply) => JSON.parse(reply).ok)).toBe(true);
});
