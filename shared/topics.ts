import { z } from 'zod';
import { bookingEffect, EVENT_EFFECTS, type EventAbout, type Subject } from './event-effects.ts';
import type { JournalEvent } from './events.ts';

// What a console can follow, and what each event is about in these words. A new event type needs its entry in event-effects.ts, and a new
// subject there needs one here: neither compiles without it.

/**
 * Things of one kind, all of them. everybody: what changes for all screens, and is rare; each console that follows anything follows it.
 * flights: whatever moves seats of any flight. bookings: whatever happens to any booking. queues: what may move something into a queue or out of it.
 */
export const AREAS = [
  'everybody',
  'flights',
  'bookings',
  'queues',
  'waitlist',
  'oversale',
  'customers',
  'accounts',
  'vouchers',
  'shifts',
  'users',
  'desks',
] as const;
type Area = (typeof AREAS)[number];

/** An area, or one thing: the flight or the booking with a number, and what is done at a desk or belongs to it. */
export type Topic = Area | `${'flight' | 'booking'}:${number}` | `desk:${string}`;

/** Flights of the largest board that are followed one by one. A console that shows more follows all flights. */
export const TOPICS_MAX = 2_000;

const TOPIC = new RegExp(`^(${AREAS.join('|')}|(flight|booking):[1-9]\\d{0,15}|desk:[A-Z0-9][A-Z0-9-]{0,15})$`);
export const topicSchema = z.string().regex(TOPIC, 'is no topic') as z.ZodType<string> as z.ZodType<Topic>;

const everybody = (): readonly Topic[] => ['everybody'];

/** Whether a booking may come into a queue with the event, or leave one. */
function movesQueues({ type }: EventAbout<'booking'>): boolean {
  // It moves no seat and no money, and is the reason for which a booking waits.
  if (type === 'booking.flightsChanged') return true;
  const { deadline, state, seats, tellsOf, amount } = bookingEffect(type);
  return deadline === 'sets' || state !== null || seats === 'change' || tellsOf === 'message' || amount === 'due';
}

function ofBooking(event: EventAbout<'booking'>): readonly Topic[] {
  const { data } = event;
  const topics: Topic[] = ['bookings', `booking:${data.bookingId}`, `desk:${data.desk}`, `desk:${event.desk}`];
  if (data.legs.length > 0) topics.push('flights');
  for (const { flightId } of data.legs) topics.push(`flight:${flightId}`);
  if ('flights' in data) for (const { flightId } of data.flights) topics.push(`flight:${flightId}`);
  if ('from' in data) topics.push(`booking:${data.from}`);
  if ('forBooking' in data) topics.push(`booking:${data.forBooking}`);
  if (movesQueues(event)) topics.push('queues');
  // The desk that had the hold is not told by the event, and must let go of it.
  if (event.type === 'hold.takenOver') topics.push('everybody');
  return topics;
}

function ofWaitlist({ data }: EventAbout<'waitlist'>): readonly Topic[] {
  const topics: Topic[] = ['waitlist', 'queues', 'flights', `desk:${data.desk}`, ...data.flights.map((id): Topic => `flight:${id}`)];
  if (data.hold !== null) topics.push(`booking:${data.hold}`);
  return topics;
}

function ofOversale({ data }: EventAbout<'oversale'>): readonly Topic[] {
  return 'flightId' in data ? ['oversale', 'flights', `flight:${data.flightId}`, `booking:${data.booking}`] : ['oversale'];
}

const TOPICS: { readonly [About in Subject]: (event: EventAbout<About>) => readonly Topic[] } = {
  booking: ofBooking,
  waitlist: ofWaitlist,
  oversale: ofOversale,
  shift: () => ['shifts'],
  queue: () => ['queues'],
  cabin: ({ data }) => ['flights', `flight:${data.flightId}`],
  customer: () => ['customers'],
  voucher: () => ['vouchers'],
  account: () => ['accounts'],
  user: () => ['users'],
  desk: () => ['desks'],
  flight: everybody,
  aircraft: everybody,
  flashSale: everybody,
  pricing: everybody,
  refund: everybody,
  schedule: everybody,
  fleet: everybody,
  setting: everybody,
  clock: everybody,
  health: everybody,
  store: everybody,
};

/** What an event is about, each topic once. */
export function topicsOf(event: JournalEvent): readonly Topic[] {
  const topics = TOPICS[EVENT_EFFECTS[event.type].subject] as (event: JournalEvent) => readonly Topic[];
  return [...new Set(topics(event))];
}
