import { expect, test } from 'vitest';
import { crossCheck } from '../../../../main/store/checks/cross-check.ts';
import { writeScheduleSwitch } from '../../../../main/store/tables/schedule-switch.ts';
import { DAY_MS, dateOfDay, dayNumber, HOUR_MS } from '../../../../shared/instants.ts';
import type { FleetDraft } from '../../../../shared/methods/fleet.ts';
import { redrawn320, rowsOf, without } from '../../support/fleet-drafts.ts';
import { child, openFleetHub, withInfant } from '../../support/fleet-hub.ts';
import { seatProblems } from '../../support/seat-invariants.ts';
import { ANA, adult, codeOf, MERCY, value } from '../../support/test-hub.ts';

type Fleet = Awaited<ReturnType<typeof openFleetHub>>;

/** `over`: what is said of cabins that have sold more than their seats. */
async function sound({ db, reports }: Fleet, over: readonly string[] = []): Promise<void> {
  expect(await seatProblems(db)).toEqual(over);
  expect(await crossCheck(db)).toBeUndefined();
  expect(reports).toEqual([]);
}

/** One booking of some seats, the seats that are drawn no more, what the preview says of each of its passengers, and where they sit then. */
const MOVES: readonly [
  string,
  string[],
  (typeof adult)[] | undefined,
  (rows: FleetDraft['rows']) => FleetDraft['rows'],
  string[],
  string,
][] = [
  ['a window: the next window on the same side', ['25F'], undefined, without('25F'), ['25F gone 24F -1 same'], '24F'],
  [
    'a window, and those of three rows before and behind are gone: the other window of the row, not the next seat',
    ['25F'],
    undefined,
    without('22F', '23F', '24F', '25F', '26F', '27F', '28F'),
    ['25F gone 25A 0 same'],
    '25A',
  ],
  [
    'a window, and those of two rows before and behind are gone: the same side still',
    ['25F'],
    undefined,
    without('23F', '24F', '25F', '26F', '27F'),
    ['25F gone 22F -3 same'],
    '22F',
  ],
  ['an aisle', ['25C'], undefined, without('25C'), ['25C gone 24C -1 same'], '24C'],
  ['neither', ['25B'], undefined, without('25B'), ['25B gone 24B -1 same'], '24B'],
  [
    'two side by side: together, as they sat',
    ['25D', '25E'],
    undefined,
    without('25D', '25E'),
    ['25D gone 24D -1 same beside', '25E gone 24E -1 same beside'],
    '24D 24E',
  ],
  ['one of two: beside the other', ['25B', '25C'], undefined, without('25C'), ['25C gone 25A 0 other beside'], '25B 25A'],
  [
    'a seat that is in an exit row now',
    ['25F'],
    undefined,
    (rows) => rows.map((row) => (row.row === 25 ? { ...row, exit: true } : row)),
    ['25F exit 24F -1 same'],
    '24F',
  ],
  [
    'a seat that cannot be sold any more',
    ['25F'],
    undefined,
    (rows) => rows.map((row) => (row.row === 25 ? { ...row, seats: { F: ['1'] } } : row)),
    ['25F gone 24F -1 same'],
    '24F',
  ],
  [
    'a child whose adult must move: both',
    ['25A', '25B'],
    [child, adult],
    without('25B'),
    ['25A family 24A -1 same beside', '25B gone 24B -1 same beside'],
    '24A 24B',
  ],
  ['a seat that stays', ['25F'], undefined, without('26F'), [], '25F'],
];

test.each(MOVES)('%s', async (_, seats, party, redraw, says, then) => {
  const fleet = await openFleetHub();
  const flight = await fleet.addFlight();
  const booking = await fleet.sell(flight.id, seats, party);
  const { seen, done, id } = await fleet.fly(redrawn320(redraw));
  const told = seen.losers.map(({ seat, why, to, rowsOn, sameKind, beside }) =>
    [seat, why, to, rowsOn, sameKind ? 'same' : 'other', beside ? 'beside' : ''].join(' ').trim(),
  );
  expect(told).toEqual(says);
  expect(await fleet.seatsOf(booking)).toBe(then);
  expect(done).toMatchObject({ flights: 1, kept: 0, seated: says.length, unseated: 0 });
  expect(await fleet.mapOf(flight.id)).toBe(id);
  await sound(fleet);
});

