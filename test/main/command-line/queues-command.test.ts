import { afterEach, beforeEach, expect, test } from 'vitest';
import { countQueues } from '../../../main/command-line/queues-command.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/instants.ts';
import { backupStore } from '../backup/backup-store.ts';
import { ANA, sale, value } from '../support/test-hub.ts';

let files: ReturnType<typeof backupStore>;
beforeEach(() => {
  files = backupStore();
});
afterEach(() => files.remove());

async function run(now: number, json = false) {
  let text = '';
  const out = (said: string) => {
    text += said;
  };
  const place = { dataDir: files.root, backupsDir: files.folder, mode: undefined };
  const code = await countQueues({ ...place, json, now, out, progress: () => {} });
  return { code, text };
}

test('counts what waits in each queue while a hub has the store open, and names nobody', async () => {
  await files.selling(async (store) => {
    const { id } = await store.addFlight({ departs_at: store.clock.now() + 10 * DAY_MS });
    const hold = value(await store.hold(id, ['15A', '15B']));
    const { passengers, contact } = sale(hold);
    const later = { bookingId: hold.bookingId, payBy: hold.createdAt + DAY_MS, atLimit: 'queue' as const, passengers, contact };
    value(await store.hub.execute('holds.payLater', { requestId: store.requestId(), ...later }, ANA));
    store.clock.advance(DAY_MS);
    const system = { user: '-', role: 'system', desk: '-' } as const;
    value(await store.hub.change('holds.expireDue', {}, system, null));
    const now = store.clock.now() + 3 * HOUR_MS;

    const { code, text } = await run(now);
    expect(code).toBe(0);
    const lines = text.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^Queue +Waiting +Oldest +Next is due$/);
    expect(lines.find((line) => line.startsWith('Ticketing time limit'))).toMatch(/ 1 +\S+ \S+/);
    expect(lines.find((line) => line.startsWith('Refund due'))).toMatch(/ 0$/);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
    const names = passengers.flatMap(({ surname, given }) => [surname, given]);
    for (const name of names) expect(text.toLowerCase()).not.toContain(name.toLowerCase());

    const told = JSON.parse((await run(now, true)).text) as { queues: { queue: string; count: number }[] };
    expect(told.queues.find(({ queue }) => queue === 'timeLimit')).toMatchObject({ count: 1 });
  });
});

test('without a store it says where to look', async () => {
  expect(await run(0)).toMatchObject({ code: 1, text: expect.stringMatching(/^Refused: There is no store .*training\.sqlite\./) });
});
