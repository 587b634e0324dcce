import type { SeededRandom } from '../../main/seeded-random.ts';
import { HOUR_MS, MINUTE_MS } from '../../shared/instants.ts';
import type { Draft } from './action.ts';
import type { Model } from './model/model.ts';
import { type FiledFlight, serviceDay } from './world.ts';

/** Under the rule of the United States, at home and abroad, under that of the Union, and under none that is known. */
const ROUTES = ['JFK-BOS', 'JFK-BOS', 'JFK-LHR', 'AMS-LHR', 'LHR-AMS'] as const;
const FLOWN_MS = 90 * MINUTE_MS;
/** Minutes after the first flight. What is owed changes at some of them. */
const LATER = [-30, 30, 60, 61, 119, 120, 121, 239, 240, 300] as const;

/** The flights of another carrier on some day: a large one, and some between the same airports that arrive at other times. Those that it has on the day stay. */
export function fileOfRoutes(
  random: SeededRandom,
  model: Model,
  now: number,
): { readonly file: Draft; readonly number: number; readonly day: number } {
  const [origin = '', destination = ''] = random.pick(ROUTES).split('-');
  const first = now + (4 + random.below(30)) * HOUR_MS;
  const day = serviceDay(first);
  const number = 1_000 + model.flights.size;
  const fare = random.pick([9_001, 20_003, 70_007]);
  const others = Array.from({ length: 3 }, () => random.pick(LATER));
  const filed = [0, ...others].map((minutes, at): FiledFlight => {
    const departs = first + minutes * MINUTE_MS;
    const equipment = at === 0 ? 'W1' : random.pick(['D1', 'W1']);
    return { number: number + at, origin, destination, day, departs, arrives: departs + FLOWN_MS, equipment, fare };
  });
  const sameDay = [...model.flights.values()].filter((one) => one.day === day && one.carrier === 'ZZ' && !one.cancelled);
  const kept = sameDay.map(({ id: _, carrier: __, map: ___, cancelled: ____, ...flight }): FiledFlight => flight);
  return { file: { do: 'stage', carrier: 'ZZ', flights: [...kept, ...filed], fromDay: day, toDay: day }, number, day };
}
