import { accept } from '../../../shared/refusals.ts';
import type { Command } from '../command.ts';
import { protectChange } from './protect-change.ts';
import { type ChangeInput, takenOffer } from './taken-offer.ts';

/**
 * Before the next card of a change is asked: the change is checked again, so that no card is charged for what is gone, and its offer and its hold are kept for
 * the whole grace again.
 */
export const renewChange: Command<ChangeInput, { readonly renewed: true }> = async (context, input) => {
  const taken = await takenOffer(context, input);
  if (!taken.ok) return taken;
  await protectChange(context, input.offerId, taken.value.planned.hold);
  return accept({ renewed: true });
};
