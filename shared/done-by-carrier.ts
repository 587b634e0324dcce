import { type LegChangeKind, worstChange } from './leg-change.ts';

/** What the carrier does to a flight for which all of its price goes back, without a fee. The carrier follows. */
const WORDS: Readonly<Partial<Record<LegChangeKind, string>>> = {
  cancelled: 'cancelled by',
  otherDestination: 'flown elsewhere by',
  missed: 'missed because of',
  connection: 'connection lost by',
  movedFar: 'moved by',
  seatGone: 'seat taken away by',
};

/**
 * Why all of a price goes back, `cancelled by AA`: the worst that the carrier has done to these legs. Undefined when it has done nothing that
 * matters so much. `flight`: `AA 2336`. `seats`: what its passengers have there.
 */
export function doneByCarrier(
  legs: readonly { readonly kind: LegChangeKind; readonly flight: string; readonly seats: readonly string[] }[],
): string | undefined {
  // Who has another seat instead gets back what it costs less.
  const worst = worstChange(legs.filter(({ kind, seats }) => kind !== 'seatGone' || seats.includes('over')));
  const words = worst && WORDS[worst.kind];
  return words && `${words} ${worst.flight.split(' ')[0]}`;
}
