import { MINUTE_MS } from '../../shared/instants.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { minutesText } from '../format/minutes-text.ts';
import type { TypedParty } from '../format/read-party.ts';
import { type BoardRow, commonCurrency, firstFlight, lastFlight, type Party, rowCabin, seated } from './board-row.ts';

/** Which of several rows is best in each column; none when all are equal. */
export interface Better {
  readonly arrives: ReadonlySet<string>;
  readonly stops: ReadonlySet<string>;
  readonly elapsed: ReadonlySet<string>;
  readonly total: ReadonlySet<string>;
}

function least(rows: readonly BoardRow[], measure: (row: BoardRow) => number): ReadonlySet<string> {
  const values = rows.map(measure);
  const best = Math.min(...values);
  if (!Number.isFinite(best) || values.every((value) => value === best)) return new Set();
  return new Set(rows.filter((_, index) => values[index] === best).map(({ key }) => key));
}

export const betterOf = (rows: readonly BoardRow[]): Better => ({
  arrives: least(rows, (row) => lastFlight(row).arrivesAt),
  stops: least(rows, ({ stops }) => stops),
  elapsed: least(rows, ({ elapsedMinutes }) => elapsedMinutes),
  // Prices in different currencies cannot be compared.
  total: commonCurrency(rows) === null ? new Set() : least(rows, ({ total }) => total ?? Number.POSITIVE_INFINITY),
});

/** Seats left in the cabin that would be sold; none when no cabin seats the party. */
export const seatsLeft = (row: BoardRow): number => (row.cabin ? Math.max(0, rowCabin(row, row.cabin)?.free ?? 0) : 0);

const inWords = (minutes: number, more: string, less: string): string => {
  if (minutes === 0) return 'the same';
  return `${minutesText(Math.abs(minutes))} ${minutes > 0 ? more : less}`;
};
const minutesBetween = (from: number, to: number): number => Math.round((to - from) / MINUTE_MS);
const NUMBERS = ['no', 'one', 'two'];
const signed = (amount: number, currency: string): string =>
  amount > 0 ? `+${moneyText(minor(amount), currency)}` : moneyText(minor(amount), currency);

/** How a pinned itinerary differs from the first, column by column, in words. */
export interface Difference {
  readonly departure: string;
  readonly arrives: string;
  readonly stops: string;
  readonly elapsed: string;
  readonly seats: string;
  readonly total: string;
  /** It costs less than the first. */
  readonly cheaper: boolean;
}

export function differenceOf(first: BoardRow, row: BoardRow, party: Party): Difference {
  const stops = row.stops - first.stops;
  const minutes = row.elapsedMinutes - first.elapsedMinutes;
  const seats = seatsLeft(row) - seatsLeft(first);
  const currency = commonCurrency([first, row]);
  const cost = currency === null || row.total === null || first.total === null ? null : row.total - first.total;
  const people = seated(party);
  const each =
    cost !== null && currency !== null && cost !== 0 && people > 1
      ? `, or ${moneyText(minor(Math.round(Math.abs(cost) / people)), currency)} per passenger`
      : '';
  return {
    departure: inWords(minutesBetween(firstFlight(first).departsAt, firstFlight(row).departsAt), 'later', 'earlier'),
    arrives: inWords(minutesBetween(lastFlight(first).arrivesAt, lastFlight(row).arrivesAt), 'later', 'earlier'),
    stops:
      stops === 0
        ? 'as many stops'
        : `${NUMBERS[Math.abs(stops)]} ${Math.abs(stops) === 1 ? 'stop' : 'stops'} ${stops > 0 ? 'more' : 'fewer'}`,
    elapsed: minutes === 0 ? 'the same' : `${minutes > 0 ? '+' : '\u2212'}${minutesText(Math.abs(minutes))}`,
    seats: seats === 0 ? 'as many' : `${Math.abs(seats)} ${Math.abs(seats) === 1 ? 'seat' : 'seats'} ${seats > 0 ? 'more' : 'fewer'}`,
    total: cost === null || currency === null ? '' : cost === 0 ? 'the same' : `${signed(cost, currency)}${each}`,
    cheaper: cost !== null && cost < 0,
  };
}

/** `2 adults, 1 child, 1 infant on the lap`. */
export function partyText({ adults, children, infants }: TypedParty): string {
  const parts = [
    adults > 0 ? `${adults} ${adults === 1 ? 'adult' : 'adults'}` : '',
    children > 0 ? `${children} ${children === 1 ? 'child' : 'children'}` : '',
    infants > 0 ? `${infants} ${infants === 1 ? 'infant on the lap' : 'infants on laps'}` : '',
  ];
  return parts.filter(Boolean).join(', ');
}
