import { beforeEach, describe, expect, test } from 'vitest';
import { SYSTEM } from '../../../main/actor.ts';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import { contract, type Input } from '../../../shared/contract.ts';
import { HOUR_MS } from '../../../shared/instants.ts';
import { applied, KEPT, flight as line, openAtNow } from '../support/staged-schedule.ts';
import { ANA, adult, JONAS, MERCY, type TestHub, value } from '../support/test-hub.ts';

/** A flight of 144 economy seats, which three blocks make 141. */
let hub: TestHub;
beforeEach(async () => {
  hub = await openAtNow();
  await applied(hub, [line(41)]);
});

const cabin = { flightId: 1, cabin: 'Y' as const };
const BLOCKED = '20A, 20B, 20C';
const block = (what = BLOCKED, more: Partial<Input<'seats.block'>> = {}) =>
  hub.hub.execute(
    'seats.block',
    { requestId: hub.requestId(), flightId: 1, what, cabin: null, code: 'INOP', remark: '', until: null, ...more },
    MERCY,
  );
const free = (what = BLOCKED, code: Input<'seats.unblock'>['code'] = null) =>
  hub.hub.execute(
    'seats.unblock',
    { requestId: hub.requestId(), flightId: 1, what, cabin: null, code, reason: 'mended at the gate' },
    MERCY,
  );
const authorised = async () => (await hub.counters(1))[0]?.authorised;
const authorise = async (more: Pick<Input<'pricing.authorise'>, 'authorised' | 'percent'>) =>
  hub.hub.execute(
    'pricing.authorise',
    { requestId: hub.requestId(), ...cabin, seen: (await authorised()) ?? 144, reason: 'no crew for this cabin', ...more },
    MERCY,
  );
const smaller = () => applied(hub, [line(41, { equipment: 'D38', seatMap: 'plain-30' })], KEPT, 'import-0002');
const larger = () => applied(hub, [line(41, { equipment: '320', seatMap: 'a320' })], KEPT, 'import-0003');
const sound = () => crossCheck(hub.db);

describe('where none may be sold, a block that ends sells no seat', () => {
  test.each([
    ['as a number', { authorised: 0 }],
    ['as a part', { authorised: 0, percent: 0 }],
  ])('%s, when a person frees it', async (_case, none) => {
    value(await block());
    value(await authorise(none));
    value(await free('20A'));
    expect(await authorised()).toBe(0);
    expect(await hub.hold(1, ['20A'])).toMatchObject({ refusal: { code: 'CABIN_FULL' } });
    value(await free('20B, 20C'));
    expect(await authorised()).toBe(0);
    expect(await sound()).toBeUndefined();
  });

  test('when its time comes', async () => {
    value(await block(BLOCKED, { until: hub.clock.now() + HOUR_MS }));
    value(await authorise({ authorised: 0 }));
    hub.clock.advance(HOUR_MS);
    expect(await hub.hold(1, ['20A'])).toMatchObject({ refusal: { code: 'CABIN_FULL' } });
    value(await hub.hub.change('seats.endDue', {}, SYSTEM, null));
    expect(await hub.hold(1, ['20A'])).toMatchObject({ refusal: { code: 'CABIN_FULL' } });
    expect(await hub.claims(1)).toEqual([]);
    expect(await authorised()).toBe(0);
    expect(await sound()).toBeUndefined();
  });

  test('when another aircraft has no such seat', async () => {
    value(await block());
    value(await authorise({ authorised: 0, percent: 0 }));
    await smaller();
    expect(await hub.claims(1)).toEqual([]);
    expect(await authorised()).toBe(0);
    await larger();
    expect(await authorised()).toBe(0);
    expect(await sound()).toBeUndefined();
  });

  test('when another block of the seat stands on', async () => {
    value(await block('20A'));
    value(await block('20A', { code: 'CREW' }));
    value(await authorise({ authorised: 0 }));
    value(await free('20A', 'INOP'));
    value(await free('20A', 'CREW'));
    expect(await authorised()).toBe(0);
    expect(await sound()).toBeUndefined();
  });

  test('to nobody: not to who wants no seat yet, not to who waits, and neither search nor board tell of one', async () => {
    value(await block());
    value(await authorise({ authorised: 0 }));
    const passengers = [adult];
    const party = { flights: [1], cabin: 'Y' as const, passengers, fareLimit: null, priority: 'normal' as const, reason: '' };
    const about = { name: 'CHEN/MEI LIN MS', phone: '+1 646 555 0117' };
    value(await hub.hub.execute('waitlist.join', { requestId: hub.requestId(), ...party, ...about }, JONAS));
    value(await free());
    const legs = [{ ...cabin, seats: 'open' as const }];
    expect(await hub.hold(1, [], { legs, passengers })).toMatchObject({ refusal: { code: 'CABIN_FULL' } });
    const { entries } = value(await hub.hub.ask('waitlist.of', cabin, ANA));
    expect(entries).toMatchObject([{ state: 'WAITING', offer: null }]);
    const room = value(await hub.hub.ask('oversale.room', cabin, ANA));
    expect(room).toMatchObject({ authorised: 0, held: 0, sold: 0, unseated: 0, without: [] });
    const asked = contract['flights.search'].input.parse({ from: 'JFK', to: 'LAX', date: '2026-11-23', cabin: 'Y' });
    const { itineraries } = value(await hub.hub.ask('flights.search', asked, ANA));
    expect(itineraries).toMatchObject([{ total: null, flights: [{ flightId: 1 }] }]);
    const { flights } = value(await hub.hub.ask('flights.board', { from: 'JFK', date: '2026-11-23' }, ANA));
    expect(flights[0]?.cabins.find((one) => one.cabin === 'Y')).toMatchObject({ authorised: 0, held: 0, sold: 0 });
    expect(await sound()).toBeUndefined();
  });

  test('where its blocks had taken all that it had, and a supervisor says 0 once more', async () => {
    value(await block());
    value(await authorise({ authorised: 1 }));
    value(await block('21A'));
    expect(await authorised()).toBe(0);
    value(await authorise({ authorised: 0 }));
    value(await authorise({ authorised: 0 }));
    value(await free('21A'));
    value(await free());
    expect(await authorised()).toBe(0);
    const decided = await hub.db.query('SELECT seats_before, seats_after FROM authorisations ORDER BY id').all();
    expect(decided.slice(1)).toEqual([{ seats_before: 0, seats_after: 0 }]);
    expect(await sound()).toBeUndefined();
  });
});

