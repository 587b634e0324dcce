import { expect, test } from 'vitest';
import {
  arrivalText,
  beginsElsewhere,
  endText,
  type FlownLeg,
  flightsText,
  wayCourse,
  wayText,
} from '../../../../renderer/reservations/reaccommodation/way-words.ts';

const ZONES: Readonly<Record<string, string>> = {
  ORD: 'America/Chicago',
  MDW: 'America/Chicago',
  LAX: 'America/Los_Angeles',
};
/** 2 January 2026, by UTC. */
const at = (hours: number, minutes: number): number => Date.UTC(2026, 0, 2, hours, minutes);

function leg(flightId: number, flight: string, origin: string, departsAt: number, destination: string, arrivesAt: number): FlownLeg {
  const [originZone = 'America/New_York', destinationZone = 'America/New_York'] = [ZONES[origin], ZONES[destination]];
  return { flightId, flight, origin, departsAt, destination, arrivesAt, originZone, destinationZone };
}
const AA317 = leg(1, 'AA 317', 'LGA', at(13, 45), 'ORD', at(16, 30));
const AA1657 = leg(2, 'AA 1657', 'ORD', at(17, 40), 'LAX', at(22, 5));
const UA711 = leg(3, 'UA 711', 'LGA', at(14, 0), 'ORD', at(16, 39));
const VX407 = leg(4, 'VX 407', 'JFK', at(14, 20), 'LAX', at(20, 45));
const DL181 = leg(5, 'DL 181', 'LGA', at(14, 0), 'ORD', at(16, 40));
const DL1719 = leg(6, 'DL 1719', 'ORD', at(17, 30), 'LAX', at(22, 10));
const EARLY = leg(7, 'AA 301', 'LGA', at(11, 0), 'ORD', at(13, 40));
const FROM_MDW = leg(8, 'WN 9', 'MDW', at(20, 0), 'LAX', at(23, 55));
const later = (minutes: number): FlownLeg => ({ ...UA711, arrivesAt: AA317.arrivesAt + minutes * 60_000 });

test.each([
  ['the last flight is kept', [AA317, AA1657], [UA711, AA1657], 'UA 711, then AA 1657 as sold', 'LAX 14:05', 'as sold'],
  ['another airport', [AA317, AA1657], [VX407], 'VX 407 direct', 'LAX 12:45', '1 h 20 earlier'],
  ['none is kept', [AA317, AA1657], [DL181, DL1719], 'DL 181, DL 1719', 'LAX 14:10', '5 min later'],
  ['one flight', [AA317], [UA711], 'UA 711 direct', 'ORD 10:39', '9 min later'],
  ['59 minutes', [AA317], [later(59)], 'UA 711 direct', 'ORD 11:29', '59 min later'],
  ['60 minutes', [AA317], [later(60)], 'UA 711 direct', 'ORD 11:30', '1 h 00 later'],
  ['the first is kept', [AA317, AA1657], [AA317, DL1719], 'AA 317 as sold, DL 1719', 'LAX 14:10', '5 min later'],
  ['the same flight', [AA317], [AA317], 'AA 317 as sold', 'ORD 10:30', 'as sold'],
])('%s', (_case, sold, way, flights, end, arrival) => {
  expect([wayText(sold, way), endText(way), arrivalText(sold, way)]).toEqual([flights, end, arrival]);
});

test('a way is told from its departure to its arrival, with the time on the ground and a change of airport', () => {
  expect(flightsText([AA317, AA1657])).toBe('AA 317, AA 1657');
  expect(wayCourse([UA711, AA1657])).toBe('09:00, ORD 1 h 01, LAX 14:05');
  expect(wayCourse([EARLY, FROM_MDW])).toBe('06:00, ORD to MDW 6 h 20, LAX 15:55');
  expect(wayCourse([])).toBe('');
  expect([beginsElsewhere([AA317], [VX407]), beginsElsewhere([AA317], [UA711]), beginsElsewhere([], [UA711])]).toEqual([
    true,
    false,
    false,
  ]);
});
