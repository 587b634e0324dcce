import type { SeededRandom } from '../../main/seeded-random.ts';
import { MINUTE_MS } from '../../shared/instants.ts';
import type { Draft } from './action.ts';
import type { Model } from './model/model.ts';
import { capacity, type FiledFlight, serviceDay } from './world.ts';

const ROUTES = [
  { number: 101, route: 'JFK-ORD', at: 19 * 60, minutes: 150 },
  { number: 202, route: 'ORD-DEN', at: 22 * 60, minutes: 150 },
  { number: 303, route: 'DEN-LAX', at: 25 * 60 + 40, minutes: 140 },
  { number: 404, route: 'JFK-LAX', at: 20 * 60, minutes: 380 },
  { number: 606, route: 'JFK-BOS', at: 16 * 60, minutes: 70 },
  { number: 707, route: 'ORD-DEN', at: 23 * 60, minutes: 150 },
  // On the day after 202 and 707, which connect to it: who has a birthday between them.
  { number: 808, route: 'DEN-LAX', at: 7 * 60, minutes: 140 },
] as const;
/** Leaves in the night after 404 has come. */
const BACK = { number: 909, origin: 'LAX', destination: 'JFK', at: 29 * 60, minutes: 320 } as const;
const DAY_MINUTES = 24 * 60;

/** A file for some days: most flights as they are, some at another time or on another aircraft, some left out. */
export function chooseFile(random: SeededRandom, own: SeededRandom, model: Model, now: number): Draft {
  const { flights: known } = model;
  const chance = (oneIn: number) => random.below(oneIn) === 0;
  const fromDay = serviceDay(now) + random.below(2);
  const toDay = fromDay + random.below(3);
  const flights: FiledFlight[] = [];
  for (let day = fromDay; day <= toDay; day++) {
    for (const { number, route, at, minutes } of ROUTES) {
      if (chance(6)) continue;
      const [origin, destination] = route.split('-') as [string, string];
      const before = [...known.values()].find((one) => one.number === number && one.day === day && one.carrier === 'SA');
      const planned = day * DAY_MINUTES * MINUTE_MS + at * MINUTE_MS;
      const departs = (before?.departs ?? planned) + (chance(8) ? (random.below(9) - 4) * 10 * MINUTE_MS : 0);
      const drawn = chance(10) ? random.pick(['D1', 'M1', 'S1']) : (before?.equipment ?? 'D1');
      // Where few seats may be sold, the smallest aircraft is rare by chance.
      const few = before && model.counter(before.id, 'Y').authorised < capacity(before.map, 'Y') - capacity('shuttle', 'Y');
      const equipment = few && own.below(2) === 0 ? 'S1' : drawn;
      const fare = chance(10) ? 5_000 + random.below(20_000) : (before?.fare ?? 10_001);
      flights.push({ number, origin, destination, day, departs, arrives: departs + minutes * MINUTE_MS, equipment, fare });
    }
  }
  // From where the others go to, so that a way out has one back. Its draws are its own.
  for (let day = fromDay; day <= toDay; day++) {
    const before = [...known.values()].find((one) => one.number === BACK.number && one.day === day);
    const departs = before?.departs ?? (day * DAY_MINUTES + BACK.at) * MINUTE_MS;
    const { number, origin, destination, minutes } = BACK;
    if (own.below(4) > 0)
      flights.push({ number, origin, destination, day, departs, arrives: departs + minutes * MINUTE_MS, equipment: 'D1', fare: 15_001 });
  }
  return { do: 'stage', flights, fromDay, toDay };
}