test('a held seat moves too, and the hold keeps its deadline; who was sold is told, and it stands in the history', async () => {
  const fleet = await openFleetHub();
  const flight = await fleet.addFlight();
  const held = await fleet.held(flight.id, ['25F']);
  const sold = await fleet.sell(flight.id, ['25D', '25E']);
  const { seen } = await fleet.fly(redrawn320(without('25D', '25E', '25F')));
  expect(seen.losers).toMatchObject([
    { bookingId: held.bookingId, state: 'HOLD', passenger: '', seat: '25F' },
    {
      bookingId: sold.bookingId,
      state: 'CONFIRMED',
      passenger: 'PETROV/ELENA A MS',
      seat: '25D',
      flight: 'B6 101',
      cabin: 'Y',
      type: 'ADT',
    },
    { passenger: 'PETROV/ELENA B MS', seat: '25E' },
  ]);
  expect(seen).toMatchObject({ bookings: 2, passengers: { lose: 3, seated: 3, unseated: 0 } });
  const after = value(await fleet.hub.ask('bookings.get', { bookingId: held.bookingId }, ANA));
  expect(after.booking).toMatchObject({ state: 'HOLD', expiresAt: held.expiresAt });
  const { booking, history } = value(await fleet.hub.ask('bookings.get', { bookingId: sold.bookingId }, ANA));
  expect(booking.version).toBe(sold.version + 1);
  expect(history[0]).toMatchObject({ type: 'booking.seated', user: MERCY.user });
  // It said of a seat that somebody lost that it went to passengers without one.
  expect(history[0]?.text).toMatch(/^B6 101 has another seat map: 25D is \w+ now, 25E is \w+ now; has \w+ \w+$/);
  expect(booking.total).toBe(sold.total);
  await sound(fleet);
});

test('who sat in an exit row gets another one; nobody else does, and who has an infant gets a seat before it', async () => {
  const fleet = await openFleetHub();
  const flight = await fleet.addFlight();
  const agreed = await fleet.sell(flight.id, ['12F'], undefined, true);
  const lap = await fleet.sell(flight.id, ['11A'], [withInfant]);
  await fleet.fly(redrawn320(without('12A', '12F', '11A')));
  expect(await fleet.seatsOf(agreed)).toBe('14F');
  expect(await fleet.seatsOf(lap)).toBe('10A');
  await sound(fleet);
});

test('where no seat is left, who flies as a party is unseated as a whole and stands on the oversale list; a family is seated first', async () => {
  const fleet = await openFleetHub();
  const flight = await fleet.addFlight({ fixed: true });
  const couple = await fleet.sell(flight.id, ['8A', '8B']);
  const family = await fleet.sell(flight.id, ['9A', '9B'], [adult, child]);
  const { seen, done } = await fleet.fly(redrawn320(() => rowsOf('Y', 3, 3, 'ABC'), { fixtures: [], wing: { from: 3, to: 3 } }));
  expect(seen.passengers).toEqual({ lose: 4, seated: 2, unseated: 2 });
  expect(seen.cabins).toEqual([{ cabin: 'Y', file: 178, before: 178, after: 3 }]);
  expect(done).toMatchObject({ seated: 2, unseated: 2 });
  expect(await fleet.seatsOf(family)).toBe('3A 3B');
  expect(await fleet.seatsOf(couple)).toBe('over over');
  const room = value(await fleet.hub.ask('oversale.room', { flightId: flight.id, cabin: 'Y' }, ANA));
  expect(JSON.stringify(room)).toContain('PETROV/ELENA A MS');
  expect(await fleet.counters(flight.id)).toMatchObject([{ authorised: 3, sold: 4 }]);
  await sound(fleet, ['flight 1 Y is 1 over']);
});

test('who was to choose a seat later loses it where fewer are left, after those who had one are seated', async () => {
  const fleet = await openFleetHub();
  const flight = await fleet.addFlight({ fixed: true });
  const open = await fleet.hold(flight.id, [], { legs: [{ flightId: flight.id, cabin: 'Y', seats: 'open' }], passengers: [adult] });
  const seated = await fleet.sell(flight.id, ['9A']);
  const { seen } = await fleet.fly(redrawn320(() => rowsOf('Y', 3, 3, 'A'), { fixtures: [], wing: { from: 3, to: 3 } }));
  expect(seen.losers.map(({ seat, why, to }) => [seat, why, to])).toEqual([
    ['9A', 'gone', '3A'],
    ['open', 'fewer', null],
  ]);
  expect(await fleet.seatsOf(seated)).toBe('3A');
  expect(await fleet.seatsOf(value(open))).toBe('over');
  await sound(fleet, ['flight 1 Y is 1 over']);
});

