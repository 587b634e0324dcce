import { afterEach, beforeEach, expect, test } from 'vitest';
import { followFlightsOfHold } from '../../../renderer/sale/follow-flights-of-hold.ts';
import { saleOf } from '../../../renderer/sale/sale-flow.ts';
import { useSale } from '../../../renderer/sale/sale-store.ts';
import { instant, MINUTE_MS } from '../../../shared/instants.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { openConsole, RUIZ } from '../support/open-console.ts';
import { hold, NOON } from '../support/samples.ts';

let hub: FakeBridge;
let stop: () => void;

beforeEach(() => {
  hub = new FakeBridge();
  openConsole(hub, RUIZ);
  useSale.setState({ sale: saleOf(hold()), notice: '' });
  stop = followFlightsOfHold();
});
afterEach(() => {
  stop();
  useSale.setState({ sale: null, notice: '' });
});

const applied = async (): Promise<string> => {
  hub.tell({
    event: 101,
    at: NOON,
    type: 'schedule.applied',
    user: 'osei',
    desk: 'T1-01',
    data: { name: 'x', added: 0, changed: 1, dropped: 0 },
  });
  await new Promise((done) => setImmediate(done));
  return useSale.getState().notice;
};

test('a flight that is cancelled under a live hold was told at payment only', async () => {
  hub.gives('holds.check', { refusal: 'AA 185 does not operate any more.', moved: [] });
  expect(await applied()).toBe('AA 185 does not operate any more. This hold cannot be paid: release it.');
});

test('a flight that is moved under a live hold is told with its new times', async () => {
  const [leg] = hold().legs;
  const later = (at = 0) => instant(at + 60 * MINUTE_MS);
  hub.gives('holds.check', {
    refusal: '',
    moved: [{ flightId: leg?.flightId ?? 0, departsAt: later(leg?.departsAt), arrivesAt: later(leg?.arrivesAt) }],
  });
  expect(await applied()).toMatch(/^AA 185 now leaves JFK at \d\d:\d\d and arrives at LAX at \d\d:\d\d\.$/);
});

test('a schedule that leaves the flights of the hold alone says nothing', async () => {
  hub.gives('holds.check', { refusal: '', moved: [] });
  expect(await applied()).toBe('');
});
