import { localTime } from '../format/times.ts';
import { type BoardRow, firstFlight, lastFlight } from './board-row.ts';
import { ANY_TIME, type DepartureTimes } from './read-departure-times.ts';

const minuteOfDay = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

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
      first.origin.startsWith(text)
    );
  });
}
