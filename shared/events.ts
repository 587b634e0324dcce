import { z } from 'zod';
import { AIRCRAFT_EVENTS } from './events/aircraft-events.ts';
import { BOOKING_EVENTS } from './events/booking-events.ts';
import type { BookingMoved } from './events/booking-moved.ts';
import { CABIN_EVENTS } from './events/cabin-events.ts';
import { CUSTOMER_EVENTS } from './events/customer-events.ts';
import { DESK_EVENTS } from './events/desk-events.ts';
import { FLASH_SALE_EVENTS } from './events/flash-sale-events.ts';
import { HEALTH_EVENTS } from './events/health-events.ts';
import { MESSAGE_EVENTS } from './events/message-events.ts';
import { OVERSALE_EVENTS } from './events/oversale-events.ts';
import { PRICING_EVENTS } from './events/pricing-events.ts';
import { QUEUE_EVENTS } from './events/queue-events.ts';
import { SHIFT_EVENTS } from './events/shift-events.ts';
import { TENDER_EVENTS } from './events/tender-events.ts';
import { UPKEEP_EVENTS } from './events/upkeep-events.ts';
import { WAITLIST_EVENTS } from './events/waitlist-events.ts';
import { instantMs } from './method.ts';

/** Every kind of event and its data. */
export const EVENT_DATA = {
  ...BOOKING_EVENTS,
  ...CUSTOMER_EVENTS,
  ...WAITLIST_EVENTS,
  ...OVERSALE_EVENTS,
  ...MESSAGE_EVENTS,
  ...QUEUE_EVENTS,
  ...CABIN_EVENTS,
  ...FLASH_SALE_EVENTS,
  ...AIRCRAFT_EVENTS,
  ...TENDER_EVENTS,
  ...PRICING_EVENTS,
  ...SHIFT_EVENTS,
  ...DESK_EVENTS,
  ...UPKEEP_EVENTS,
  ...HEALTH_EVENTS,
} as const;
export type EventType = keyof typeof EVENT_DATA;
export const EVENT_TYPES = Object.keys(EVENT_DATA) as [EventType, ...EventType[]];
export type EventData<Type extends EventType> = z.infer<(typeof EVENT_DATA)[Type]>;
/** The events of a booking's life. */
export type BookingEventType = { [Type in EventType]: EventData<Type> extends BookingMoved ? Type : never }[EventType];

/** One entry of the journal: gap-free numbers, in the order of commits. */
export type JournalEvent = {
  [Type in EventType]: {
    readonly event: number;
    readonly at: number;
    readonly type: Type;
    readonly user: string;
    readonly desk: string;
    readonly data: EventData<Type>;
  };
}[EventType];

export const eventSchema = z.strictObject({
  event: z.int(),
  at: instantMs,
  type: z.enum(EVENT_TYPES),
  user: z.string(),
  /** The desk where it was done; `-` for what Aisle did by itself. */
  desk: z.string(),
  data: z.record(z.string(), z.unknown()),
});
