import { beforeEach, expect, test } from 'vitest';
import type { ScheduledFlight } from '../../../../main/store/tables/scheduled-flight.ts';
import { MINUTE_MS } from '../../../../shared/instants.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { applied, DAY, flight, KEPT, NOW, preview, SMALL } from '../../support/staged-schedule.ts';
import { MERCY, openTestHub, type TestHub, value } from '../../support/test-hub.ts';

const later = (minutes: number): Partial<ScheduledFlight> => {
  const { departsAt, arrivesAt } = flight(2);
  return { origin: 'LAX', destination: 'JFK', departsAt: departsAt + minutes * MINUTE_MS, arrivesAt: arrivesAt + minutes * MINUTE_MS };
};
/** Flight 1 lands at 21:00 Z, flight 2 of the same aircraft leaves 40 minutes later from gate B4. */
const LANDS = 6 * 60;

let hub: TestHub;
beforeEach(async () => {
  hub = await openTestHub({ clock: new FakeClock(NOW) });
  await applied(hub, [flight(1), flight(2, later(LANDS + 40)), flight(3, later(LANDS + 80))]);
  value(
    await hub.hub.execute(
      'aircraft.set',
      { requestId: 'aircraft-0001', tail: 'N12QX', equipment: '738', seatMap: null, weightLimit: null, retired: false, reason: 'new' },
      MERCY,
    ),
  );
  for (const [flightId, tail, gate] of [
    [1, 'N12QX', ''],
    [2, 'N12QX', 'B4'],
    [3, null, 'B4'],
  ] as const)
    value(
      await hub.hub.execute(
        'aircraft.assign',
        { requestId: `aircraft-of-${flightId}`, flightId, tail, gate, ownLimit: null, reason: 'as planned' },
        MERCY,
      ),
    );
});

const attention = async (flights: readonly ScheduledFlight[], scopes: typeof KEPT.scopes = KEPT.scopes): Promise<readonly string[]> => {
  const { input } = await preview(hub, flights, { keptNumbers: [], scopes });
  const compared = await hub.hub.look('schedule.compare', input);
  return value(compared).attention;
};

test.each([
  ['nothing moves', [flight(1), flight(2, later(LANDS + 40)), flight(3, later(LANDS + 80))], []],
  [
    'the second leaves 29 minutes after the first has landed',
    [flight(1), flight(2, later(LANDS + 29)), flight(3, later(LANDS + 80))],
    ['Between two flights of an aircraft there would be less than 30 minutes: N12QX, QX 1 and QX 2 of 2026-11-23.'],
  ],
  [
    'the second leaves just the turn-round after the first has landed',
    [flight(1), flight(2, later(LANDS + 30)), flight(3, later(LANDS + 80))],
    [],
  ],
  [
    'two leave from one gate 20 minutes apart',
    [flight(1), flight(2, later(LANDS + 40)), flight(3, later(LANDS + 60))],
    ['Two flights would leave from a gate within 30 minutes: gate B4, QX 2 and QX 3 of 2026-11-23.'],
  ],
  ['the first is dropped', [flight(2, later(LANDS + 10)), flight(3, later(LANDS + 80))], []],
  [
    'the first gets another aircraft type',
    [flight(1, { equipment: '733', seatMap: SMALL }), flight(2, later(LANDS + 40)), flight(3, later(LANDS + 80))],
    ['Flights would sell other seats than their aircraft has: N12QX, QX 1 of 2026-11-23.'],
  ],
])('the preview of an import in which %s says what it does to aircraft and gates', async (_, flights, told) => {
  expect(await attention(flights)).toEqual(told);
});

test('a file that speaks for two thousand flight numbers is compared (it was refused: the statement had too many conditions)', async () => {
  const scopes = Array.from({ length: 2_000 }, (_, at) => ({
    carrier: 'QX',
    flight: { number: at + 1, suffix: '' },
    fromDay: DAY,
    toDay: DAY + 6,
  }));
  const told = ['Two flights would leave from a gate within 30 minutes: gate B4, QX 2 and QX 3 of 2026-11-23.'];
  expect(await attention([flight(2, later(LANDS + 10)), flight(3, later(LANDS + 30))], scopes)).toEqual(told);
});
