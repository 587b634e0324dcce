import { expect, test } from 'vitest';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import type { FleetDraft } from '../../../shared/methods/fleet.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { redrawn320, rowsOf, without } from '../support/fleet-drafts.ts';
import { child, openFleetHub, withInfant } from '../support/fleet-hub.ts';
import { seatProblems } from '../support/seat-invariants.ts';
import { applied as appliedAtOnce, appliedInPieces, copied, flight, KEPT, NOW, preview, settled } from '../support/staged-schedule.ts';
import { ANA, adult, MERCY, value } from '../support/test-hub.ts';

type Rows = FleetDraft['rows'];
type Party = NonNullable<Parameters<Awaited<ReturnType<typeof openFleetHub>>['sell']>[2]>;

const exitIn =
  (...numbers: number[]) =>
  (rows: Rows): Rows =>
    rows.map((row) => (numbers.includes(row.row) ? { ...row, exit: true } : row));
const costsExtra =
  (...numbers: number[]) =>
  (rows: Rows): Rows =>
    rows.map((row) => (numbers.includes(row.row) ? { ...row, seats: { A: ['CH'], F: ['CH'] } } : row));
const same = (rows: Rows): Rows => rows;

/** What a party has, on which map, the map that a file brings, and where the party sits then. */
const GIVEN: readonly [string, string[], Party | undefined, (rows: Rows) => Rows, (rows: Rows) => Rows, string][] = [
  ['a window: the next window on the same side', ['25F'], undefined, same, without('25F'), '24F'],
  ['an aisle', ['25C'], undefined, same, without('25C'), '24C'],
  ['neither', ['25B'], undefined, same, without('25B'), '24B'],
  ['two side by side: together, as they sat', ['25D', '25E'], undefined, same, without('25D', '25E'), '24D 24E'],
  ['one of two: beside the other', ['25B', '25C'], undefined, same, without('25C'), '25B 25A'],
  ['a child whose adult must move: both', ['25A', '25B'], [child, adult], same, without('25B'), '24A 24B'],
  ['who sat in an exit row gets none', ['12F'], undefined, same, without('12F'), '11F'],
  ['who sits in an exit row keeps it', ['12F'], undefined, same, without('14F'), '12F'],
  ['a seat that is in an exit row now is not kept', ['25F'], undefined, same, exitIn(25), '24F'],
  ['nor by an infant on the lap', ['25F'], [withInfant], same, exitIn(24, 25), '26F'],
  [
    'who paid for a seat gets none that costs extra',
    ['25F'],
    undefined,
    costsExtra(24, 25),
    (rows) => costsExtra(24)(without('25F')(rows)),
    '26F',
  ],
  ['who paid for a seat keeps it', ['25F'], undefined, costsExtra(24, 25), (rows) => costsExtra(25)(without('24F')(rows)), '25F'],
  ['a seat that stays', ['25F'], undefined, same, without('26F'), '25F'],
];

const filed = (seatMap: string) => [flight(41, { equipment: '320', seatMap })];

/** A flight with one map, and what a file with another one makes of it. */
async function sold(redraw: (rows: Rows) => Rows) {
  const fleet = await openFleetHub({ clock: new FakeClock(NOW) });
  const map = await fleet.save(redrawn320(redraw, { name: 'A320 as sold' }));
  await appliedAtOnce(fleet, filed(map));
  const other = (draft: FleetDraft) => fleet.save(draft, 1);
  const sound = async (over: readonly string[] = []): Promise<void> => {
    expect(await seatProblems(fleet.db)).toEqual(over);
    expect(await crossCheck(fleet.db)).toBeUndefined();
  };
  return { ...fleet, other, sound };
}

test.each([
  ['in one transaction', appliedAtOnce],
  ['in pieces', appliedInPieces],
] as const)('another aircraft gives seats like those that it has not, %s', async (_, apply) => {
  for (const [what, seats, party, before, after, then] of GIVEN) {
    const fleet = await sold(before);
    const booking = await fleet.sell(1, seats, party, seats.includes('12F'));
    await apply(fleet, filed(await fleet.other(redrawn320(after))), KEPT, 'import-0002', { unseat: true });
    expect([what, await fleet.seatsOf(booking)]).toEqual([what, then]);
    const { booking: now, history } = value(await fleet.hub.ask('bookings.get', { bookingId: booking.bookingId }, ANA));
    const moved = then !== seats.join(' ');
    expect([what, now.total, now.version]).toEqual([what, booking.total, booking.version + Number(moved)]);
    expect([what, history[0]?.type === 'booking.seated']).toEqual([what, moved]);
    await fleet.sound();
  }
});

test('where few seats are left, a family is seated first, and a party whole or not at all', async () => {
  const fleet = await sold(same);
  const couple = await fleet.sell(1, ['8A', '8B']);
  const family = await fleet.sell(1, ['9A', '9B'], [adult, child]);
  const small = redrawn320(() => rowsOf('Y', 3, 3, 'ABC'), { fixtures: [], wing: { from: 3, to: 3 } });
  await appliedAtOnce(fleet, filed(await fleet.other(small)), KEPT, 'import-0002', { unseat: true });
  expect(await fleet.seatsOf(family)).toBe('3A 3B');
  expect(await fleet.seatsOf(couple)).toBe('over over');
  const { history } = value(await fleet.hub.ask('bookings.get', { bookingId: couple.bookingId }, ANA));
  expect(history[0]).toMatchObject({ type: 'booking.unseated', text: '8A 8B are not on the other aircraft of QX 41; has no seat yet' });
});

test('who took an exit row of the new aircraft before its passengers were seated keeps it', async () => {
  const fleet = await sold(same);
  const loses = await fleet.sell(1, ['25F']);
  const { input } = await preview(
    fleet,
    filed(await fleet.other(redrawn320((rows) => exitIn(20)(without('25F')(rows))))),
    KEPT,
    'import-0002',
  );
  await copied(fleet, input);
  value(await fleet.hub.change('schedule.applyStaged', { ...input, unseat: true }, MERCY, null));
  const between = await fleet.sell(1, ['20A'], undefined, true);
  await settled(fleet);
  expect(await fleet.seatsOf(between)).toBe('20A');
  expect(await fleet.seatsOf(loses)).toBe('24F');
  await fleet.sound();
});
