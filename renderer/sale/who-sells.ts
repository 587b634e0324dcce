import { useSession } from '../client/session-store.ts';
import { lock } from '../stores/session-actions.ts';
import { asksBeforeSale } from '../stores/settings-in-force.ts';

/** The round of the sale for which the last PIN was used; undefined while it was used for none. */
let usedFor: number | undefined;

useSession.subscribe(({ session, locked }, before) => {
  if (session !== before.session || (before.locked && !locked)) usedFor = undefined;
});

/** The PIN that was given last has been used for the sale of this round. */
export const pinUsedFor = (round: number): void => {
  usedFor ??= round;
};

/**
 * Locks a shared desk before a sale when the last PIN was used for another one, so that whoever sells next signs in first. A hold that is placed
 * again for the same customer is still the same sale. Returns whether it locked.
 */
export function askWhoSells(round: number): boolean {
  if (!asksBeforeSale() || usedFor === undefined || usedFor === round) return false;
  void lock('sale');
  return true;
}
