import type { SeededRandom } from '../../main/seeded-random.ts';
import type { Cabin } from '../../shared/seat-map.ts';
import type { Draft } from './action.ts';
import type { Planned } from './fill-and-oversell.ts';
import { isFree, seatsOf } from './model/blocks.ts';
import type { Model } from './model/model.ts';
import { capacity, STAFF, type Staff } from './world.ts';

const IN_CASH = { names: 'right', tenders: ['cash'], voucher: 0, off: 0 } as const;
const STAFF_OF = Object.keys(STAFF) as readonly Staff[];
const ABOVE = [['ADT'], ['ADT'], ['ADT', 'ADT'], ['ADT', 'CHD'], ['with-infant']] as const;

interface Oversell {
  readonly model: () => Model;
  readonly flight: () => number;
  readonly cabin: Cabin;
}

type Placed = Extract<Draft, { do: 'place' }>;

/**
 * What is done to sell a cabin above its seats, in two parts: more is authorised, all seats are held and some passengers without one; then all of them
 * are sold. What stands in one part may come in one batch.
 */
export function oversellAndSell(random: SeededRandom, { model, flight, cabin }: Oversell): readonly [hold: Planned[], sell: Planned[]] {
  const taken = new Set<string>();
  const placed: [key: number, as: Staff][] = [];
  const place = (key: number, seats: Placed['legs'][number]['seats'], party: Placed['party']): Draft => {
    const as = random.pick(STAFF_OF);
    placed.push([key, as]);
    return { do: 'place', legs: [{ flight: flight(), cabin, seats }], party, spoken: true, as };
  };
  const fill: Planned = (key) => {
    if (!model().flights.has(flight())) return undefined;
    const left = seatsOf(model(), flight(), cabin).filter((seat) => isFree(model(), flight(), seat) && !taken.has(seat));
    const seats = left.slice(0, random.pick([1, 1, 2, 2, 3]));
    for (const seat of seats) taken.add(seat);
    const party = seats.map(() => 'ADT' as const);
    return seats.length === 0 ? undefined : place(key, seats, party);
  };
  const above: Planned = (key) => (model().flights.has(flight()) ? place(key, 'over', [...random.pick(ABOVE)]) : undefined);
  const authorise: Planned = () => {
    const known = model().flights.get(flight());
    const seats = capacity(known?.map ?? '', cabin);
    if (!known || seats === 0) return undefined;
    const authorised = seats + Math.floor(seats / 2);
    return { do: 'authorise', flight: flight(), cabin, authorised, percent: 150, seen: 0, as: 'mercy' };
  };
  const sell: Planned = () => {
    const [of, as] = placed.shift() ?? [0, 'ana'];
    return of === 0 ? undefined : { do: 'confirm', of, as, ...IN_CASH };
  };
  const [fills, overs] = [Array.from({ length: 4 }, () => fill), Array.from({ length: 2 }, () => above)];
  return [[authorise, ...fills, ...overs], [...fills, ...overs].map(() => sell)];
}
