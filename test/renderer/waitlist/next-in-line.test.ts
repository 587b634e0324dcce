import { expect, test } from 'vitest';
import { nextInLine } from '../../../renderer/waitlist/next-in-line.ts';
import type { WaitEntry } from '../../../shared/methods/waitlist.ts';

const FLIGHT = 7;
const adult = { type: 'ADT', infant: false, assistance: false } as const;

function entry(entryId: number, size: number, more: Partial<WaitEntry> = {}): WaitEntry {
  const flight = { flightId: FLIGHT, flight: 'AA 1', origin: 'JFK', destination: 'LAX', originZone: 'America/New_York', departsAt: 9 };
  return {
    ...{ entryId, state: 'WAITING', status: 'HL', name: `NAME/${entryId}`, phone: '+1', flights: [flight], cabin: 'Y' },
    ...{ party: Array.from({ length: size }, () => adult), bookingClass: null, fareLimit: null, currency: 'USD', reason: '' },
    ...{ priority: 'normal', desk: 'T1-04', user: 'ruiz', joinedAt: 0, why: { kind: 'no-seat' } },
    ...{ offer: null, chance: null, waitMs: null, ...more },
  };
}

const offer = (flightId = FLIGHT): Partial<WaitEntry> => ({
  state: 'OFFERED',
  offer: { ...{ bookingId: 1, locator: 'W8KD3N', flightId, seats: ['4D'], until: 9, offeredAt: 0 }, ...{ answeredAt: null, total: 1 } },
});

test.each<[why: string, entries: WaitEntry[], next: number | undefined]>([
  ['the first that waits and is not larger', [entry(1, 3), entry(2, 2, offer()), entry(3, 1), entry(4, 1)], 3],
  ['nobody is so small', [entry(1, 3), entry(2, 2, offer())], undefined],
  [
    'the next pays up to a limit (the button named who the fare is above the limit of)',
    [entry(2, 1, offer()), entry(3, 1, { fareLimit: 100 })],
    undefined,
  ],
  ['the next waits for a class', [entry(2, 1, offer()), entry(3, 1, { bookingClass: 'Q' })], undefined],
  ['the seats are on another flight', [entry(2, 1, offer(8)), entry(3, 1)], undefined],
])('after a no: %s', (_why, entries, next) => {
  const offered = entries.find(({ state }) => state === 'OFFERED');
  expect(offered && nextInLine({ flightId: FLIGHT, entries }, offered)?.entryId).toBe(next);
});
