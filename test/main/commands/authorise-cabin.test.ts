import { beforeEach, expect, test } from 'vitest';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import type { FlightRow } from '../../../main/store/tables/flights-table.ts';
import type { Input } from '../../../shared/contract.ts';
import { REFUSAL_CODES } from '../../../shared/refusals.ts';
import { applied, KEPT, flight as line, openAtNow } from '../support/staged-schedule.ts';
import { MERCY, openTestHub, type TestHub, value } from '../support/test-hub.ts';

let hub: TestHub;
let flight: FlightRow;
beforeEach(async () => {
  hub = await openTestHub();
  flight = await hub.addFlight();
});

const authorise = (more: Partial<Input<'pricing.authorise'>> = {}) =>
  hub.hub.execute(
    'pricing.authorise',
    { requestId: hub.requestId(), flightId: flight.id, cabin: 'Y', authorised: 190, seen: 178, reason: 'few turn up on Mondays', ...more },
    MERCY,
  );
const told = () => hub.db.query<{ type: string; data: string }>("SELECT type, data FROM journal WHERE type = 'cabin.authorised'").all();

test('before anybody booked, and with seats held, the number is set and kept with its author and reason', async () => {
  expect(value(await authorise())).toEqual({ flightId: flight.id, cabin: 'Y', authorised: 190, held: 0, sold: 0 });
  value(await hub.hold(flight.id, ['20A', '20B']));
  expect(value(await authorise({ authorised: 170, seen: 190, reason: 'a group may come' }))).toMatchObject({ authorised: 170, held: 2 });
  expect(await hub.counters(flight.id)).toEqual([{ cabin: 'Y', authorised: 170, held: 2, sold: 0 }]);
  expect(await hub.db.query('SELECT seats_before, seats_after, author, reason, decided_at FROM authorisations ORDER BY id').all()).toEqual([
    { seats_before: 178, seats_after: 190, author: 'osei', reason: 'few turn up on Mondays', decided_at: hub.clock.now() },
    { seats_before: 190, seats_after: 170, author: 'osei', reason: 'a group may come', decided_at: hub.clock.now() },
  ]);
  expect(await crossCheck(hub.db)).toBeUndefined();
});

test('the journal tells the numbers and not the reason, because a person types it', async () => {
  value(await authorise());
  const [entry] = await told();
  expect(JSON.parse(entry?.data ?? '')).toEqual({ flightId: flight.id, cabin: 'Y', before: 178, authorised: 190, held: 0, sold: 0 });
});

test('the same number again changes nothing and is no entry', async () => {
  expect(value(await authorise({ authorised: 178 }))).toMatchObject({ authorised: 178 });
  expect(await told()).toEqual([]);
  expect(await hub.counters(flight.id)).toEqual([]);
});

test('sells no more than is authorised, and more again when the number goes up', async () => {
  value(await authorise({ authorised: 1 }));
  value(await hub.hold(flight.id, ['20A']));
  const full = await hub.hold(flight.id, ['20B']);
  expect(full).toMatchObject({ ok: false, refusal: { code: 'CABIN_FULL', details: { free: 0 } } });
  value(await authorise({ authorised: 2, seen: 1 }));
  value(await hub.hold(flight.id, ['20B']));
});

test('holds before and after it in one batch count by the number that stands then', async () => {
  const replies = await Promise.all([
    hub.hold(flight.id, ['20A']),
    hub.hold(flight.id, ['20B']),
    authorise({ authorised: 3 }),
    hub.hold(flight.id, ['20C']),
    hub.hold(flight.id, ['20D']),
  ]);
  expect(replies.map((reply) => (reply.ok ? 'ok' : reply.refusal.code))).toEqual(['ok', 'ok', 'ok', 'ok', 'CABIN_FULL']);
  expect(await hub.counters(flight.id)).toEqual([{ cabin: 'Y', authorised: 3, held: 3, sold: 0 }]);
  expect(await crossCheck(hub.db)).toBeUndefined();
});

test.each<[string, Partial<Input<'pricing.authorise'>>, string, object]>([
  ['a flight that is none comes first', { flightId: 77, cabin: 'F', seen: 1 }, 'FLIGHT_UNKNOWN', {}],
  ['a cabin that the aircraft does not have', { cabin: 'F', seen: 1 }, 'CABIN_UNKNOWN', { cabins: ['Y'] }],
  ['another supervisor was faster', { seen: 180, authorised: 1 }, 'AUTHORISED_CHANGED', { authorised: 178, seen: 180 }],
  ['fewer than are taken', { authorised: 1 }, 'AUTHORISED_RANGE', { taken: 2, least: 2, most: 267 }],
  ['half as many again as there are seats, and one more', { authorised: 268 }, 'AUTHORISED_RANGE', { capacity: 178, most: 267 }],
])('%s', async (_case, more, code, details) => {
  value(await hub.hold(flight.id, ['20A', '20B']));
  expect(await authorise(more)).toMatchObject({ ok: false, refusal: { code, details } });
  expect(await hub.counters(flight.id)).toEqual([{ cabin: 'Y', authorised: 178, held: 2, sold: 0 }]);
});

