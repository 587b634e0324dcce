import { setImmediate as nextTurn } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { CommandQueue } from '../../../main/engine/command-queue.ts';
import type { QueuedCommand } from '../../../main/engine/messages.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { FakeTimer } from '../support/fake-timer.ts';
import { ANA } from '../support/test-hub.ts';

/** A queue in front of a writer that needs no time. What it sent, as the desks of each batch. */
function queueOf(clock: FakeClock, timer: FakeTimer | undefined) {
  const batches: string[] = [];
  const run = async (commands: readonly QueuedCommand[]) => {
    batches.push(commands.map(({ actor }) => actor.desk).join(' '));
    const replies = commands.map(({ requestId }) => JSON.stringify({ ok: true, value: requestId }));
    return { replies, events: [], nextDue: null, setApart: [], commitMs: 1, endedAt: 1, faults: [] };
  };
  const failed = (error: unknown) => {
    throw error;
  };
  const queue = new CommandQueue({
    writer: { run, close: async () => {} },
    committed: () => {},
    failed,
    steadyMs: () => clock.now(),
    timer,
  });
  let given = 0;
  const add = (desk: string) => {
    const requestId = `request ${++given}`;
    return queue.add({ name: 'holds.place', requestId, body: '{}', bodyHash: '', actor: { ...ANA, desk }, now: clock.now() }, {});
  };
  return { queue, add, batches };
}

let clock: FakeClock;
let timer: FakeTimer;
let at: ReturnType<typeof queueOf>;
beforeEach(() => {
  clock = new FakeClock();
  timer = new FakeTimer(clock);
  at = queueOf(clock, timer);
});

/** Desks of a station that send a command each, five milliseconds apart. */
async function work(desks: number): Promise<void> {
  for (let desk = 1; desk <= desks; desk++) {
    void at.add(`T${desk}`);
    await nextTurn();
    timer.pass(5);
    await nextTurn();
  }
}

describe('commands of many desks wait for each other', () => {
  test('for twelve milliseconds from one batch to the next, once eight desks work', async () => {
    await work(8);
    expect(at.batches).toEqual(['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8']);
    await work(6);
    timer.pass(5);
    await nextTurn();
    expect(at.batches.slice(8)).toEqual(['T1 T2', 'T3 T4', 'T5 T6']);
  });

  test('not where so many wait that they share a batch well', async () => {
    await work(8);
    for (let count = 1; count <= 31; count++) void at.add('T9');
    await nextTurn();
    expect(at.batches).toHaveLength(8);
    void at.add('T9');
    await nextTurn();
    expect(at.batches).toHaveLength(9);
  });

  test('no more once a fifth of a second has passed in which fewer desks worked', async () => {
    await work(8);
    timer.pass(200);
    await work(3);
    expect(at.batches.slice(8)).toEqual(['T1', 'T2', 'T3']);
  });

  test('and go at once when the hub closes', async () => {
    await work(8);
    const answered = at.add('T9');
    await nextTurn();
    expect(at.batches).toHaveLength(8);
    await at.queue.close();
    expect(JSON.parse(await answered)).toMatchObject({ ok: true });
    expect(timer.waiting).toBe(0);
  });
});

test('one desk that sends each command when the one before is answered never waits, however quick it is', async () => {
  for (let turn = 0; turn < 50; turn++) {
    const answered = at.add('T1');
    await answered;
    timer.pass(1);
  }
  expect(at.batches).toHaveLength(50);
});

test('nobody waits without a timer: whoever runs commands in a given order has the same batches each time', async () => {
  at = queueOf(clock, undefined);
  await work(9);
  expect(at.batches).toHaveLength(9);
});
