import { PASSENGER_TYPES, type PassengerType } from '../passengers.ts';
import { roundedTo } from './exact.ts';
import { type PolicyRule, SEAT_TYPES, type SeatType } from './policy.ts';
import { policyNeeds } from './policy-needs.ts';
import { type Priced, priceAfter } from './price-by-policy.ts';
import type { PriceQuestion } from './rules/price-rule.ts';

type FaresOfSeats = Record<SeatType, number>;

/** Fares in minor units. A passenger who is left out pays as an adult, and an infant on the lap who is left out pays nothing. */
export type FaresOfEach = { ADT: FaresOfSeats } & { [Passenger in Exclude<PassengerType, 'ADT'>]?: FaresOfSeats };

/**
 * What each kind of seat costs each kind of passenger whom the policy names; undefined where all pay the same. The rules before the first
 * that asks for a seat or a passenger are worked out once for all of them. `priced`: an adult in a standard seat, as `question` asks.
 */
export function faresOfEach(
  rules: readonly PolicyRule[],
  question: PriceQuestion,
  { fare, beforeSeats }: Pick<Priced, 'fare' | 'beforeSeats'>,
): FaresOfEach | undefined {
  const { eachSeat, seatType, passengerType, ofSeats } = policyNeeds(rules);
  if (!eachSeat) return undefined;
  const fareOf = (seat: SeatType, passenger: PassengerType): number => {
    if (seat === question.seat && passenger === question.passenger) return fare;
    return roundedTo(priceAfter(ofSeats, { ...question, seat, passenger }, beforeSeats), 1);
  };
  const faresOf = (passenger: PassengerType): FaresOfSeats => {
    const standard = fareOf('standard', passenger);
    const fares: FaresOfSeats = { standard, preferred: standard, extraLegroom: standard, exit: standard };
    if (seatType) for (const seat of SEAT_TYPES) if (seat !== 'standard') fares[seat] = fareOf(seat, passenger);
    return fares;
  };
  const each: FaresOfEach = { ADT: faresOf('ADT') };
  if (passengerType) for (const passenger of PASSENGER_TYPES) if (passenger !== 'ADT') each[passenger] = faresOf(passenger);
  return each;
}