test.each([
  ['as many as are taken', 2],
  ['half as many again as there are seats', 267],
])('%s may be authorised', async (_case, authorised) => {
  value(await hub.hold(flight.id, ['20A', '20B']));
  expect(value(await authorise({ authorised }))).toMatchObject({ authorised, held: 2 });
});

test('a cancelled flight and one that has departed stay as they are', async () => {
  const cancelled = await hub.addFlight({ cancelled: 1 });
  expect(await authorise({ flightId: cancelled.id })).toMatchObject({ refusal: { code: 'FLIGHT_CANCELLED' } });
  const gone = await hub.addFlight({ departs_at: hub.clock.now() });
  expect(await authorise({ flightId: gone.id })).toMatchObject({ refusal: { code: 'FLIGHT_DEPARTED' } });
});

test('where a smaller aircraft left more sold than it has seats, what is taken can be authorised and no more', async () => {
  value(await hub.hold(flight.id, ['20A', '20B']));
  await hub.db.change("UPDATE cabin_counters SET sold = 300 WHERE flight_id = ? AND cabin = 'Y'").run(flight.id);
  expect(await authorise({ authorised: 301 })).toMatchObject({ refusal: { code: 'AUTHORISED_RANGE', details: { least: 302, most: 302 } } });
  expect(value(await authorise({ authorised: 302 }))).toMatchObject({ authorised: 302 });
});

test('a percentage is kept with what it comes to, a part of a seat left out, and the advice tells it', async () => {
  expect(value(await authorise({ authorised: 186, percent: 105 }))).toMatchObject({ authorised: 186 });
  const [entry] = await told();
  expect(JSON.parse(entry?.data ?? '')).toMatchObject({ before: 178, percent: 105, authorised: 186 });
  const advice = async () => value(await hub.hub.ask('pricing.overbookingAdvice', { flightId: flight.id, cabin: 'Y' }, MERCY));
  expect(await advice()).toMatchObject({ authorised: 186, percent: 105, blocked: 0 });
  // The same number of seats as a number: another decision.
  value(await authorise({ authorised: 186, seen: 186 }));
  expect(await advice()).toMatchObject({ authorised: 186, percent: null });
  value(await authorise({ authorised: 186, seen: 186 }));
  expect(await told()).toHaveLength(2);
  expect(await crossCheck(hub.db)).toBeUndefined();
});

test('a percentage of the seats leaves out those that blocks take, and a block takes one more of it', async () => {
  const block = (what: string) =>
    hub.hub.execute(
      'seats.block',
      { requestId: hub.requestId(), flightId: flight.id, what, cabin: null, code: 'INOP', remark: '', until: null },
      MERCY,
    );
  value(await block('20A'));
  expect(await authorise({ authorised: 186, percent: 105, seen: 177 })).toMatchObject({
    refusal: { code: 'AUTHORISED_PERCENT', details: { percent: 105, seats: 185, authorised: 186 } },
  });
  // Out of range too, it is the number that is worked out anew, and the list of refusals names that first.
  expect(await authorise({ authorised: 999, percent: 105, seen: 177 })).toMatchObject({ refusal: { code: 'AUTHORISED_PERCENT' } });
  expect(REFUSAL_CODES.indexOf('AUTHORISED_PERCENT')).toBeLessThan(REFUSAL_CODES.indexOf('AUTHORISED_RANGE'));
  value(await authorise({ authorised: 185, percent: 105, seen: 177 }));
  value(await block('20B'));
  expect(await hub.counters(flight.id)).toMatchObject([{ authorised: 184 }]);
});

test.each([
  ['none at all', 0, 0],
  ['half of the seats', 50, 89],
  ['as many as there are seats', 100, 178],
  ['the most', 150, 267],
])('%s as a percentage', async (_case, percent, authorised) => {
  expect(value(await authorise({ authorised, percent }))).toMatchObject({ authorised });
});

test('a percentage below what is taken is refused', async () => {
  value(await hub.hold(flight.id, ['20A', '20B']));
  expect(await authorise({ authorised: 1, percent: 1 })).toMatchObject({ refusal: { code: 'AUTHORISED_RANGE', details: { taken: 2 } } });
});

test('another aircraft changes the number by the percentage, there and back', async () => {
  const test = await openAtNow();
  await applied(test, [line(41)]);
  const input = { flightId: 1, cabin: 'Y' as const, authorised: 158, percent: 110, seen: 144, reason: 'a test' };
  value(await test.hub.execute('pricing.authorise', { requestId: test.requestId(), ...input }, MERCY));
  await applied(test, [line(41, { equipment: '320', seatMap: 'a320' })]);
  expect(await test.counters(1)).toMatchObject([{ authorised: 195 }]);
  await applied(test, [line(41)], KEPT, 'import-0002');
  expect(await test.counters(1)).toMatchObject([{ authorised: 158 }]);
  expect(await crossCheck(test.db)).toBeUndefined();
});
