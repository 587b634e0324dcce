import { blockReason } from '../../shared/seat-blocks.ts';
import { CABIN_NAMES, type Seat } from '../../shared/seat-map.ts';
import { countdownSpoken } from '../format/times.ts';
import type { SeatClaim } from './seat-events.ts';

export const SEAT_LOOKS = ['free', 'chosen', 'here', 'elsewhere', 'sold', 'blocked', 'restricted'] as const;
/** How a seat is drawn. `restricted` is free, but not for the passenger whose seat is being picked. */
export type SeatLook = (typeof SEAT_LOOKS)[number];

export interface SeatSight {
  readonly seat: Seat;
  readonly claim: SeatClaim | undefined;
  readonly ownDesk: string;
  /** The mark of the passenger for whom the seat is chosen. */
  readonly chosenFor: string | undefined;
  /** Why this party may not sit here, in words. */
  readonly restriction: string | undefined;
}

export function lookOf({ seat, claim, ownDesk, chosenFor, restriction }: SeatSight): SeatLook {
  if (chosenFor !== undefined) return 'chosen';
  if (claim?.state === 'sold' || claim?.state === 'blocked') return claim.state;
  if (claim) return claim.desk === ownDesk ? 'here' : 'elsewhere';
  if (!seat.sellable) return 'blocked';
  return restriction ? 'restricted' : 'free';
}

/** PADIS 9825 characteristics that a passenger would ask about; others are drawn but not said. */
const FEATURES: Readonly<Record<string, string>> = {
  W: 'window',
  A: 'aisle',
  '9': 'middle',
  E: 'exit row',
  L: 'extra legroom',
  B: 'bassinet',
  K: 'bulkhead',
  H: 'accessible',
  CH: 'chargeable',
  '6': 'near galley',
  '7': 'near lavatory',
};

export const featuresOf = (seat: Seat): string[] => seat.codes.flatMap((code) => FEATURES[code] ?? []);

const SEATS_TOLD = 6;

/** `12D 12E`; of many seats the first, and how many more. */
export const fewSeats = (seats: readonly string[]): string =>
  seats.length <= SEATS_TOLD ? seats.join(' ') : `${seats.slice(0, SEATS_TOLD - 1).join(' ')} and ${seats.length - SEATS_TOLD + 1} more`;

/** `blocked: INOP, not usable until repaired`. A seat of the map that is never sold is just blocked. */
export function blockWords(claim: SeatClaim | undefined): string {
  const [worst] = claim?.blocks ?? [];
  return worst ? `blocked: ${blockReason(worst.code)}` : 'blocked';
}

export function stateWords(look: SeatLook, sight: SeatSight): string {
  switch (look) {
    case 'chosen':
      return sight.chosenFor ? `chosen for ${sight.chosenFor}` : 'chosen';
    case 'here':
      return 'held by this desk';
    case 'elsewhere':
      return `held by desk ${sight.claim?.desk ?? ''}`.trim();
    case 'blocked':
      return blockWords(sight.claim);
    case 'restricted':
      return `restricted for this party: ${sight.restriction ?? ''}`;
    default:
      return look;
  }
}

/** `12 C, economy, aisle, held by desk T1-02, 3 minutes 10 left`. */
export function seatLabel(sight: SeatSight, now: number, suggested = false): string {
  const { seat, claim } = sight;
  const look = lookOf(sight);
  const words = [`${seat.row} ${seat.letter}`, CABIN_NAMES[seat.cabin], ...featuresOf(seat), stateWords(look, sight)];
  if ((look === 'here' || look === 'elsewhere') && claim?.until != null) words.push(`${countdownSpoken(claim.until - now)} left`);
  if (suggested && look === 'free') words.push('next best');
  return words.join(', ');
}
