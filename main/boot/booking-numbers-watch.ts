import { BOOKING_NUMBERS_LEFT_TOLD } from '../../shared/bounds.ts';
import type { Hub } from '../hub/hub.ts';
import { bookingNumbersLeft } from '../store/locators.ts';

/**
 * Tells, long before the last booking number is given out, that the numbers of this store run out. `last`: the number given last;
 * `trouble` hears a new sentence each time fewer are left than BOOKING_NUMBERS_LEFT_TOLD names. Returns how to stop.
 */
export function watchBookingNumbers(hub: Pick<Hub, 'on'>, last: number, trouble: (problem: string) => void): () => void {
  const look = (given: number): void => {
    const left = bookingNumbersLeft(given);
    const told = BOOKING_NUMBERS_LEFT_TOLD.findLast((bound) => left <= bound);
    if (told !== undefined) trouble(sentence(told));
  };
  look(last);
  return hub.on((events) => {
    const placed = events.findLast((event) => event.type === 'hold.placed' || event.type === 'way.kept');
    if (placed?.type === 'hold.placed' || placed?.type === 'way.kept') look(placed.data.bookingId);
  });
}

const sentence = (left: number): string =>
  left === 0
    ? 'This store has given out its last booking number and holds no more seats. Sell from a new store: start Aisle with another data folder.'
    : `At most ${left.toLocaleString('en')} booking numbers are left in this store. Before they are gone, go on with a new store: start Aisle with another data folder.`;
