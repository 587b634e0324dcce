import { seatNames } from '../../shared/open-seat.ts';
import type { MessageContent } from '../queries/message-content.ts';
import type { MessageLeg } from '../queries/message-leg.ts';
import { STANDING_AFTER } from './standing-after.ts';
import type { Words } from './words.ts';

/** Octets of a line, as RFC 5545 wants it. */
const LINE_OCTETS = 75;

const escaped = (text: string): string => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll('\n', '\\n');
const moment = (at: number): string => `${new Date(at).toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`;

/** Breaks a line into lines of at most 75 octets. A character is never broken. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LINE_OCTETS) {
      parts.push(part);
      part = '';
      // The space that begins a further line counts.
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}

/**
 * The flights of a booking as a calendar (RFC 5545), one event each. A calendar that has an older version of an event replaces it: the event keeps its
 * identifier, and its sequence rises. A booking that was cancelled or not paid takes its events out. So do a flight that was cancelled, and one that
 * the booking has no more.
 */
export function itineraryCalendar(content: MessageContent, words: Words): { readonly method: 'PUBLISH' | 'CANCEL'; readonly text: string } {
  const standing = STANDING_AFTER[content.kind];
  const method = standing === 'CANCELLED' ? 'CANCEL' : 'PUBLISH';
  const event = (leg: MessageLeg, stands: boolean): string[] => [
    'BEGIN:VEVENT',
    `UID:${content.locator}-${leg.segment}@aisle.example`,
    `SEQUENCE:${content.sequence}`,
    `DTSTAMP:${moment(content.at)}`,
    `DTSTART:${moment(leg.departsAt)}`,
    `DTEND:${moment(leg.arrivesAt)}`,
    `SUMMARY:${escaped(`${leg.flight} ${leg.originCity} - ${leg.destinationCity}`)}`,
    `LOCATION:${escaped(`${leg.originCity} (${leg.origin})`)}`,
    `DESCRIPTION:${escaped(`${words.booking} ${content.locator}\n${words.cabins[leg.cabin]}, ${seatsText(leg, words)}`)}`,
    `STATUS:${stands ? standing : 'CANCELLED'}`,
    'END:VEVENT',
  ];
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Aisle//Itinerary//EN', `METHOD:${method}`],
    ...content.legs.flatMap((leg) => event(leg, leg.flies)),
    ...content.gone.flatMap((leg) => event(leg, false)),
    'END:VCALENDAR',
  ];
  return { method, text: lines.map((line) => `${folded(line)}\r\n`).join('') };
}

/** `seats 14A 14B`, `no seat yet`, `seat 14A, no seat yet: 2`. */
export function seatsText({ seats }: Pick<MessageLeg, 'seats'>, words: Words): string {
  const names = seatNames(seats);
  if (names.length === 0) return words.noSeat;
  const without = seats.length - names.length;
  return `${names.length === 1 ? words.seat : words.seats} ${names.join(' ')}${without > 0 ? `, ${words.noSeat}: ${without}` : ''}`;
}
