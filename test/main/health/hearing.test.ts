import { beforeEach, describe, expect, it } from 'vitest';
import { callOutcome } from '../../../main/health/call-outcome.ts';
import { createGatherers, type Gatherers } from '../../../main/health/gatherers.ts';
import { Hearing } from '../../../main/health/hearing.ts';
import { createMetrics, type Metrics } from '../../../main/health/metrics.ts';
import type { BatchHeard, CallHeard } from '../../../main/hub/heard.ts';

let metrics: Metrics;
let gather: Gatherers;
let hearing: Hearing;
beforeEach(() => {
  metrics = createMetrics();
  gather = createGatherers();
  hearing = new Hearing(metrics, gather, 100);
  hearing.begin();
});

const lines = async (name: string) => (await metrics.registry.metrics()).split('\n').filter((line) => line.startsWith(name));
const call = (method: CallHeard['method'], refused?: CallHeard['refused'], ms = 10): CallHeard => ({
  ...{ method, ms, refused, requestId: () => undefined, reference: undefined },
});
const batch = (more: Partial<BatchHeard> = {}): BatchHeard => ({
  ...{ commands: [{ name: 'holds.place', ms: 9 }], waitMs: 2, commitMs: 4, committedAt: 1_000, events: 1 },
  ...more,
});

describe('calls', () => {
  it.each([
    [undefined, 'done'],
    ['SEAT_HELD', 'lost'],
    ['HOLD_EXPIRED', 'lost'],
    ['NOT_DONE', 'failed'],
    ['STORE_FULL', 'failed'],
    ['INPUT_INVALID', 'refused'],
    ['BUSY', 'refused'],
    ['FLIGHT_UNKNOWN', 'refused'],
  ] as const)('that end with %s are %s', (refused, outcome) => {
    expect(callOutcome(refused)).toBe(outcome);
  });

  it('count by method and outcome; what was asked wrongly says nothing of how holds go', async () => {
    for (const refused of [undefined, undefined, 'SEAT_SOLD', 'INPUT_INVALID'] as const) hearing.call(call('holds.place', refused));
    expect(await lines('aisle_calls_total')).toEqual([
      'aisle_calls_total{method="holds.place",outcome="done"} 2',
      'aisle_calls_total{method="holds.place",outcome="lost"} 1',
      'aisle_calls_total{method="holds.place",outcome="refused"} 1',
    ]);
    expect(await lines('aisle_call_seconds_count')).toEqual(['aisle_call_seconds_count{method="holds.place"} 4']);
    expect(gather.holdsMade.now).toBeCloseTo(66.7, 1);
  });

  it('each go to the figure of their kind', () => {
    hearing.call(call('flights.search', undefined, 40));
    hearing.call(call('flights.seatMap', undefined, 9));
    hearing.call(call('bookings.confirm', 'NOT_DONE', 30_000));
    hearing.call(call('bookings.confirm', 'PAYMENT_DECLINED', 30_000));
    expect(gather.search.now).toBeCloseTo(40, -0.5);
    expect(gather.seatMap.now).toBeCloseTo(9, -0.5);
    expect([gather.confirmsMade.now, gather.confirmsMade.missed]).toEqual([0, 1]);
    // A card may take half a minute, so the sale is timed in its last step.
    expect(gather.confirm.now).toBeNull();
    hearing.batch(batch({ commands: [{ name: 'payments.confirm', ms: 12 }] }));
    expect(gather.confirm.now).toBeCloseTo(12, -0.5);
    // A hold may wait in the line of a flash sale, so it is timed at the store.
    hearing.call(call('holds.place', undefined, 30_000));
    expect(gather.hold.now).toBeNull();
    hearing.batch(batch({ commands: [{ name: 'holds.place', ms: 8 }] }));
    expect(gather.hold.now).toBeCloseTo(8, -0.5);
  });
});

describe('batches', () => {
  it('tell of the wait, the disk and how many shared a commit', async () => {
    hearing.batch(batch());
    hearing.batch(batch({ commitMs: 58 }));
    expect(gather.store.now).toBe(58);
    expect(await lines('aisle_commit_seconds_sum')).toEqual(['aisle_commit_seconds_sum 0.062']);
    expect(await lines('aisle_queue_seconds_sum')).toEqual(['aisle_queue_seconds_sum 0.004']);
    expect(await lines('aisle_batch_commands_count')).toEqual(['aisle_batch_commands_count 2']);
  });

  it('of the start, which nobody waits for, are no figure of the screen', () => {
    hearing = new Hearing(metrics, gather, 100);
    hearing.batch(batch({ commitMs: 400 }));
    expect(gather.store.now).toBeNull();
  });

  it('that could not be stored say so for a minute, until one could', () => {
    expect(hearing.storeFails(1_000)).toBe(false);
    hearing.batch(batch({ commitMs: null, events: 0 }));
    expect([hearing.storeFails(1_001), hearing.storeFails(61_000)]).toEqual([true, false]);
    hearing.batch(batch());
    expect(hearing.storeFails(1_002)).toBe(false);
  });
});

describe('events', () => {
  it('are late by the time between their commit and the moment at which they went out', async () => {
    hearing.batch(batch({ committedAt: 1_000, events: 2 }));
    hearing.batch(batch({ committedAt: 1_010, events: 1 }));
    hearing.sent(102, 1_030, 3);
    expect(gather.events.now).toBeCloseTo(30, -0.5);
    expect(await lines('aisle_event_seconds_count')).toEqual(['aisle_event_seconds_count 1']);
    hearing.sent(103, 1_030, 3);
    hearing.sent(103, 9_999, 3);
    expect(await lines('aisle_event_seconds_count')).toEqual(['aisle_event_seconds_count 2']);
    expect(await lines('aisle_event_seconds_sum')).toEqual(['aisle_event_seconds_sum 0.05']);
  });
});

it('of a hub without consoles no change is late: nobody waits for it', async () => {
  hearing.batch(batch({ committedAt: 1_000, events: 2 }));
  hearing.sent(102, 1_900, 0);
  expect(gather.events.now).toBeNull();
  hearing.batch(batch({ committedAt: 2_000, events: 1 }));
  hearing.sent(103, 2_004, 1);
  expect(await lines('aisle_event_seconds_count')).toEqual(['aisle_event_seconds_count 1']);
});

it('hears of the card terminal', async () => {
  for (const answered of [true, false]) hearing.terminal(answered);
  expect(gather.payment.now).toBe(50);
  expect(await lines('aisle_terminal_tries_total')).toHaveLength(2);
});

it('times in histograms how late refunds and reversals are done, and how long the card terminal was left alone', async () => {
  hearing.jobDone(700);
  hearing.jobDone(45_000);
  hearing.terminalWorks(90_000);
  expect(await lines('aisle_job_seconds_bucket{le="1"}')).toEqual(['aisle_job_seconds_bucket{le="1"} 1']);
  expect(await lines('aisle_job_seconds_bucket{le="60"}')).toEqual(['aisle_job_seconds_bucket{le="60"} 2']);
  expect(await lines('aisle_terminal_rest_seconds_sum')).toEqual(['aisle_terminal_rest_seconds_sum 90']);
});