test('only flights of the carrier, the equipment, the configuration and the days change map, none that was cancelled or has left', async () => {
  const fleet = await openFleetHub();
  const today = dayNumber(fleet.first);
  const on = (days: number) => ({ departs_at: fleet.clock.now() + days * DAY_MS + HOUR_MS, service_day: today + days });
  const cases = {
    before: await fleet.addFlight(on(1)),
    first: await fleet.addFlight(on(2)),
    last: await fleet.addFlight(on(5)),
    after: await fleet.addFlight(on(6)),
    carrier: await fleet.addFlight({ ...on(3), carrier: 'NK' }),
    equipment: await fleet.addFlight({ ...on(3), equipment: '321' }),
    configuration: await fleet.addFlight({ ...on(3), seat_map: 'a319' }),
    cancelled: await fleet.addFlight({ ...on(3), cancelled: 1 }),
    left: await fleet.addFlight({ ...on(3), departs_at: fleet.clock.now() - HOUR_MS }),
  };
  const days = { from: dateOfDay(today + 2), until: dateOfDay(today + 5) };
  const { id, seen, done } = await fleet.fly(redrawn320(without('25F')), days);
  const changed: string[] = [];
  for (const [name, flight] of Object.entries(cases)) if ((await fleet.mapOf(flight.id)) === id) changed.push(name);
  expect(changed).toEqual(['first', 'last']);
  expect(seen.flights).toEqual({ change: 2, withSales: 0, keep: 0, first: days.from, last: days.until });
  expect(seen.instead).toMatchObject([{ id: 'a320', flights: 2 }]);
  expect(done.turn).toMatchObject({ number: 1, mapId: id, ...days, user: MERCY.user, reason: 'retrofit' });
});

test('a map for any carrier takes over where the carrier has none of its own; a later version takes over from an earlier one', async () => {
  const fleet = await openFleetHub();
  const [own, other] = [await fleet.addFlight(), await fleet.addFlight({ carrier: 'NK' })];
  const first = await fleet.fly(redrawn320(without('25F')));
  const any = await fleet.fly(redrawn320(without('26F'), { carrier: null }));
  expect([await fleet.mapOf(own.id), await fleet.mapOf(other.id)]).toEqual([first.id, any.id]);
  const second = await fleet.fly(redrawn320(without('27F')), {}, 1);
  expect([await fleet.mapOf(own.id), await fleet.mapOf(other.id)]).toEqual([second.id, any.id]);
  const { about, versions, turns } = value(await fleet.hub.ask('fleet.map', { id: second.id }, ANA));
  expect(about).toMatchObject({ flights: 1, carriers: [{ carrier: 'B6', flights: 1 }], turn: { number: 3 } });
  expect(versions.map(({ flights }) => flights)).toEqual([1, 0]);
  expect(turns.map(({ number }) => number)).toEqual([3, 1]);
  await sound(fleet);
});

test('flights without sales alone: those with passengers keep their map', async () => {
  const fleet = await openFleetHub();
  const [sold, empty] = [await fleet.addFlight(), await fleet.addFlight()];
  const booking = await fleet.sell(sold.id, ['25F']);
  const { id, seen, done } = await fleet.fly(redrawn320(without('25F')), { onlyUnsold: true });
  expect(seen).toMatchObject({ flights: { change: 1, withSales: 0, keep: 1 }, losers: [] });
  expect(done).toMatchObject({ flights: 1, kept: 1, seated: 0 });
  expect([await fleet.mapOf(sold.id), await fleet.mapOf(empty.id)]).toEqual(['a320', id]);
  expect(await fleet.seatsOf(booking)).toBe('25F');
  await sound(fleet);
});

test('a sale that would lose its seat too, or another schedule, makes the preview stale; another sale does not', async () => {
  const fleet = await openFleetHub();
  const flight = await fleet.addFlight();
  const id = await fleet.save(redrawn320(without('25F', '26F')));
  await fleet.sell(flight.id, ['25F']);
  const { seen } = value(await fleet.preview({ id }));
  await fleet.sell(flight.id, ['20F']);
  expect(value(await fleet.preview({ id })).seen).toBe(seen);
  await fleet.sell(flight.id, ['26F']);
  expect(codeOf(await fleet.takeOver(id, seen))).toBe('FLEET_STALE');
  const again = value(await fleet.preview({ id })).seen;
  value(await fleet.takeOver(id, again));
  // It is done: now nothing changes any more, but the schedule is another.
  expect(codeOf(await fleet.takeOver(id, again))).toBe('FLEET_STALE');
  await sound(fleet);
});

