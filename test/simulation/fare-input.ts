import type { ActionOf } from './action.ts';

/** What a competitor asks for a flight, as it is read now. */
export const fareInput = ({ flight: flightId, fare }: ActionOf<'read-fare'>, now: number) => ({
  fares: [{ flightId, fare, currency: 'USD', readAt: now }],
});
