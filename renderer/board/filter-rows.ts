import type { SalesState } from '../../shared/close-of-sales.ts';
import { localTime } from '../format/times.ts';
import { closesNow, salesOf } from '../stores/settings-in-force.ts';
import { type BoardRow, firstFlight, lastFlight } from './board-row.ts';
import type { Answer } from './board-store.ts';
import { ANY_TIME, type DepartureTimes } from './read-departure-times.ts';

const minuteOfDay = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

const STATES: readonly SalesState[] = ['open', 'closing', 'closed', 'departed', 'cancelled'];
/** No carrier and no airport has so many letters. */
const STATE_LETTERS_MIN = 4;

/** Rows in a state of sales: `cancelled`, `canc`. Undefined when that is not what was typed. */
function rowsInState(rows: readonly BoardRow[], typed: string, now: number): readonly BoardRow[] | undefined {
  const text = typed.trim().toLowerCase();
  if (text.length < STATE_LETTERS_MIN || !STATES.some((state) => state.startsWith(text))) return undefined;
  const closes = closesNow();
  return rows.filter(({ flights }) => salesOf(flights, closes, now).state.startsWith(text));
}

/** Rows whose flight begins with what was typed, or that leave from or go to it: `AA`, `aa18`, `185`, `LAX`. */
export function filterRows(rows: readonly BoardRow[], typed: string, departure: DepartureTimes = ANY_TIME): readonly BoardRow[] {
  const text = typed.toUpperCase().replace(/\s/g, '');
  const anyTime = departure.from <= 0 && departure.to >= 1440;
  if (text === '' && anyTime) return rows;
  return rows.filter((row) => {
    const first = firstFlight(row);
    if (!anyTime) {
      const minute = minuteOfDay(localTime(first.departsAt, first.originZone));
      if (minute < departure.from || minute > departure.to) return false;
    }
    if (text === '') return true;
    const flight = first.flight.replace(' ', '');
    return (
      flight.startsWith(text) ||
      flight.slice(first.carrier.length).startsWith(text) ||
      lastFlight(row).destination.startsWith(text) ||
      first.origin.startsWith(text) ||
      (first.marketedAs?.some((name) => name.replace(' ', '').startsWith(text)) ?? false)
    );
  });
}

/** The rows of an answer that are shown. Only departures have a filter. */
export function shownRows({ kind, rows, wishes }: Answer, filter: string, now: number): readonly BoardRow[] {
  if (kind === 'itineraries') return rows;
  const inState = rowsInState(rows, filter, now);
  return filterRows(inState ?? rows, inState ? '' : filter, wishes.departure);
}
