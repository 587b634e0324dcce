import type { SeededRandom } from '../../main/seeded-random.ts';
import { DAY_MS } from '../../shared/instants.ts';
import type { Cabin } from '../../shared/seat-map.ts';
import type { Draft } from './action.ts';
import { isFree, seatsOf } from './model/blocks.ts';
import type { Model } from './model/model.ts';
import { capacity, connect, STAFF, type Staff } from './world.ts';

/** A step that is drawn when its turn has come, by the key that it gets then. */
export type Planned = (key: number) => Draft | undefined;

const IN_CASH = { names: 'right', tenders: ['cash'], voucher: 0, off: 0 } as const;
const STAFF_OF = Object.keys(STAFF) as readonly Staff[];

/**
 * What is done one after the other to sell a cabin above its seats: more is authorised, what is left is sold in small parties, then some are held and sold
 * without a seat, and some of the others cancel. Each step looks at how the cabin stands then.
 */
export function fillAndOversell(random: SeededRandom, model: () => Model, flight: number): Planned[] {
  const cabin: Cabin = random.below(6) === 0 ? 'J' : 'Y';
  const sold: [number, Staff][] = [];
  const left = () => (model().flights.has(flight) ? seatsOf(model(), flight, cabin).filter((seat) => isFree(model(), flight, seat)) : []);
  const onwards = () => {
    const first = model().flights.get(flight);
    const next =
      first && [...model().flights.values()].find((one) => !one.cancelled && connect([first, one]) && one.departs - first.arrives < DAY_MS);
    return next ? [{ flight: next.id, cabin, seats: 'open' as const }] : [];
  };
  const staff = () => random.pick(STAFF_OF);
  const pay = (key: () => number, as: Staff): Planned => {
    sold.push([0, as]);
    const at = sold.length - 1;
    return () => {
      sold[at] = [key(), as];
      return { do: 'confirm', of: key(), as, ...IN_CASH };
    };
  };
  const fill = (): Planned[] => {
    const as = staff();
    let placed = 0;
    return [
      (key) => {
        const seats = left().slice(0, random.pick([1, 2, 2, 3]));
        placed = key;
        if (seats.length === 0) return undefined;
        return { do: 'place', legs: [{ flight, cabin, seats }], party: seats.map(() => 'ADT' as const), spoken: true, as };
      },
      pay(() => placed, as),
    ];
  };
  const above = (): Planned[] => {
    const as = staff();
    const party = random.pick([['ADT'], ['ADT'], ['ADT', 'ADT'], ['ADT', 'CHD'], ['with-infant'], ['assisted']] as const);
    let placed = 0;
    return [
      (key) => {
        placed = key;
        const legs = [{ flight, cabin, seats: 'over' as const }, ...(random.below(2) === 0 ? onwards() : [])];
        return { do: 'place', legs, party: [...party], spoken: true, as };
      },
      ...(random.below(4) > 0 ? [pay(() => placed, as)] : []),
    ];
  };
  const cancel = (): Planned[] => {
    const which = random.below(Math.max(1, sold.length));
    const of = () => sold[which] ?? ([0, 'ana'] as const);
    return [
      () => ({ do: 'quote', of: of()[0], as: of()[1] }),
      () => ({ do: 'cancel', of: of()[0], as: of()[1], quote: 'newest' }),
      ...(random.below(4) === 0 ? [(): Draft => ({ do: 'undo', of: of()[0], as: of()[1], seen: 0 })] : []),
    ];
  };
  return [
    () => {
      const known = model().flights.get(flight);
      const seats = capacity(known?.map ?? '', cabin);
      if (!known || seats === 0) return undefined;
      return { do: 'authorise', flight, cabin, authorised: seats + Math.floor(seats / 2), seen: 0, as: 'mercy' };
    },
    ...Array.from({ length: 4 }, fill).flat(),
    ...Array.from({ length: 3 }, above).flat(),
    ...Array.from({ length: 1 + random.below(2) }, cancel).flat(),
  ];
}
