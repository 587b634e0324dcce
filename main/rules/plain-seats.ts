import type { Seat } from '../../shared/seat-map.ts';

/** What of a party says which seats are kept for others. */
export interface SeatNeeds {
  readonly infants: boolean;
  readonly assistance: boolean;
}

/** Seats that others may need more, in the trade's words. The first that fits is said. */
const KEPT: readonly { readonly words: string; readonly is: (seat: Seat, needs: SeatNeeds) => boolean }[] = [
  { words: 'bassinet seat', is: ({ codes }, { infants }) => codes.includes('B') && !infants },
  { words: 'accessible seat', is: ({ codes }, { assistance }) => codes.includes('H') && !assistance },
  { words: 'extra legroom', is: ({ codes }) => codes.includes('L') },
  { words: 'beside a galley or lavatory', is: ({ codes }) => codes.includes('6') || codes.includes('7') },
];
const BY_THE_EXIT = 'next to an exit row';

/** By cabin: each freed seat asks for them, and they never change. */
const knownExits = new WeakMap<readonly Seat[], ReadonlySet<number>>();

function exitRows(cabin: readonly Seat[]): ReadonlySet<number> {
  const known = knownExits.get(cabin) ?? new Set(cabin.filter(({ exit }) => exit).map(({ rowIndex }) => rowIndex));
  knownExits.set(cabin, known);
  return known;
}

/** Says of each seat of a cabin why it is given only when plain seats do not do; undefined of a plain one. */
export function keptSeats(cabin: readonly Seat[], needs: SeatNeeds): (seat: Seat) => string | undefined {
  const exits = exitRows(cabin);
  return (seat) =>
    KEPT.find(({ is }) => is(seat, needs))?.words ??
    (exits.has(seat.rowIndex - 1) || exits.has(seat.rowIndex + 1) ? BY_THE_EXIT : undefined);
}
