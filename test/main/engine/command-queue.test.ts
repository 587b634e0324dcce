import { expect, test } from 'vitest';
import { CommandQueue } from '../../../main/engine/command-queue.ts';
import type { QueuedCommand } from '../../../main/engine/messages.ts';
import { instant } from '../../../shared/instants.ts';
import { ANA } from '../support/test-hub.ts';

test('when the writer is gone nobody is told that a command was not done: it may have been', async () => {
  const failed: unknown[] = [];
  const gone = new Error('the thread ended');
  const queue = new CommandQueue(
    { run: () => Promise.reject(gone), close: async () => {} },
    () => {},
    (error) => failed.push(error),
  );
  const command = { name: 'x', requestId: 'request-1', body: '{}', bodyHash: '', actor: ANA, now: instant(0) };
  expect(JSON.parse(await queue.add(command))).toMatchObject({ ok: false, refusal: { code: 'HUB_UNREACHABLE' } });
  expect(failed).toEqual([gone]);
});

test('an assertion that breaks after the commit is reported, and callers are not told that the hub did not answer', async () => {
  const failed: unknown[] = [];
  const outcome = { replies: ['{"ok":true}'], events: [], nextDue: null, setApart: [], faults: [] };
  const broken = new Error('the journal has no gaps');
  const queue = new CommandQueue(
    { run: async () => outcome, close: async () => {} },
    () => {
      throw broken;
    },
    (error) => failed.push(error),
  );
  const command = (requestId: string) => ({ name: 'x', requestId, body: '{}', bodyHash: '', actor: ANA, now: instant(0) });
  expect(await queue.add(command('request-1'))).toBe('{"ok":true}');
  expect(failed).toEqual([broken]);
  // And the queue goes on.
  expect(await queue.add(command('request-2'))).toBe('{"ok":true}');
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
  const queue = new CommandQueue(
    { run, close: async () => {} },
    () => {},
    () => {},
  );
  for (let n = 0; n < count; n++)
    void queue.add({ name: 'x', requestId: `request-${n}`, body: '{}', bodyHash: '', actor: ANA, now: instant(0) });
  await asked.promise;
  expect(got).toEqual(sizes);
});
