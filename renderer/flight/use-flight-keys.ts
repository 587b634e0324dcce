import { useKeys } from '../parts/use-keys.ts';
import type { Sale } from '../sale/sale.ts';
import { bestSeats, extendHold, giveChange, holdAgain, holdSeats, nextCustomer, releaseHold } from '../sale/sale-actions.ts';
import { dispatch } from '../sale/sale-store.ts';
import { focusChosen } from '../sale/use-default-focus.ts';
import { useKeyHelp } from '../stores/key-help-store.ts';

/** For the key sheet. */
const FLIGHT_KEYS = [
  { keys: ['Arrows'], does: 'walk the seats; Home and End to the ends of the row, PgUp and PgDn to the next cabin' },
  { keys: ['Space'], does: 'pick a seat, or give it up' },
  { keys: ['B'], does: 'the best seats for the party; again, the next best' },
  { keys: ['A', 'C', 'I'], does: 'add an adult, a child, an infant in a seat' },
  { keys: ['L'], does: 'seats as a list, and back' },
  { keys: ['Enter'], does: 'pick, then hold; then the next field, then take and confirm' },
  { keys: ['\u2191', '\u2193'], does: 'in the amount: cash, card or voucher' },
  { keys: ['E', 'Del'], does: 'keep the hold longer, release it; not while typing' },
  { keys: ['Esc'], does: 'clear the seats that were picked' },
  { keys: ['Y'], does: 'after the sale: the change is given back' },
  { keys: ['N', 'P'], does: 'after the sale: next customer, print the receipt; Enter does nothing' },
] as const;

/** The keys of the flight screen. Which of them work depends on the stage of the sale. */
export function useFlightKeys({ stage }: Sale, onList: () => void): void {
  useKeyHelp('Flight', FLIGHT_KEYS);
  const seats = stage === 'seats';
  const details = stage === 'details';
  const ended = stage === 'confirmed' || stage === 'lost';
  const keys: Readonly<Record<string, (() => void) | undefined>> = {
    L: onList,
    B: seats ? () => void bestSeats().then(() => focusChosen()) : undefined,
    A: seats ? () => dispatch({ do: 'addPassenger', type: 'ADT' }) : undefined,
    C: seats ? () => dispatch({ do: 'addPassenger', type: 'CHD' }) : undefined,
    I: seats ? () => dispatch({ do: 'addPassenger', type: 'INS' }) : undefined,
    Escape: seats ? () => dispatch({ do: 'clear' }) : undefined,
    Enter: seats ? () => void holdSeats() : stage === 'lost' ? () => void holdAgain() : undefined,
    E: details ? () => void extendHold() : undefined,
    Delete: details ? () => void releaseHold() : undefined,
    Y: stage === 'confirmed' ? giveChange : undefined,
    N: ended ? nextCustomer : undefined,
    P: stage === 'confirmed' ? () => window.print() : undefined,
  };
  useKeys((key) => {
    const run = keys[key];
    run?.();
    return run !== undefined;
  });
}
