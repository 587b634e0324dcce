import { WAYS_BOOKINGS_MAX } from '../../../shared/bounds.ts';
import type { ChangedBooking } from '../../../shared/methods/reaccommodation.ts';
import type { Refusal, Reply } from '../../../shared/refusals.ts';
import { serverNow } from '../../stores/clock-store.ts';
import { type DeskState, useDesk } from './desk-store.ts';
import { selectedOf } from './selection.ts';
import { standingOf } from './standing.ts';

/** How a booking stands at this moment. */
export const standing = (row: ChangedBooking) => standingOf(useDesk.getState(), row, serverNow());

/** The bookings that would be accepted now. */
export const selectedNow = (): readonly ChangedBooking[] => {
  const { rows, leftOut } = useDesk.getState();
  return selectedOf(rows, standing, leftOut);
};

export const without = <Value>(map: ReadonlyMap<number, Value>, bookingIds: Iterable<number>): ReadonlyMap<number, Value> => {
  const left = new Map(map);
  for (const bookingId of bookingIds) left.delete(bookingId);
  return left;
};

/** One step at a time: a second press while one is under way does nothing. */
export async function step(doing: NonNullable<DeskState['doing']>, run: () => Promise<Refusal | null>): Promise<void> {
  if (useDesk.getState().doing) return;
  useDesk.setState({ doing, refused: null });
  const refused = await run().finally(() => useDesk.setState({ doing: null }));
  useDesk.setState({ refused });
}

/**
 * Asks the hub about so many at a time as it takes at once, one part after the other. `take` is called with each answer. Gives the first refusal; what
 * was answered before it stays done.
 */
export async function inParts<Item, Value>(
  items: readonly Item[],
  ask: (part: Item[]) => Promise<Reply<Value>>,
  take: (value: Value) => void,
): Promise<Refusal | null> {
  for (let at = 0; at < items.length; at += WAYS_BOOKINGS_MAX) {
    const reply = await ask(items.slice(at, at + WAYS_BOOKINGS_MAX));
    if (!reply.ok) return reply.refusal;
    take(reply.value);
  }
  return null;
}
