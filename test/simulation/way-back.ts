import type { Action, ActionOf } from './action.ts';
import type { Model, ModelFlight } from './model/model.ts';
import { ownRandom } from './own-random.ts';
import { connect, SEATS } from './world.ts';

const RETURN_ONE_IN = 5;
/** Now and then it leaves before the way out has arrived. */
const EARLY_ONE_IN = 12;
/** Those that leave first. */
const SOON = 6;
const FLIGHTS_MOST = 3;

/** The same step. Where seats are held, now and then a way back follows, of up to three flights. Its draws are its own. */
export function withWayBack(seed: number, model: Model, action: Action): Action {
  if (action.do !== 'place') return action;
  const random = ownRandom(seed + 800_000, action.key);
  if (random.below(RETURN_ONE_IN) > 0) return action;
  const out = action.legs.flatMap(({ flight }) => model.flights.get(flight) ?? []);
  const [first, last] = [out[0], out.at(-1)];
  if (!first || !last) return action;
  const early = random.below(EARLY_ONE_IN) === 0;
  const later = [...model.flights.values()]
    .filter((one) => !one.cancelled && !out.includes(one) && (early || one.departs >= last.arrives))
    .sort((a, b) => a.departs - b.departs);
  if (later.length === 0) return action;
  const home = later.filter(({ origin, destination }) => origin === last.destination && destination === first.origin);
  const way: ModelFlight[] = [random.pick(home.length > 0 && random.below(4) > 0 ? home : later.slice(0, SOON))];
  while (way.length < FLIGHTS_MOST && random.below(2) === 0) {
    const next = later.filter((one) => !way.includes(one) && connect([way.at(-1) as ModelFlight, one]));
    if (next.length === 0) break;
    way.push(random.pick(next.slice(0, SOON)));
  }
  const cabin = action.legs[0]?.cabin ?? 'Y';
  const count = action.party.length + (action.later ? 1 : 0);
  const back = way.map(({ id: flight, map }): ActionOf<'place'>['legs'][number] => {
    const names = Object.entries(SEATS[map] ?? {}).flatMap(([seat, fact]) => (fact.cabin === cabin && fact.sellable ? [seat] : []));
    const free = names.filter((seat) => !model.claims.has(`${flight} ${seat}`));
    const from = free.length >= count ? free : names.length > 0 ? names : ['99A'];
    const start = random.below(from.length);
    return { flight, cabin, seats: Array.from({ length: count }, (_, at) => from[(start + at) % from.length] ?? ''), back: true };
  });
  return { ...action, legs: [...action.legs, ...back] };
}
