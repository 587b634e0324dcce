import type { PickedLeg } from './change-store.ts';

const withSeats = (leg: PickedLeg, seats: PickedLeg['seats']): PickedLeg => ({ ...leg, seats });

/** A seat was pressed while the party has none: a chosen one is given up, another goes to the first without a seat. Undefined: nobody wants one. */
export function pickFresh(leg: PickedLeg, seat: string): PickedLeg | undefined {
  if (leg.seats.includes(seat))
    return withSeats(
      leg,
      leg.seats.map((other) => (other === seat ? null : other)),
    );
  const next = leg.seats.length === 1 ? 0 : leg.seats.indexOf(null);
  if (next < 0) return undefined;
  return withSeats(
    leg,
    leg.seats.map((other, at) => (at === next ? seat : other)),
  );
}

/** A seat was pressed while everybody has one: the passenger at `turn` moves there, or swaps with who sits there. */
export function moveTo(leg: PickedLeg, turn: number, seat: string): PickedLeg {
  const mine = leg.seats[turn] ?? null;
  return withSeats(
    leg,
    leg.seats.map((other, at) => (at === turn ? seat : other === seat ? mine : other)),
  );
}

export const isSeated = ({ seats }: PickedLeg): boolean => seats.every((seat) => seat !== null);
export const seatsPicked = ({ seats }: PickedLeg): string[] => seats.filter((seat) => seat !== null);