test.each([
  ['a day that is over', { from: -2 }, 'FLEET_DAYS'],
  ['yesterday, which is today somewhere', { from: -1 }, 'ok'],
  ['a day too far ahead', { from: 801 }, 'FLEET_DAYS'],
  ['an end before the beginning', { from: 3, until: 2 }, 'FLEET_DAYS'],
  ['one day', { from: 3, until: 3 }, 'ok'],
])('%s: %s', async (_, { from, until }: { from: number; until?: number }, code) => {
  const fleet = await openFleetHub();
  const id = await fleet.save(redrawn320(without('25F')));
  const today = dayNumber(fleet.first);
  const days = { from: dateOfDay(today + from), until: until === undefined ? null : dateOfDay(today + until) };
  expect(codeOf(await fleet.preview({ id }, days))).toBe(code);
});

test('only a map of the airline takes over, and a draft can be looked at before it is kept', async () => {
  const fleet = await openFleetHub();
  const flight = await fleet.addFlight();
  await fleet.sell(flight.id, ['25F']);
  expect(codeOf(await fleet.takeOver('a320', ''))).toBe('FLEET_NOT_OWN');
  expect(codeOf(await fleet.preview({ id: 'a320' }))).toBe('FLEET_NOT_OWN');
  expect(codeOf(await fleet.preview({ id: 'own-00' }))).toBe('FLEET_UNKNOWN');
  expect(codeOf(await fleet.preview({ draft: redrawn320(without('25F'), { wing: { from: 9, to: 2 } }) }))).toBe('FLEET_DRAFT');
  const draft = redrawn320(without('25F'));
  const seen = value(await fleet.preview({ draft }));
  expect(seen.losers).toMatchObject([{ seat: '25F', to: '24F' }]);
  expect(value(await fleet.preview({ id: await fleet.save(draft) }))).toEqual(seen);
});

test('blocks of seats that are gone end, and what the cabin may sell follows the seats', async () => {
  const fleet = await openFleetHub();
  const flight = await fleet.addFlight();
  for (const [what, code] of [
    ['25F', 'INOP'],
    ['20F', 'INOP'],
  ] as const) {
    const block = { requestId: fleet.requestId(), flightId: flight.id, what, cabin: null, code, remark: '', until: null };
    value(await fleet.hub.execute('seats.block', block, MERCY));
  }
  expect(await fleet.counters(flight.id)).toMatchObject([{ authorised: 176 }]);
  const { seen } = await fleet.fly(redrawn320(without('25F')));
  expect(seen.blocksEnd).toBe(1);
  expect(await fleet.counters(flight.id)).toMatchObject([{ authorised: 176 }]);
  const { blocks } = value(await fleet.hub.ask('seats.blocks', { flightId: flight.id }, ANA));
  expect(blocks.map(({ seat }) => seat)).toEqual(['20F']);
  await sound(fleet);
});

test('seats that are more go to who has none', async () => {
  const fleet = await openFleetHub();
  const flight = await fleet.addFlight({ fixed: true });
  const couple = await fleet.sell(flight.id, ['8A', '8B']);
  await fleet.fly(redrawn320(() => rowsOf('Y', 3, 3, 'A'), { fixtures: [], wing: { from: 3, to: 3 } }));
  expect(await fleet.seatsOf(couple)).toBe('over over');
  await fleet.fly(
    redrawn320((rows) => rows),
    {},
    1,
  );
  expect(await fleet.seatsOf(couple)).not.toContain('over');
  await sound(fleet);
});

test('refuses while cabins are counted by the maps before and after a switch of the schedule', async () => {
  const fleet = await openFleetHub();
  await fleet.addFlight();
  const id = await fleet.save(redrawn320(without('25F')));
  const { seen } = value(await fleet.preview({ id }));
  await writeScheduleSwitch(fleet.db, { step: 'telling', at: 0, staged: null, event: 0, lastBooking: 0, upTo: 0 });
  expect(codeOf(await fleet.takeOver(id, seen))).toBe('IMPORT_RUNNING');
});
