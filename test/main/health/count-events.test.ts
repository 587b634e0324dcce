import { beforeEach, expect, it } from 'vitest';
import { countEvents } from '../../../main/health/count-events.ts';
import { HoldDeadlines } from '../../../main/health/hold-deadlines.ts';
import { holdStep } from '../../../main/health/hold-step.ts';
import { createMetrics, type Metrics } from '../../../main/health/metrics.ts';
import type { JournalEvent } from '../../../shared/events.ts';
import { EVENT_TYPES } from '../../../shared/events.ts';
import { openTestHub, sale, type TestHub, value } from '../support/test-hub.ts';

let test: TestHub;
let metrics: Metrics;
const heard: JournalEvent[] = [];
beforeEach(async () => {
  test = await openTestHub();
  metrics = createMetrics();
  const deadlines = new HoldDeadlines();
  heard.length = 0;
  test.hub.on((events) => {
    heard.push(...events);
    countEvents(metrics, events, deadlines.follow(events));
  });
});

const counted = async (name: string) => (await metrics.registry.metrics()).split('\n').filter((line) => line.startsWith(name));

it('counts what the journal tells of holds and sales, however it came to be', async () => {
  const { id } = await test.addFlight();
  const first = value(await test.hold(id, ['20A']));
  const held = value(await test.hold(id, ['20B', '20C']));
  value(
    await test.hub.execute(
      'holds.release',
      { requestId: 'request-release', bookingId: first.bookingId },
      { user: 'ruiz', role: 'agent', desk: 'T1-04' },
    ),
  );
  const paid = { ...sale(held), approved: [] };
  value(await test.hub.change('payments.confirm', paid, { user: 'ruiz', role: 'agent', desk: 'T1-04' }, 'request-paid-1'));
  const lapsing = value(await test.hold(id, ['21A']));
  // A refusal and a repeat are no events.
  await test.hold(id, ['20B']);
  test.clock.advance((lapsing.expiresAt ?? 0) - test.clock.now() + 400);
  await test.hub.change('holds.expireDue', {}, { user: '-', role: 'system', desk: '-' }, null);
  const late = value(await test.hold(id, ['21B']));
  test.clock.advance((late.expiresAt ?? 0) - test.clock.now() + 2_500);
  await test.hub.change('holds.expireDue', {}, { user: '-', role: 'system', desk: '-' }, null);

  expect(await counted('booking_holds_total')).toEqual(['booking_holds_total 4']);
  expect(await counted('booking_confirms_total')).toEqual(['booking_confirms_total 1']);
  expect(await counted('booking_expires_total')).toEqual([
    'booking_expires_total{outcome="in_time"} 1',
    'booking_expires_total{outcome="late"} 1',
  ]);
  expect(await counted('booking_hold_ends_total')).toEqual(['booking_hold_ends_total{outcome="released"} 1']);
  expect(await counted('overbooking_incidents_total')).toEqual(['overbooking_incidents_total 0']);
  expect(await counted('aisle_expiry_seconds_sum')).toEqual(['aisle_expiry_seconds_sum 2.9']);
  expect(test.reports).toEqual([]);
});

it('counts a passenger who is denied boarding as an incident of overbooking', async () => {
  const denied = { event: 1, at: 1, type: 'boarding.denied', user: 'osei', desk: 'T1-01' } as const;
  const data = { denialId: 1, flightId: 1, cabin: 'Y', booking: 1, wayId: null, owed: null, currency: null } as const;
  countEvents(metrics, [{ ...denied, data }], []);
  expect(await counted('overbooking_incidents_total')).toEqual(['overbooking_incidents_total 1']);
});

it('reads every event of the table of effects, and only these as a step of a hold', () => {
  const steps = EVENT_TYPES.flatMap((type) => (holdStep(type) ? [`${type}: ${holdStep(type)}`] : []));
  expect(steps).toEqual([
    'hold.placed: placed',
    'hold.released: released',
    'hold.expired: expired',
    'payment.failed: payment_failed',
    'booking.confirmed: sold',
    'hold.merged: merged',
    'way.kept: placed',
    'way.lapsed: expired',
  ]);
});

it('holds no text that a person typed, and of each label only a few words', async () => {
  const { id } = await test.addFlight();
  for (const seat of ['20A', '20B', '20C']) value(await test.hold(id, [seat]));
  const text = await metrics.registry.metrics();
  for (const secret of ['ruiz', 'T1-04', '20A', 'JFK']) expect(text).not.toContain(secret);
});
