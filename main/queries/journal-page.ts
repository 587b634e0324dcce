import { FEED_PAGE_EVENTS } from '../../shared/bounds.ts';
import { type Cell, csvRows } from '../../shared/csv.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import { eventsDated } from '../reports/event-ranges.ts';
import type { EventRange } from '../reports/money-moved.ts';
import { eventsAfter, isInJournal, type JournalRow, trustLinks } from '../store/tables/journal-table.ts';
import { newestEvent } from './newest-event.ts';
import type { Query } from './query.ts';

export interface JournalPageInput {
  /** The event of this number and those before it are left out. */
  readonly after: number;
  /** The number before which it ends; null for the newest event. */
  readonly before: number | null;
  readonly as: keyof typeof WRITTEN;
}

export interface JournalPage {
  readonly text: string;
  /** The number of its last event; `after` when it has none. */
  readonly last: number;
}

/** A page of the journal, written as it goes out. The numbers that a restore leaves out are passed over, because its own event tells of them. */
export const journalPage: Query<JournalPageInput, JournalPage> = async ({ db }, { after, before, as }) => {
  await trustLinks(db, after, FEED_PAGE_EVENTS);
  const rows = (await eventsAfter(db, after, FEED_PAGE_EVENTS)).filter(({ event }) => before === null || event < before);
  return accept({ text: WRITTEN[as](rows), last: rows.at(-1)?.event ?? after });
};

/** Whether a reader who knows the journal up to a number can go on from there. If not, it has heard what a restore has undone. */
export const journalKnown: Query<{ readonly after: number }, object> = async ({ db }, { after }) => {
  if (after === 0 || (await isInJournal(db, after))) return accept({});
  const newest = await newestEvent(db);
  if (after > newest) return refuse('EVENTS_AHEAD', { newest });
  return refuse('EVENTS_GONE', { first: (await eventsAfter(db, after, 1))[0]?.event ?? newest });
};

/** Where the events stand that were dated in [from, to). */
export const datedEvents: Query<{ readonly from: number; readonly to: number }, { readonly ranges: readonly EventRange[] }> = async (
  { db },
  { from, to },
) => accept({ ranges: await eventsDated(db, from, to) });

/** As the journal tells its events to consoles: `data` is JSON already. */
const line = ({ event, at, type, user, desk, data }: JournalRow): string =>
  `${JSON.stringify({ event, at, type, user, desk }).slice(0, -1)},"data":${data}}\n`;

/** The columns of the table. All that an event tells stands in the lines alone. */
export const JOURNAL_COLUMNS = [
  'event',
  'at',
  'type',
  'user',
  'desk',
  'booking',
  'locator',
  'flights',
  'seats',
  'amount',
  'currency',
  'note',
] as const;

/** What the table shows of any event. Each part is there where the event tells of a booking, a flight or money. */
interface Shown {
  readonly bookingId?: number;
  readonly locator?: string;
  readonly flightId?: number | null;
  readonly legs?: readonly { readonly flightId: number; readonly seats: readonly string[] }[];
  readonly amount?: number;
  readonly currency?: string;
  readonly note?: string;
}

/** What Aisle does by itself has no user and no desk. */
const somebody = (name: string): string => (name === '-' ? '' : name);

function cells({ event, at, type, user, desk, data }: JournalRow): readonly Cell[] {
  const { bookingId, locator = '', flightId, legs, amount, currency = '', note = '' } = JSON.parse(data) as Shown;
  const flights = legs?.map((leg) => leg.flightId) ?? (typeof flightId === 'number' ? [flightId] : []);
  const seats = legs?.reduce((sum, leg) => sum + leg.seats.length, 0);
  return [
    ...[String(event), new Date(at).toISOString(), type, somebody(user), somebody(desk), String(bookingId ?? ''), locator],
    ...[flights.join(' '), String(seats ?? ''), amount === undefined || currency === '' ? '' : { amount, currency }, currency, note],
  ];
}

const WRITTEN = {
  lines: (rows: readonly JournalRow[]) => rows.map(line).join(''),
  csv: (rows: readonly JournalRow[]) => csvRows(rows.map(cells)),
};
