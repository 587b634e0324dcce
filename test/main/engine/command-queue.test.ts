import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { WAITING_MAX } from '../../../main/engine/command-priority.ts';
import { CommandQueue } from '../../../main/engine/command-queue.ts';
import type { QueuedCommand } from '../../../main/engine/messages.ts';
import { instant } from '../../../shared/instants.ts';
import { ANA } from '../support/test-hub.ts';

test('when the writer is gone nobody is told that a command was not done: it may have been', async () => {
  const failed: unknown[] = [];
  const gone = new Error('the thread ended');
  const queue = new CommandQueue({
    writer: { run: () => Promise.reject(gone), close: async () => {} },
    committed: () => {},
    failed: (error) => failed.push(error),
    steadyMs: () => 0,
  });
  const command = { name: 'x', requestId: 'request-1', body: '{}', bodyHash: '', actor: ANA, now: instant(0) };
  expect(JSON.parse(await queue.add(command, {}))).toMatchObject({ ok: false, refusal: { code: 'HUB_UNREACHABLE' } });
  expect(failed).toEqual([gone]);
});

test('an assertion that breaks after the commit is reported, and callers are not told that the hub did not answer', async () => {
  const failed: unknown[] = [];
  const outcome = { replies: ['{"ok":true}'], events: [], nextDue: null, setApart: [], commitMs: 2, endedAt: 7, faults: [] };
  const broken = new Error('the journal has no gaps');
  const queue = new CommandQueue({
    writer: { run: async () => outcome, close: async () => {} },
    committed: () => {
      throw broken;
    },
    failed: (error) => failed.push(error),
    steadyMs: () => 0,
  });
  const command = (requestId: string) => ({ name: 'x', requestId, body: '{}', bodyHash: '', actor: ANA, now: instant(0) });
  expect(await queue.add(command('request-1'), {})).toBe('{"ok":true}');
  expect(failed).toEqual([broken]);
  // And the queue goes on.
  expect(await queue.add(command('request-2'), {})).toBe('{"ok":true}');
  await queue.close();
});

test.each([
  [1, [1]],
  [47, [47]],
  [48, [24, 24]],
  [65, [33, 32]],
  [600, [256, 256]],
])('of %i commands that come together an idle writer gets %j at once: it is never waited for by all of them', async (count, sizes) => {
  const got: number[] = [];
  const asked = Promise.withResolvers<void>();
  const run = (commands: readonly QueuedCommand[]) => {
    got.push(commands.length);
    asked.resolve();
    return new Promise<never>(() => {});
  };
  const queue = new CommandQueue({ writer: { run, close: async () => {} }, committed: () => {}, failed: () => {}, steadyMs: () => 0 });
  for (let n = 0; n < count; n++)
    void queue.add({ name: 'x', requestId: `request-${n}`, body: '{}', bodyHash: '', actor: ANA, now: instant(0) }, {});
  await asked.promise;
  expect(got).toEqual(sizes);
});

/** A queue in front of a writer that ends a batch only when it is told to. Every batch takes `batchMs`. */
function slowWriter(batchMs = 100) {
  let nowMs = 0;
  const batches: { readonly commands: readonly QueuedCommand[]; readonly end: () => void }[] = [];
  const queue = new CommandQueue({
    writer: {
      run: (commands) =>
        new Promise((resolve) => {
          const replies = commands.map(({ requestId }) => JSON.stringify({ ok: true, value: requestId }));
          const end = () => resolve({ replies, events: [], nextDue: null, setApart: [], commitMs: 1, endedAt: 1, faults: [] });
          batches.push({ commands, end });
        }),
      close: async () => {},
    },
    committed: () => {},
    failed: (error) => {
      throw error;
    },
    steadyMs: () => nowMs,
  });
  let given = 0;
  return {
    queue,
    add: (name: string, at = 0, input: unknown = {}) => {
      const requestId = `${name} ${++given}`;
      return queue.add({ name, requestId, body: '{}', bodyHash: '', actor: ANA, now: instant(at) }, input);
    },
    /** Ends the oldest batch, and returns what the next one has. */
    async endOne(): Promise<readonly QueuedCommand[]> {
      await nextTurn();
      nowMs += batchMs;
      const batch = batches.shift();
      batch?.end();
      await nextTurn();
      return batch?.commands ?? [];
    },
  };
}

