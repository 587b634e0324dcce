import type { InnerHub } from '../hub/hub.ts';
import type { Reference } from '../reference/reference.ts';

type Live = Pick<Reference, 'airportAt' | 'airportOn' | 'airportsOf' | 'seatPlan'>;

/** The facts of this process with the airports that the store has, as they are whenever one asks. */
export async function followAirports(
  hub: Pick<InnerHub, 'look' | 'on'>,
  loaded: Reference,
): Promise<{ known(): Reference; readonly reference: Live; unfollow(): void }> {
  let known = loaded;
  const unfollow = hub.on((events) => {
    for (const event of events) if (event.type === 'airport.set') known = known.withAirports([event.data]);
  });
  const reply = await hub.look('airports.changes', {});
  if (reply.ok) known = known.withAirports(reply.value.changes);
  return {
    known: () => known,
    reference: {
      airportAt: (code, moment) => known.airportAt(code, moment),
      airportOn: (code, day) => known.airportOn(code, day),
      airportsOf: (place) => known.airportsOf(place),
      seatPlan: (id) => known.seatPlan(id),
    },
    unfollow,
  };
}
