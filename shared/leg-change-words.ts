import { HOUR_MS, MINUTE_MS } from './instants.ts';
import type { LegChange } from './leg-change.ts';

const HOUR_MINUTES = HOUR_MS / MINUTE_MS;

/** `35 min later`, `23 h 50 earlier`. Empty where nothing was moved. */
export function movedWords(minutes: number): string {
  if (minutes === 0) return '';
  const much = Math.abs(minutes);
  const long = `${Math.floor(much / HOUR_MINUTES)} h ${String(much % HOUR_MINUTES).padStart(2, '0')}`;
  return `${much < HOUR_MINUTES ? `${much} min` : long} ${minutes < 0 ? 'earlier' : 'later'}`;
}

type Meant = LegChange & {
  readonly flight: string;
  readonly destination: string;
  /** Airports whose time zone was corrected: its local time there may be the same as before. */
  readonly rezoned?: readonly string[] | undefined;
};

/** What a change means, in a few words: `35 min later`, `connection lost, 35 min later`, `goes to SFO`, `cancelled by AA`, `1 h 00 earlier, time zone of PNH corrected`. */
export function legChangeWords(change: Meant): string {
  const { kind, movedMinutes, flight, destination, rezoned = [] } = change;
  const zones = rezoned.length > 0 ? `, time zone of ${rezoned.join(' and ')} corrected` : '';
  const moved = movedWords(movedMinutes);
  const also = `${moved && `, ${moved}`}${zones}`;
  switch (kind) {
    case 'none':
      return 'as sold';
    case 'moved':
      return `${moved}${zones}`;
    case 'movedFar':
      return `${moved}, beyond the limit${zones}`;
    case 'seatGone':
      return `seat gone${also}`;
    case 'connection':
      return `connection lost${also}`;
    case 'missed':
      return `missed because of ${flight.split(' ')[0]}`;
    case 'otherDestination':
      return `goes to ${destination}${also}`;
    case 'cancelled':
      return `cancelled by ${flight.split(' ')[0]}`;
  }
}

/** The code with what it means: `TK 35 min later`, `HX cancelled by AA`. Screens and paper mark a leg with it. */
export const markWords = (change: Meant & { readonly status: string }): string => `${change.status} ${legChangeWords(change)}`;
