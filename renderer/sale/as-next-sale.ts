import { useSale } from './sale-store.ts';
import { askWhoSells, pinUsedFor } from './who-sells.ts';

/**
 * Brings a hold to this desk that no seats were picked for here: one that is revived, taken over, or given to a party that waited. It opens as the next
 * sale, so a shared desk asks first who sells. Undefined when it asked, or when the hold did not come.
 */
export async function asNextSale<Hold>(bring: () => Promise<Hold | undefined>): Promise<Hold | undefined> {
  const round = useSale.getState().round + 1;
  if (askWhoSells(round)) return undefined;
  const hold = await bring();
  if (hold) pinUsedFor(round);
  return hold;
}
