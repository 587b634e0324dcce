import { expect, test } from 'vitest';
import { crossCheck } from '../../../../main/store/checks/cross-check.ts';
import { applied, flight, KEPT, openAtNow } from '../../support/staged-schedule.ts';
import { ANA, adult, MERCY, value } from '../../support/test-hub.ts';

const cabin = { flightId: 1, cabin: 'Y' as const };

test('after a change of aircraft nobody is left to choose among blocked seats alone: they were counted as left for who chooses later', async () => {
  const store = await openAtNow();
  const { hub, requestId } = store;
  await applied(store, [flight(41)]);
  const block = { ...cabin, what: '8A, 8C', code: 'KEPT', remark: '', until: null } as const;
  value(await hub.execute('seats.block', { requestId: requestId(), ...block }, MERCY));
  const held: number[] = [];
  for (const count of [9, 9, 9, 3]) {
    const legs = [{ ...cabin, seats: 'open' as const }];
    held.push(value(await store.hold(1, [], { requestId: requestId(), legs, passengers: Array(count).fill(adult) })).bookingId);
  }
  await applied(store, [flight(41, { equipment: 'D38', seatMap: 'plain-30' })], KEPT, 'import-0002', { unseat: true });
  const last = value(await hub.ask('bookings.get', { bookingId: held.at(-1) ?? 0 }, ANA)).booking;
  expect(last.legs[0]?.seats).toEqual(['over', 'over', 'over']);
  expect(value(await hub.ask('oversale.room', cabin, ANA))).toMatchObject({ held: 30, free: 1, unseated: 3 });
  expect(await crossCheck(store.db)).toBeUndefined();
});