test.each([
  // Of 144 seats. Three are blocked.
  { percent: 1, now: 0, after: [1, 1, 1] },
  { percent: 2, now: 0, after: [1, 2, 2] },
  { percent: 3, now: 1, after: [2, 3, 4] },
  { percent: 50, now: 69, after: [70, 71, 72] },
  { percent: 100, now: 141, after: [142, 143, 144] },
])(
  '$percent percent are $now seats, and no more than that part of all seats when the blocks have ended',
  async ({ percent, now, after }) => {
    value(await block());
    value(await authorise({ authorised: now, percent }));
    const seen: (number | undefined)[] = [];
    for (const seat of BLOCKED.split(', ')) {
      value(await free(seat));
      seen.push(await authorised());
    }
    expect(seen).toEqual(after);
    expect(await sound()).toBeUndefined();
  },
);

test('a number below the seats is what may be sold beside the blocked ones, and each that is freed comes on top', async () => {
  value(await block());
  value(await authorise({ authorised: 1 }));
  value(await free('20A'));
  expect(await authorised()).toBe(2);
  value(await free('20B, 20C'));
  expect(await authorised()).toBe(4);
  expect(await sound()).toBeUndefined();
});

test('a cabin that was closed and opened again counts its blocked seats as before', async () => {
  value(await block());
  value(await authorise({ authorised: 0 }));
  const advice = value(await hub.hub.ask('pricing.overbookingAdvice', cabin, MERCY));
  expect(advice).toMatchObject({ authorised: 0, blocked: 3 });
  expect(await authorise({ authorised: 144, percent: 100 })).toMatchObject({
    refusal: { code: 'AUTHORISED_PERCENT', details: { seats: 141 } },
  });
  value(await authorise({ authorised: 141, percent: 100 }));
  value(await free('20A'));
  expect(await authorised()).toBe(142);
  value(await authorise({ authorised: 0 }));
  value(await authorise({ authorised: 142 }));
  value(await free('20B, 20C'));
  expect(await authorised()).toBe(144);
  expect(await sound()).toBeUndefined();
});

test('blocks that stay on a smaller aircraft give back what is left of the number, and no more', async () => {
  value(await block('8A, 8B, 8C'));
  const seats = hub.reference.seatPlan('plain-30')?.capacity.Y ?? 0;
  value(await authorise({ authorised: 144 - seats - 2 }));
  // One seat and no more is left of it: the aircraft has so many fewer.
  await smaller();
  expect(await authorised()).toBe(0);
  const standing = value(await hub.hub.ask('seats.blocks', { flightId: 1 }, ANA)).blocks.map(({ seat }) => seat);
  expect(standing.length).toBeGreaterThan(1);
  value(await free(standing.join(', ')));
  expect(await authorised()).toBe(1);
  expect(await sound()).toBeUndefined();
});
