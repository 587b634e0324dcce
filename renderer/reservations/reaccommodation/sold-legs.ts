import type { ChangedBooking } from '../../../shared/methods/reaccommodation.ts';
import type { FlownLeg } from './way-words.ts';

type ChangedLeg = ChangedBooking['legs'][number];

/** A flight with the times and the destination that were sold. */
export const asSold = ({ flightId, flight, origin, originZone, sold }: ChangedLeg): FlownLeg => ({
  ...{ flightId, flight, origin, originZone },
  ...sold,
});

/** The same by the schedule of now. */
export const asNow = ({ flightId, flight, origin, now }: ChangedLeg): FlownLeg => ({
  ...{ flightId, flight, origin, originZone: now.originZone, departsAt: now.departsAt },
  ...{ destination: now.destination, destinationZone: now.destinationZone, arrivesAt: now.arrivesAt },
});
