import { type AirportFacts, DEGREE } from '../../../shared/methods/airports.ts';
import { countText } from '../../format/count-text.ts';
import { fullDate } from '../../format/times.ts';
import type { AirportPreview } from './airports-store.ts';

const degrees = (units: number, [plus, minus]: readonly [string, string]): string =>
  `${Math.abs(units) / DEGREE}° ${units < 0 ? minus : plus}`;

/** `41.5° N, 74.25° W` */
export const placeText = ({ north, east }: Pick<AirportFacts, 'north' | 'east'>): string =>
  `${degrees(north, ['N', 'S'])}, ${degrees(east, ['E', 'W'])}`;

/** `New Bridge Airport, New Bridge (XNB), US` */
export const airportText = ({ name, city, cityCode, country }: AirportFacts): string => `${name}, ${city} (${cityCode}), ${country}`;

const minutesText = (minutes: number): string => `${Math.abs(minutes)} minutes ${minutes < 0 ? 'earlier' : 'later'}`;
const flightsText = (count: number): string => (count === 1 ? '1 flight' : `${countText(count)} flights`);

/** What a change does, in sentences. */
export function previewText({ code, from }: { code: string; from: string }, seen: AirportPreview): string {
  const { before, until, leaving, arriving, movedMinutes, otherDay } = seen;
  const flights = leaving + arriving;
  const sentences = [
    before ? '' : `Nobody knows ${code} yet: flights can be imported for days from ${fullDate(from)} on.`,
    flights === 0
      ? before
        ? 'No flight to come is concerned.'
        : ''
      : `${flightsText(flights)} to come: ${countText(leaving)} leave, ${countText(arriving)} arrive.`,
    flights > 0 && movedMinutes !== 0
      ? `Until their schedule is imported again, they are shown ${minutesText(movedMinutes)} at ${code}, because their moments stay.`
      : '',
    otherDay > 0 && movedMinutes !== 0 ? `${countText(otherDay)} of them are shown on another day until then.` : '',
    until ? `It holds until the change of ${fullDate(until)} begins.` : '',
  ];
  return sentences.filter(Boolean).join(' ');
}
