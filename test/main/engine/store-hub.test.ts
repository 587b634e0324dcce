import { expect, test } from 'vitest';
import type { BatchOutcome } from '../../../main/engine/messages.ts';
import { StoreHub } from '../../../main/engine/store-hub.ts';
import { instant } from '../../../shared/instants.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { smallEvent } from '../support/small-hub.ts';
import { codeOf, MERCY } from '../support/test-hub.ts';

test('a gap in the events of a batch is reported, its callers are told the truth, and consoles hear of it and of what follows', async () => {
  const numbers = [3, 4];
  const reports: string[] = [];
  const heard: number[] = [];
  const run = async (): Promise<BatchOutcome> => ({
    replies: ['{"ok":true,"value":{"name":"holdMinutes","before":5,"value":6}}'],
    events: [JSON.stringify(smallEvent(numbers.shift() ?? 0))],
    nextDue: null,
    setApart: [],
    ...{ commitMs: 1, endedAt: 1 },
    faults: [],
  });
  const hub = new StoreHub({
    clock: new FakeClock(),
    writer: { run, close: async () => {} },
    reader: { ask: async () => '', learn: () => {}, close: async () => {} },
    found: { newestEvent: 1, newestAt: instant(0), lastBooking: 0, nextDue: null },
    report: ({ what, reference, problem }) => reports.push(`${what} ${reference} ${problem}`),
    setApart: () => {},
    trouble: () => {},
  });
  hub.on((events) => heard.push(...events.map(({ event }) => event)));
  const set = (requestId: string) => hub.execute('settings.set', { requestId, name: 'holdMinutes', value: 6 }, MERCY);
  expect(codeOf(await set('request-1'))).toBe('ok');
  expect(reports).toEqual(['queue E3 BrokenInvariant: the journal has no gaps']);
  expect(codeOf(await set('request-2'))).toBe('ok');
  expect(heard).toEqual([3, 4]);
  expect(reports).toHaveLength(1);
  await hub.close();
});
