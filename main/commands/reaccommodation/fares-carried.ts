import { assert } from '../../../shared/assert.ts';
import { dateOfDay } from '../../../shared/instants.ts';
import { fareAt, lapFareAt } from '../../../shared/leg-fares.ts';
import type { BookedLeg } from '../../../shared/methods/booking-view.ts';
import { noDearer, pricedAgain } from '../../views/priced-again.ts';
import { pricedAsSold } from '../../views/priced-from.ts';
import type { CommandContext } from '../command.ts';
import type { PlannedLeg } from '../planned-leg.ts';

type Fares = Pick<BookedLeg, 'fare' | 'trace' | 'others' | 'laps' | 'priced' | 'refund'>;

/** A flight that comes instead of others, with the seats that the party gets there. */
type Given = Pick<PlannedLeg, 'flight' | 'plan' | 'cabin' | 'seats' | 'party'>;

/**
 * What flights cost that the carrier gives instead of others: what was paid for those, and nothing more. Who loses a dearer kind of seat pays for the
 * kind that comes instead, so that the difference goes back.
 * 1. One flight for one: each keeps its fares, and how they were worked out.
 * 2. Else the price of each passenger is shared among the new flights by their time in the air, the rest to the last.
 */
export async function faresCarried(
  context: Pick<CommandContext, 'db'>,
  old: readonly BookedLeg[],
  given: readonly Given[],
  currency: string,
): Promise<Fares[]> {
  const single = old.length === given.length;
  const lessened: BookedLeg[] = [];
  for (const [at, leg] of old.entries()) {
    const instead = given[single ? at : 0];
    lessened.push(instead ? noDearer(leg, await pricedAgain(context, leg, instead, currency)) : leg);
  }
  if (!single) return shared(lessened, given);
  return lessened.map((leg, at) => {
    const instead = given[at];
    assert(instead, `a flight comes instead of ${leg.flight}`);
    const to = { cabin: instead.cabin, date: dateOfDay(instead.flight.service_day) };
    const { fare, trace, refund } = leg;
    return { fare, trace, ...(refund ? { refund } : {}), ...pricedAsSold(leg, to) };
  });
}

function shared(old: readonly BookedLeg[], given: readonly Given[]): Fares[] {
  const label = { label: 'As sold', detail: old.map(({ flight }) => flight).join(', ') };
  const times = given.map(({ flight }) => flight.arrives_at - flight.departs_at);
  const parts = (price: number): number[] => {
    const first = times
      .slice(0, -1)
      .map((time) => Number((BigInt(price) * BigInt(time)) / BigInt(times.reduce((sum, one) => sum + one, 0))));
    return [...first, price - first.reduce((sum, part) => sum + part, 0)];
  };
  const places = old[0]?.seats.map((_, at) => at) ?? [];
  const seats = places.map((at) => parts(old.reduce((sum, leg) => sum + fareAt(leg, at).fare, 0)));
  const laps = places.map((at) => parts(old.reduce((sum, leg) => sum + lapFareAt(leg, at), 0)));
  return given.map((_, nth): Fares => {
    const told = (amount: number) => ({ fare: amount, trace: [{ ...label, amount }] });
    const fare = seats[0]?.[nth] ?? 0;
    const others = places.flatMap((at) => (seats[at]?.[nth] === fare ? [] : [{ at, ...told(seats[at]?.[nth] ?? 0) }]));
    const onLaps = places.flatMap((at) => ((laps[at]?.[nth] ?? 0) === 0 ? [] : [{ at, ...told(laps[at]?.[nth] ?? 0) }]));
    return { ...told(fare), ...(others.length > 0 ? { others } : {}), ...(onLaps.length > 0 ? { laps: onLaps } : {}) };
  });
}
