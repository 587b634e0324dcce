import { create } from 'zustand';
import type { Refusal } from '../../shared/refusals.ts';
import { onSessionOver } from '../client/on-session-over.ts';
import type { Screen } from '../stores/navigation-store.ts';
import { exitRowWords } from './exit-row-words.ts';
import { initialsOf } from './name-entry.ts';
import { type Sale, sittingOn, turnOf } from './sale.ts';
import { type SaleAction, step } from './sale-flow.ts';

export type FlightScreenAt = Extract<Screen, { name: 'flight' }>;

interface SaleStore {
  readonly sale: Sale | null;
  /** Counts the sales opened: an answer that was asked for an earlier one is not for this. */
  readonly round: number;
  /** Where the sale was opened from: coming back to the very same place goes on with it. */
  readonly opened: FlightScreenAt | null;
  /** Why a hold could not be opened. */
  readonly problem: Refusal | null;
  /** The result of the last key or press, when the seats do not show it. */
  readonly notice: string;
  /** Sales whose hold lives on while another customer is served, by booking. */
  readonly parked: Readonly<Record<number, Sale>>;
}

const NO_SALE = { sale: null, opened: null, problem: null, notice: '', parked: {} };

export const useSale = create<SaleStore>(() => ({ ...NO_SALE, round: 0 }));

onSessionOver(() => useSale.setState(({ round }) => ({ ...NO_SALE, round: round + 1 })));

export function dispatch(action: SaleAction): void {
  useSale.setState(({ sale }) => (sale ? { sale: step(sale, action), notice: '' } : {}));
}

export const setNotice = (notice: string): void => useSale.setState({ notice });

/** Parks a sale that is left while its hold lives. Its chip in the tray brings it back. */
export function park(): void {
  useSale.setState(({ sale, parked }) =>
    sale?.stage === 'details' && sale.booking ? { parked: { ...parked, [sale.booking.bookingId]: sale } } : {},
  );
}

/** The mark that a chosen seat bears: initials, or the number of the passenger; undefined when it is not chosen. */
export function markOf(sale: Sale | null, flightId: number, seat: string): string | undefined {
  if (!sale || (sale.stage !== 'seats' && sale.stage !== 'details')) return undefined;
  const place = sale.legs.find((leg) => leg.flightId === flightId)?.seats.indexOf(seat) ?? -1;
  return place < 0 ? undefined : initialsOf(sale.party[place]?.name ?? '', place + 1, sale.party[place]?.host);
}

/** Why the passenger whose turn it is may not sit in an exit row of this flight. */
export function exitRowRestriction(sale: Sale | null, flightId: number): string | undefined {
  const place = sale?.stage === 'seats' ? sale.legs.findIndex((each) => each.flightId === flightId) : -1;
  const leg = sale?.legs[place];
  if (!sale || !leg) return undefined;
  const turn = turnOf(sale, leg);
  const passenger = sittingOn(sale, place)[turn < 0 ? 0 : turn];
  return passenger && exitRowWords(passenger);
}

/** Seats offered but not taken: the choice after the one taken, or what a refusal offered. */
export function isSuggested(sale: Sale | null, flightId: number, seat: string): boolean {
  if (!sale) return false;
  if (sale.stage === 'lost') return sale.legs.some((leg) => leg.flightId === flightId && leg.seats.includes(seat));
  if (sale.stage !== 'seats' || sale.advice?.flightId !== flightId) return false;
  return sale.advice.choices[sale.advice.taken + 1]?.seats.includes(seat) === true;
}
