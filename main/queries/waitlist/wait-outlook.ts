import { DAY_MS } from '../../../shared/instants.ts';
import type { WaitRow } from '../../store/tables/wait-row.ts';
import { waitedOnRoute } from '../../store/tables/waitlist-table.ts';
import type { ListNow } from '../../views/list-now.ts';
import type { QueryContext } from '../query.ts';

/** Departures that are looked back on. */
const DAYS_BACK = 60;
/** With fewer parties nothing is said. */
const PARTIES_LEAST = 5;
/** The first three parties of a list are compared with those that were among the first three, and so on. */
const PLACES_ALIKE = 3;

export interface Outlook {
  /** Percent of such parties that got seats; null: too few are known. */
  readonly chance: number | null;
  /** How long those that got seats waited, the middle one, in ms; null: too few are known. */
  readonly waitMs: number | null;
}

type Past = Pick<WaitRow, 'state' | 'ahead' | 'joined_at' | 'offered_at'>;

/** What became of parties that joined the lists of this route and cabin, on flights that have left. Returns the outlook of a place, counted from 0. */
export async function waitOutlook({ db, now }: QueryContext, { flight, cabin }: ListNow): Promise<(place: number) => Outlook> {
  const { origin, destination } = flight;
  const past: Past[] = await waitedOnRoute(db, origin, destination, cabin, now - DAYS_BACK * DAY_MS, now);
  const known = past.filter(({ state }) => state !== 'DROPPED');
  return (place) => outlookOf(known.filter(({ ahead }) => Math.floor(ahead / PLACES_ALIKE) === Math.floor(place / PLACES_ALIKE)));
}

function outlookOf(alike: readonly Past[]): Outlook {
  const cleared = alike.filter(({ state }) => state === 'CLEARED');
  const waits = cleared.flatMap(({ joined_at, offered_at }) => (offered_at === null ? [] : [offered_at - joined_at])).sort((a, b) => a - b);
  return {
    chance: alike.length < PARTIES_LEAST ? null : Math.round((100 * cleared.length) / alike.length),
    waitMs: waits.length < PARTIES_LEAST ? null : (waits[Math.floor(waits.length / 2)] ?? null),
  };
}
