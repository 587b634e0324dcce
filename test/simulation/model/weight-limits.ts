import type { Input } from '../../../shared/contract.ts';
import { refused } from './expected.ts';
import type { Commands } from './model.ts';
import { offerFreed } from './waitlist.ts';
import { ADULT, aboard } from './weights.ts';

export const WEIGHTS: Commands = {
  'aircraft.assign'(model, { flightId, tail, gate, ownLimit }: Input<'aircraft.assign'>, { now }) {
    const flight = model.flight(flightId);
    if (flight.cancelled) throw refused('FLIGHT_CANCELLED');
    if (flight.departs <= now) throw refused('FLIGHT_DEPARTED');
    model.limits.set(flightId, ownLimit);
    for (const cabin of ['F', 'J', 'W', 'Y'] as const) model.freed.push({ flightId, cabin });
    model.events.push(['flight.assigned', null, { flightId, tail, gate, ownLimit }]);
    // Who waited for the weight has it before the reply tells it.
    offerFreed(model, now);
    const weight = ownLimit === null ? null : { limit: ownLimit, taken: aboard(model, flightId, []), adult: ADULT };
    return { flightId, tail, gate, ownLimit, weight };
  },
};
