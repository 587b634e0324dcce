import type { SeatedType } from '../../shared/passengers.ts';
import type { Seat } from '../../shared/seat-map.ts';

export interface SeatedParty {
  /** In the order of the party. */
  readonly seats: readonly string[];
  /** Children, infants with a seat among them, who have no adult beside them although the party has one. */
  readonly childrenAlone: number;
  /** Infants among these. The seats beside adults go to infants first. */
  readonly infantsAlone: number;
}

const beside = (a: Seat, b: Seat): boolean => a.rowIndex === b.rowIndex && a.block === b.block && Math.abs(a.place - b.place) === 1;

/**
 * Gives the seats of a group to a party, so that as few children as possible sit without an adult beside them. The order of the party is
 * taken if it leaves no child alone. Otherwise every way to spread the adults over the seats is tried, at most C(9, 4) = 126, and the first
 * of the best is taken. Adults take their seats in the order of the party, and so do children.
 */
export function seatParty(group: readonly Seat[], party: readonly SeatedType[]): SeatedParty {
  const inOrder = new Set(party.flatMap((type, place) => (type === 'ADT' ? [place] : [])));
  const mixed = inOrder.size > 0 && inOrder.size < party.length;
  let best: { places: ReadonlySet<number>; childrenAlone: number } = { places: inOrder, childrenAlone: mixed ? alone(group, inOrder) : 0 };
  if (best.childrenAlone > 0) {
    for (const places of choose(group.length, inOrder.size)) {
      const childrenAlone = alone(group, places);
      if (childrenAlone < best.childrenAlone) best = { places, childrenAlone };
      if (childrenAlone === 0) break;
    }
  }
  const ofAdults = group.filter((_, place) => best.places.has(place));
  const ofChildren = group.filter((_, place) => !best.places.has(place));
  if (best.childrenAlone === 0) {
    const seats = party.map((type) => (type === 'ADT' ? ofAdults : ofChildren).shift()?.seat ?? '');
    return { seats, childrenAlone: 0, infantsAlone: 0 };
  }
  const infants = party.filter((type) => type === 'INS').length;
  const besideAdults = ofChildren.filter((seat) => ofAdults.some((adult) => beside(seat, adult)));
  const byCare = [...besideAdults, ...ofChildren.filter((seat) => !besideAdults.includes(seat))];
  const ofInfants = byCare.splice(0, infants);
  const seats = party.map((type) => (type === 'ADT' ? ofAdults : type === 'INS' ? ofInfants : byCare).shift()?.seat ?? '');
  return { seats, childrenAlone: best.childrenAlone, infantsAlone: Math.max(0, infants - besideAdults.length) };
}

function alone(group: readonly Seat[], adults: ReadonlySet<number>): number {
  let count = 0;
  for (const [place, seat] of group.entries()) {
    if (adults.has(place)) continue;
    if (!group.some((other, at) => adults.has(at) && beside(seat, other))) count++;
  }
  return count;
}

/** All ways to take `count` of the places 0 to `size` - 1, in order. */
function* choose(size: number, count: number, from = 0): Generator<Set<number>> {
  if (count === 0) {
    yield new Set();
    return;
  }
  for (let place = from; place <= size - count; place++) {
    for (const rest of choose(size, count - 1, place + 1)) yield new Set([place, ...rest]);
  }
}
