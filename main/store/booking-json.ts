import type { BookingView } from '../../shared/methods/booking-view.ts';
import type { BookingRow } from './tables/bookings-table.ts';

/**
 * The view of a booking as JSON, in two parts.
 *
 * The problem: party and legs are the longest part of a booking. They are in its row as JSON already. Parsing them to write a reply, and
 * storing them again with the reply, would be a third of what a hold writes.
 * 1. The first part of the view is a JSON object without its end. Party and legs come last. This file alone knows how the two are joined.
 * 2. A stored reply keeps the first part, and names the booking and the version that it told of. When the reply is repeated, it gets party
 *    and legs as they were in that version.
 * 3. A reply is written as JSON once. Threads and sockets pass the text on.
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

/** The first part of an accepted reply that tells of a booking. This part is stored. */
export const replyHead = ({ head }: Pick<BookingJson, 'head'>): string => `{"ok":true,"value":${head}`;

/** The whole reply: the stored part, joined with party and legs. */
export const wholeReply = (kept: string, { party, legs }: Pick<BookingJson, 'party' | 'legs'>): string =>
  `${kept},"party":${party},"legs":${legs}}}`;