const APPROVED = { approved: [{}] };
const NO_CARD = { approved: [] };

describe('more wait than one batch takes', () => {
  test('a payment under way goes before a sale, a sale before a hold, a hold before everything else; and each moves on', async () => {
    const { add, endOne } = slowWriter();
    // Two batches are at the writer: what comes now waits.
    for (let n = 0; n < 512; n++) void add('queues.next');
    await nextTurn();
    for (let n = 0; n < 300; n++) void add('queues.next');
    for (let n = 0; n < 300; n++) void add('holds.place');
    for (let n = 0; n < 300; n++) void add('payments.confirm', 0, NO_CARD);
    for (let n = 0; n < 300; n++) void add('payments.fail');
    await endOne();
    await endOne();
    const count = (batch: readonly QueuedCommand[], name: string) => batch.filter((each) => each.name === name).length;
    const first = await endOne();
    expect([
      count(first, 'payments.fail'),
      count(first, 'payments.confirm'),
      count(first, 'holds.place'),
      count(first, 'queues.next'),
    ]).toEqual([208, 16, 16, 16]);
    const second = await endOne();
    expect([count(second, 'payments.fail'), count(second, 'payments.confirm'), count(second, 'holds.place')]).toEqual([92, 132, 16]);
  });

  test('what the line of holds cannot take is refused with its position and when to come again; payments and the hub itself are not', async () => {
    const { add, endOne } = slowWriter(100);
    for (let n = 0; n < 512; n++) void add('holds.place');
    await nextTurn();
    // Two batches of 256 in 200 ms.
    await endOne();
    await endOne();
    for (let n = 0; n < 512; n++) void add('holds.place');
    await nextTurn();
    for (let n = 0; n < WAITING_MAX.hold; n++) void add('holds.place');
    await nextTurn();
    const refused = JSON.parse(await add('holds.place'));
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'BUSY', details: { at: 'writer', position: WAITING_MAX.hold + 1 } } });
    expect(refused.refusal.details.comeAgainMs).toBeGreaterThanOrEqual(250);
    expect(refused.refusal.details.comeAgainMs).toBeLessThanOrEqual(10_000);
    expect(refused.refusal.message).toBe(`Many ask at once: this request would be number ${WAITING_MAX.hold + 1} in line.`);
    const taken = [
      add('payments.confirm', 0, APPROVED),
      add('payments.confirm', 0, NO_CARD),
      add('jobs.record'),
      add('holds.expireDue'),
      add('queues.next'),
    ];
    for (let n = 0; n < 40; n++) await endOne();
    expect((await Promise.all(taken)).map((reply) => JSON.parse(reply).ok)).toEqual([true, true, true, true, true]);
  });

  test('a hold that was overtaken has a time that is not before that of what overtook it: no deadline is passed backwards', async () => {
    const { add, endOne } = slowWriter();
    for (let n = 0; n < 512; n++) void add('queues.next', 1);
    await nextTurn();
    for (let n = 0; n < 300; n++) void add('holds.place', 2);
    void add('payments.fail', 5);
    await endOne();
    await endOne();
    const third = await endOne();
    const fourth = await endOne();
    expect(third.find(({ name }) => name === 'payments.fail')?.now).toBe(5);
    const times = [...third, ...fourth].map(({ now }) => now);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(fourth.every(({ now }) => now === 5)).toBe(true);
  });

  test('a decision about the clock goes last of all that came before it, and may set the time back', async () => {
    const { add, endOne } = slowWriter();
    for (let n = 0; n < 512; n++) void add('queues.next', 9);
    await nextTurn();
    for (let n = 0; n < 600; n++) void add('queues.next', 9);
    void add('clock.setBack', 3);
    const all: QueuedCommand[] = [];
    for (let n = 0; n < 6; n++) all.push(...(await endOne()));
    expect(all.at(-1)).toMatchObject({ name: 'clock.setBack', now: 3 });
    void add('queues.next', 4);
    expect((await endOne()).map(({ now }) => now)).toEqual([4]);
  });

  test('what fits into one batch keeps the order in which it came', async () => {
    const { add, endOne } = slowWriter();
    const came = ['queues.next', 'holds.place', 'payments.fail', 'holds.place', 'queues.next'];
    for (const name of came) void add(name);
    const batch = await endOne();
    expect(batch.map(({ name }) => name)).toEqual(came);
  });
});
