import type { SeededRandom } from '../../main/seeded-random.ts';
import type { ActionOf } from './action.ts';
import type { Model } from './model/model.ts';
import { SEATS } from './world.ts';

type Place = ActionOf<'place'>;
type NamedLeg = Place['legs'][number] & { readonly seats: readonly string[] };
type Held = Pick<Place, 'party' | 'later'> & { readonly legs: readonly NamedLeg[] };

/**
 * What is held, where now and then an infant that comes on a lap has a seat from a later flight on. Only such an itinerary asks chance, and one
 * whose flights leave on different days, because nobody else has a birthday between two flights.
 */
export function seatLater(random: SeededRandom, model: Model, legs: Held['legs'], party: Held['party']): Held {
  const days = legs.map(({ flight }) => model.flights.get(flight)?.day ?? 0);
  const overnight = days.findIndex((day) => day > (days[0] ?? 0));
  const infant = party.indexOf('with-infant');
  const carrier = infant < 0 && overnight > 0 ? party.indexOf('ADT') : infant;
  if (carrier < 0 || legs.length < 2) return { legs, party };
  // It stays on the lap now and then, where it may be 2.
  if (random.below(3) === 0) return { legs, party: party.with(carrier, 'with-infant') };
  const segment = overnight > 0 && random.below(4) > 0 ? overnight + 1 : 2 + random.below(legs.length - 1);
  const oneMore = ({ flight, cabin, seats }: Held['legs'][number]): string => {
    const map = SEATS[model.flights.get(flight)?.map ?? ''] ?? {};
    const others = Object.keys(map).filter((seat) => map[seat]?.cabin === cabin && map[seat]?.sellable && !seats.includes(seat));
    return others.find((seat) => !model.claims.has(`${flight} ${seat}`)) ?? others[0] ?? '99B';
  };
  return {
    legs: legs.map((leg, at) => (at + 1 < segment ? leg : { ...leg, seats: [...leg.seats, oneMore(leg)] })),
    party: party.with(carrier, 'ADT'),
    later: { segment, with: carrier },
  };
}
