import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '../../../main/actor.ts';
import { Admission } from '../../../main/admission/admission.ts';
import { createGatherers } from '../../../main/health/gatherers.ts';
import { Hearing } from '../../../main/health/hearing.ts';
import { createMetrics, type Metrics } from '../../../main/health/metrics.ts';
import type { HubMethods } from '../../../main/hub/hub-methods.ts';
import { Payments } from '../../../main/payment/take-payment.ts';
import { createDispatcher, type Dispatcher } from '../../../main/transport/dispatch.ts';
import { COMMIT_BATCH_MAX } from '../../../shared/bounds.ts';
import type { Input, MethodName } from '../../../shared/contract.ts';
import { parsed } from '../../../shared/json.ts';
import type { RefusalCode } from '../../../shared/refusals.ts';
import { SETTING_DEFAULTS } from '../../../shared/setting-rules.ts';
import { HandTerminal } from '../payment/hand-terminal.ts';
import { deskAt } from '../support/here.ts';
import { ANA, adult, codeOf, JONAS, openTestHub, sale, type TestHub, value } from '../support/test-hub.ts';
import { at, callOf } from './flash-hub.ts';

let store: TestHub;
let terminal: HandTerminal;
let admission: Admission;
let dispatcher: Dispatcher;
let metrics: Metrics;
let flightId: number;
/** Nobody can hold a seat there, which costs the writer little. */
let cancelled: number;

beforeEach(async () => {
  store = await openTestHub();
  flightId = (await store.addFlight()).id;
  cancelled = (await store.addFlight({ cancelled: 1 })).id;
  terminal = new HandTerminal();
  // No time passes here, so what a desk has used is not given back.
  admission = new Admission({ steadyMs: () => 0, slowedBy: () => 0 });
  const payments = new Payments({ hub: store.hub, terminal, wait: () => new Promise(() => {}) });
  const methods = { 'bookings.confirm': payments.confirm } as HubMethods;
  const log = { info() {}, warn() {}, error() {} };
  metrics = createMetrics();
  const hearing = new Hearing(metrics, createGatherers(), 0);
  dispatcher = createDispatcher({ hub: store.hub, methods, admission, log, heard: (call) => hearing.call(call) });
});

/** How calls were answered, in the order of the answers. */
const answers: { readonly who: string; readonly method: MethodName; readonly code: RefusalCode | 'ok' }[] = [];
beforeEach(() => void answers.splice(0));

function ask<Name extends MethodName>(actor: Actor, method: Name, input: unknown) {
  const { connection } = callOf(actor);
  return dispatcher.call({ ...connection, desk: deskAt(actor.desk) }, method, input).then((text) => {
    const reply = parsed(text);
    answers.push({ who: actor.desk, method, code: codeOf(reply) });
    return reply;
  });
}
const holdOf = (id: number): Input<'holds.place'> => ({
  requestId: store.requestId(),
  legs: [{ flightId: id, cabin: 'Y', seats: 'best' }],
  passengers: [adult],
  exitRowConfirmed: false,
});
const board = { from: 'JFK', date: '2026-11-24' };
const counts = (who: (desk: string) => boolean, method: MethodName) => {
  const count: Partial<Record<RefusalCode | 'ok', number>> = {};
  for (const each of answers) if (who(each.who) && each.method === method) count[each.code] = (count[each.code] ?? 0) + 1;
  return count;
};

const busy = async () => (await metrics.busy.get()).values;

test('a payment under way is made while 90 desks ask for more than the hub takes: it is never told BUSY, and waits behind no hold', async () => {
  admission.limit({ ...SETTING_DEFAULTS, searchesPerSecond: 1_000, holdsPerSecond: 1_000, holdsPerMinute: 60_000 });
  const held = value(await store.hold(flightId, ['20A']));
  const tenders = [{ kind: 'card' as const, amount: held.total, approvalCode: null, testCard: null }];
  const paying = ask(ANA, 'bookings.confirm', { requestId: 'the-payment', ...sale(held, { tenders }) });
  await terminal.whenAsked();
  const flood: Promise<unknown>[] = [];
  for (let desk = 0; desk < 90; desk++) {
    for (let n = 0; n < 110; n++) flood.push(ask(at(desk), 'holds.place', holdOf(cancelled)));
  }
  terminal.answer({ kind: 'approved', approvalCode: '071642' });
  expect(value(await paying)).toMatchObject({ state: 'CONFIRMED' });
  const done = counts((desk) => desk.startsWith('T3'), 'holds.place');
  // What was at the writer already, and the batch in which it went.
  expect(done.FLIGHT_CANCELLED ?? 0).toBeLessThanOrEqual(3 * COMMIT_BATCH_MAX);
  await Promise.all(flood);
  const all = counts((desk) => desk.startsWith('T3'), 'holds.place');
  // The flood was one: more than the line takes.
  expect(all.BUSY).toBeGreaterThan(1_000);
  expect((all.BUSY ?? 0) + (all.FLIGHT_CANCELLED ?? 0)).toBe(9_900);
  // Whoever looks after the hub sees that it is the hub that has too much to do.
  expect(await busy()).toEqual([{ labels: { method: 'holds.place', at: 'writer' }, value: all.BUSY }]);
});

test('a sale that begins in the same flood is made before the holds that came before it', async () => {
  admission.limit({ ...SETTING_DEFAULTS, holdsPerSecond: 1_000, holdsPerMinute: 60_000 });
  const held = value(await store.hold(flightId, ['20A']));
  const flood = Array.from({ length: 4_000 }, (_, n) => ask(at(n % 40), 'holds.place', holdOf(cancelled)));
  const sold = await ask(ANA, 'bookings.confirm', { requestId: 'the-sale', ...sale(held) });
  expect(codeOf(sold)).toBe('ok');
  expect(counts((desk) => desk.startsWith('T3'), 'holds.place').FLIGHT_CANCELLED ?? 0).toBeLessThanOrEqual(3 * COMMIT_BATCH_MAX);
  await Promise.all(flood);
});

test('a desk that floods is answered before anybody reads what it asks, and costs another desk no more than what it may ask', async () => {
  const flood: Promise<unknown>[] = [];
  for (let n = 0; n < 5_000; n++) {
    flood.push(ask(ANA, 'holds.place', holdOf(cancelled)), ask(ANA, 'flights.board', board));
    // Nonsense is not read either.
    if (n >= 100) flood.push(ask(ANA, 'holds.place', { legs: 'all of them' }));
  }
  const other = [ask(JONAS, 'holds.place', holdOf(flightId)), ask(JONAS, 'flights.board', board)];
  const replies = await Promise.all(other);
  expect(replies.map(codeOf)).toEqual(['ok', 'ok']);
  await Promise.all(flood);
  const { BUSY: refused, ...taken } = counts((desk) => desk === ANA.desk, 'holds.place');
  expect([taken, refused]).toEqual([{ FLIGHT_CANCELLED: 3 }, 4_997 + 4_900]);
  expect(counts((desk) => desk === ANA.desk, 'flights.board').BUSY).toBe(4_980);
  expect(counts((desk) => desk === JONAS.desk, 'holds.place')).toEqual({ ok: 1 });
  expect(await busy()).toEqual([
    { labels: { method: 'holds.place', at: 'desk' }, value: refused },
    { labels: { method: 'flights.board', at: 'desk' }, value: 4_980 },
  ]);
});
