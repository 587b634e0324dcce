import { PARTY_MAX } from '../../shared/bounds.ts';
import type { SeatedType } from '../../shared/passengers.ts';
import type { Cabin } from '../../shared/seat-map.ts';
import { withoutPassenger, withPassenger } from './party-seats.ts';
import { passengerOf } from './passenger-of.ts';
import { type Advice, type Sale, type SaleLeg, turnOf } from './sale.ts';

/** What only a sale whose seats are being picked knows. */
export type PickingAction =
  | { readonly do: 'addPassenger'; readonly type: SeatedType }
  | { readonly do: 'dropPassenger'; readonly index: number }
  | { readonly do: 'pick'; readonly seat: string; readonly cabin: Cabin }
  | { readonly do: 'advise'; readonly advice: Advice }
  | { readonly do: 'take'; readonly choice: number }
  | { readonly do: 'keep'; readonly leg: number; readonly cabin: Cabin; readonly seats: readonly (string | null)[] }
  | { readonly do: 'clear' }
  | { readonly do: 'seatsGone'; readonly flightId: number; readonly seats: readonly string[] }
  | { readonly do: 'confirmExitRow'; readonly on: boolean }
  | { readonly do: 'promotion'; readonly code: string }
  | { readonly do: 'override'; readonly reason: string }
  | { readonly do: 'minutes'; readonly minutes: number | null };

const activeLeg = (sale: Sale): SaleLeg | undefined => sale.legs[sale.active];
const changeLeg = (sale: Sale, leg: number, change: (leg: SaleLeg) => SaleLeg): Sale => ({
  ...sale,
  legs: sale.legs.map((each, index) => (index === leg ? change(each) : each)),
});
/** An exit row that was confirmed by voice is confirmed for the seats of that moment alone. */
const reseated = (sale: Sale): Sale => ({ ...sale, exitRowConfirmed: false, refusal: null });

/** The sale after an action of somebody who picks seats for a party. */
export function pickingStep(sale: Sale, action: PickingAction): Sale {
  switch (action.do) {
    case 'addPassenger':
      if (sale.party.length >= PARTY_MAX) return sale;
      return { ...withPassenger(reseated(sale), passengerOf(action.type)), advice: null };
    case 'dropPassenger':
      if (sale.party.length === 1 || !sale.party[action.index]) return sale;
      return { ...withoutPassenger(reseated(sale), action.index), advice: null };
    case 'pick':
      return pick(sale, action.seat, action.cabin);
    case 'advise':
      // A refusal that offers other seats than this advice would contradict it.
      return { ...sale, advice: action.advice, refusal: sale.refusal?.details.nextBest === undefined ? sale.refusal : null };
    case 'take': {
      const choice = sale.advice?.choices[action.choice];
      const leg = sale.legs.findIndex((each) => each.flightId === sale.advice?.flightId);
      if (!sale.advice || !choice || choice.seats.length !== sale.legs[leg]?.seats.length) return sale;
      const seated = changeLeg(reseated(sale), leg, (each) => ({ ...each, kept: undefined, seats: choice.seats }));
      return { ...seated, active: leg, advice: { ...sale.advice, taken: action.choice, because: '' } };
    }
    case 'keep':
      return changeLeg(reseated(sale), action.leg, (leg) => ({ ...leg, cabin: action.cabin, seats: action.seats, kept: true }));
    case 'clear':
      return {
        ...changeLeg(reseated(sale), sale.active, (leg) => ({ ...leg, kept: undefined, seats: leg.seats.map(() => null) })),
        advice: null,
      };
    case 'seatsGone':
      return {
        ...sale,
        legs: sale.legs.map((leg) => (leg.flightId === action.flightId ? withoutSeats(leg, action.seats) : leg)),
        active: Math.max(
          0,
          sale.legs.findIndex((leg) => leg.flightId === action.flightId),
        ),
      };
    case 'confirmExitRow':
      return { ...sale, exitRowConfirmed: action.on, refusal: sale.refusal?.code === 'EXIT_ROW_UNCONFIRMED' ? null : sale.refusal };
    case 'minutes':
      return { ...sale, minutes: action.minutes };
    case 'override':
      return { ...sale, override: action.reason };
    case 'promotion':
      return { ...sale, promotion: action.code, refusal: null };
  }
}

export const withoutSeats = (leg: SaleLeg, gone: readonly string[]): SaleLeg => ({
  ...leg,
  seats: leg.seats.map((seat) => (seat !== null && gone.includes(seat) ? null : seat)),
});

/** A chosen seat is given up, any other goes to the passenger whose turn it is. The first pick of a leg decides its cabin. */
function pick(sale: Sale, seat: string, cabin: Cabin): Sale {
  const leg = activeLeg(sale);
  if (!leg) return sale;
  if (leg.seats.includes(seat))
    return changeLeg(reseated(sale), sale.active, (each) => ({ ...withoutSeats(each, [seat]), kept: undefined }));
  const turn = turnOf(sale, leg);
  if (turn < 0) return sale;
  const others = leg.seats.some((other, index) => other !== null && index !== turn);
  if (others && leg.cabin !== cabin) return sale;
  const advice = sale.advice?.choices.some((choice) => choice.seats.includes(seat)) ? sale.advice : null;
  return {
    ...changeLeg(reseated(sale), sale.active, (each) => ({
      ...each,
      cabin,
      kept: undefined,
      seats: each.seats.map((other, index) => (index === turn ? seat : other)),
    })),
    advice,
  };
}

/** Why a pick changed nothing, in a sentence for the advice line; empty when it did. */
export function pickProblem(sale: Sale, seat: string, cabin: Cabin): string {
  const leg = activeLeg(sale);
  if (sale.stage !== 'seats' || !leg || leg.seats.includes(seat)) return '';
  const turn = turnOf(sale, leg);
  if (turn < 0) return 'Everybody has a seat. Pick a chosen seat to give it up, or Esc clears them all.';
  const others = leg.seats.some((other, index) => other !== null && index !== turn);
  return others && leg.cabin !== cabin ? `${seat} is in another cabin. Esc clears the seats, then pick again.` : '';
}
