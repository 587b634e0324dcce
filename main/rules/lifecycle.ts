import { effectOnBooking } from '../../shared/event-effects.ts';
import { EVENT_TYPES } from '../../shared/events.ts';
import type { BookingState } from '../../shared/methods/booking-view.ts';

/** Every step from one state to another that some event makes, as `HOLD EXPIRED`. */
const STEPS: ReadonlySet<string> = new Set(
  EVENT_TYPES.flatMap((type) => {
    const step = effectOnBooking(type)?.state;
    return step?.from?.map((from) => `${from} ${step.to}`) ?? [];
  }),
);

/** Whether a booking in one state may come into another: only by an event, as shared/event-effects.ts says. */
export const mayBecome = (from: BookingState, to: BookingState): boolean => STEPS.has(`${from} ${to}`);
