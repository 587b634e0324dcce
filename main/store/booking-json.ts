import type { BookingView } from '../../shared/methods/booking-view.ts';
import type { BookingRow } from './tables/bookings-table.ts';

/**
 * A booking's view as JSON in two parts. Party and legs stand in the booking's row as JSON already, and are the longest part of it. So a
 * reply is written without reading them, and it is kept without storing them a second time: a hold writes a third less.
 *
 * This file alone knows how the parts are put together. The first part is an object without its end; party and legs come last. A stored
 * reply names the version of the booking that it told of, and gets party and legs as they stood in that version.
 */
export interface BookingJson extends Pick<BookingRow, 'id' | 'version' | 'party' | 'legs'> {
  readonly head: string;
}

/** `columns`: the view without party and legs. */
export const bookingJson = (row: BookingRow, columns: Omit<BookingView, 'party' | 'legs'>): BookingJson => ({
  id: row.id,
  version: row.version,
  head: JSON.stringify(columns).slice(0, -1),
  party: row.party,
  legs: row.legs,
});

/** The first part of an accepted reply that tells of a booking: what is kept of it. */
export const replyHead = ({ head }: Pick<BookingJson, 'head'>): string => `{"ok":true,"value":${head}`;

/** The whole reply. */
export const wholeReply = (kept: string, { party, legs }: Pick<BookingJson, 'party' | 'legs'>): string =>
  `${kept},"party":${party},"legs":${legs}}}`;
