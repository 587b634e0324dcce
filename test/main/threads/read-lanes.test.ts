import { expect, test } from 'vitest';
import { SYSTEM } from '../../../main/actor.ts';
import type { Question } from '../../../main/threads/question.ts';
import { ReadLanes } from '../../../main/threads/read-lanes.ts';
import { TimeSlices } from '../../../main/threads/time-slices.ts';
import { instant } from '../../../shared/instants.ts';
import { eventLoopTurns } from '../support/event-loop-turns.ts';

/** Lanes whose long reads take `steps` steps of a millisecond, on a clock that only they move. */
function lanes({ steps = 4, idles = 0, arrives = () => {} }: { steps?: number; idles?: number; arrives?: (at: number) => void } = {}) {
  let now = 0;
  let left = idles;
  const said: string[] = [];
  const slices = new TimeSlices(() => now);
  const name = ({ asked, caller }: Question) => `${caller.console}:${asked.name}`;
  const read = new ReadLanes({
    slices,
    async quick(question) {
      said.push(name(question));
      now += 1;
    },
    async long(question) {
      for (let step = 1; step <= steps; step++) {
        await slices.pause();
        now += 1;
      }
      said.push(name(question));
    },
    sliceMs: 2,
    isLong: ({ asked }) => asked.name.startsWith('long'),
    async idle() {
      if (left === 0) return false;
      left--;
      now += 1;
      said.push('idle');
      return left > 0;
    },
    async others() {
      arrives(now);
      await eventLoopTurns(1);
    },
    now: () => now,
  });
  const ask = (console: string, what: string) =>
    read.add({ id: 1, asked: { name: what, body: '{}', actor: SYSTEM, now: instant(0) }, caller: { address: '127.0.0.1', console } });
  return { read, ask, said };
}

test('a quick read that comes behind sixty long ones is answered before the first of them has ended', async () => {
  const late = { at: 3, asked: false };
  const { read, ask, said } = lanes({
    arrives(at) {
      if (late.asked || at < late.at) return;
      late.asked = true;
      ask('desk', 'quick');
    },
    steps: 10,
  });
  for (let turn = 0; turn < 60; turn++) ask('flood', `long ${turn}`);
  await read.settled();
  expect(said[0]).toBe('desk:quick');
  expect(said).toHaveLength(61);
});

test('a console that asks while sixty reads of another are answered has its turn next (it was heard behind all sixty)', async () => {
  let asked = false;
  const { read, ask, said } = lanes({
    arrives(at) {
      if (asked || at === 0) return;
      asked = true;
      ask('desk', 'quick');
    },
  });
  for (let turn = 0; turn < 60; turn++) ask('flood', 'quick');
  await read.settled();
  // Twenty milliseconds of the others' reads, and the one whose turn it was.
  expect(said.indexOf('desk:quick')).toBe(21);
  expect(said).toHaveLength(61);
});

test('a long read ends although quick ones never stop coming', async () => {
  let more = 200;
  const { read, ask, said } = lanes({
    arrives() {
      for (let turn = 0; turn < 40 && more > 0; turn++, more--) ask('flood', 'quick');
    },
    steps: 6,
  });
  for (let turn = 0; turn < 40; turn++) ask('flood', 'quick');
  ask('desk', 'long');
  await read.settled();
  expect(said.indexOf('desk:long')).toBeLessThan(120);
});

test('in each lane the consoles take turns', async () => {
  const { read, ask, said } = lanes({ steps: 1 });
  for (const what of ['long', 'quick']) for (const console of ['a', 'a', 'a', 'b']) ask(console, what);
  await read.settled();
  // The very first begins before the others have asked.
  expect(said.filter((each) => each.endsWith('quick')).join(' ')).toBe('a:quick b:quick a:quick a:quick');
  expect(said.filter((each) => each.endsWith('long')).join(' ')).toBe('a:long b:long a:long a:long');
});

test('work for later is done while nobody asks, and what comes meanwhile goes first', async () => {
  let asked = false;
  const { read, ask, said } = lanes({
    idles: 3,
    arrives() {
      if (said.at(-1) === 'idle' && !asked) {
        asked = true;
        ask('desk', 'quick');
      }
    },
  });
  ask('desk', 'long');
  await read.settled();
  expect(said).toEqual(['desk:long', 'idle', 'desk:quick', 'idle', 'idle']);
});

test('routes of a day were never kept under load: a little work for later is done while questions never stop coming', async () => {
  let more = 200;
  const { read, ask, said } = lanes({
    idles: 6,
    arrives() {
      for (let turn = 0; turn < 40 && more > 0; turn++, more--) ask('flood', 'quick');
    },
  });
  for (let turn = 0; turn < 40; turn++) ask('flood', 'quick');
  await read.settled();
  // Two pieces of a millisecond in twenty, so that nobody waits long for them.
  expect(said.flatMap((one, at) => (one === 'idle' ? [at] : []))).toEqual([1, 2, 23, 24, 45, 46]);
});
