import type { Output } from '../../../../shared/contract.ts';
import type { FleetLoser, FleetMap } from '../../../../shared/methods/fleet.ts';
import type { SeatMap } from '../../../../shared/seat-map.ts';
import { SMALL } from './small-map.ts';

const SAVED_AT = 1_795_000_000_000;

/** A shipped map of two carriers, and version 2 of a map of the airline. */
export const SHIPPED: FleetMap = {
  ...{ id: 'a320', name: 'Airbus A320', source: 'shipped', plain: false, equipment: ['320', '32A'], carrier: null },
  ...{ configuration: 'J8Y18', counts: { J: 8, Y: 18 }, seats: 26, saved: null, turn: null, flights: 204 },
  carriers: [
    { carrier: 'NK', flights: 200 },
    { carrier: 'VX', flights: 4 },
  ],
};
export const OWN: FleetMap = {
  ...{ id: 'own-2', name: 'UA A319', source: 'own', plain: false, equipment: ['319'], carrier: 'UA', configuration: 'J8Y18' },
  ...{ counts: { J: 8, Y: 18 }, seats: 26, flights: 217, carriers: [{ carrier: 'UA', flights: 217 }] },
  saved: { version: 2, reason: 'more legroom', user: 'osei', at: SAVED_AT },
  turn: {
    ...{ number: 1, mapId: 'own-2', from: '2026-10-01', until: null, onlyUnsold: false },
    reason: 'winter',
    user: 'osei',
    at: SAVED_AT,
  },
};

export const wholeMap = (about: FleetMap, map: SeatMap = { ...SMALL, id: about.id }): Output<'fleet.map'> => ({
  ...{ about, map, versions: about.source === 'own' ? [about] : [], turns: about.turn ? [about.turn] : [] },
});

const LOSER: Omit<FleetLoser, 'passenger' | 'seat' | 'to' | 'rowsOn' | 'sameKind' | 'beside'> = {
  ...{ flightId: 7, flight: 'UA 670', date: '2026-12-12', origin: 'JFK', destination: 'LAX', bookingId: 9, locator: 'K7QF2M' },
  ...{ state: 'CONFIRMED', type: 'ADT', cabin: 'Y', why: 'gone' },
};

/** What a new version does: one passenger has a seat a row ahead, one has none. */
export const PREVIEW: Output<'fleet.preview'> = {
  seen: '7-0123456789abcdef0123456789abcdef',
  flights: { change: 31, withSales: 1, keep: 0, first: '2026-12-12', last: '2027-02-28' },
  instead: [{ id: 'own-2', name: 'UA A319', flights: 31 }],
  cabins: [{ cabin: 'Y', file: 18, before: 18, after: 15 }],
  losers: [
    { ...LOSER, passenger: 'FELDMAN/RUTH MRS', seat: '6D', to: '5D', rowsOn: -1, sameKind: true, beside: false },
    { ...LOSER, passenger: 'ABBOTT/LEE MR', seat: '6E', to: null, rowsOn: null, sameKind: false, beside: false },
  ],
  losersMore: 0,
  passengers: { lose: 2, seated: 1, unseated: 1 },
  bookings: 1,
  blocksEnd: 0,
};
