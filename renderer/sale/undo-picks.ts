import { offerUndo, withdrawUndo } from '../parts/undo.tsx';
import type { Sale } from './sale.ts';
import { dispatch, useSale } from './sale-store.ts';

const ABOUT = 'picks';

/**
 * The sale as it is now, and how to bring it back while seats are picked: what a letter did when it was the beginning of a word. A new round,
 * so that the answer to B is not taken any more. A hold that is under way stands: its request is with the hub, perhaps in a line, and would hold seats
 * that no screen shows.
 */
export function keepSale(): () => boolean {
  const { sale, notice } = useSale.getState();
  return () => {
    const { sale: now, round } = useSale.getState();
    if (sale?.stage !== 'seats' || now?.stage !== 'seats' || now.busy === 'holding') return false;
    useSale.setState({ sale, notice, round: round + 1 });
    return true;
  };
}

/** The party of this moment with its seats comes back, while seats are being picked. */
function bringBack(before: Sale): void {
  useSale.setState(({ sale }) => (sale?.stage === 'seats' && sale.busy === null ? { sale: { ...before, refusal: null }, notice: '' } : {}));
}

/** Gives up all seats of the flight that is shown. It can be undone. */
export function clearSeats(): void {
  const { sale } = useSale.getState();
  const seats = sale?.legs[sale.active]?.seats.filter((seat) => seat !== null) ?? [];
  dispatch({ do: 'clear' });
  if (sale && seats.length > 0) offerUndo(ABOUT, `${seats.join(' ')} cleared`, () => bringBack(sale));
}

/** Takes a passenger out of the party, with the seat. It can be undone. */
export function dropPassenger(index: number, called: string): void {
  const { sale } = useSale.getState();
  dispatch({ do: 'dropPassenger', index });
  if (sale && useSale.getState().sale !== sale) offerUndo(ABOUT, `${called} taken out`, () => bringBack(sale));
}

/** Adds an infant to the lap of the first adult who has none. */
export function addLapInfant(): void {
  const { sale } = useSale.getState();
  const index = sale?.party.findIndex(({ type, infant }) => type === 'ADT' && !infant) ?? -1;
  if (index >= 0) dispatch({ do: 'changePassenger', index, change: { infant: true } });
}

const flightsOf = (sale: Sale | null): string => sale?.legs.map(({ flightId }) => flightId).join() ?? '';

// Once the seats are held, or another flight is open, there is nothing to bring back.
useSale.subscribe(({ sale }, before) => {
  if (sale !== before.sale && (sale?.stage !== 'seats' || flightsOf(sale) !== flightsOf(before.sale))) withdrawUndo(ABOUT);
});
