import { assert } from '../../../shared/assert.ts';
import { type Oversale, type OversaleCase, oversaleAt } from './oversale.ts';

/** What the number is chosen by: the most net revenue, or the most seats with P(shows > seats) at most `risk`. */
export type OversaleAim = { readonly by: 'revenue' } | { readonly by: 'risk'; readonly risk: number };

/**
 * How many seats of a cabin to sell, from `seats` to `most`, and what is then expected. It advises; a person decides. It takes for granted
 * that demand fills the number: where it does not, the number does no harm. Each further seat earns less and risks more than the one
 * before, so the search ends at the first that does not pay.
 * Source: Talluri and van Ryzin 2004, chapter 4 (binomial shows, economic and service-level criterion).
 */
export function adviseAuthorised(one: OversaleCase, aim: OversaleAim, most: number): Oversale {
  assert(one.showRate > 0 && one.showRate <= 1, 'a show rate is above 0 and at most 1');
  assert(one.deniedCost >= one.volunteerCost, 'denied boarding costs no less than a volunteer');
  let best = oversaleAt(one, one.seats);
  while (best.authorised < most) {
    const next = oversaleAt(one, best.authorised + 1);
    if (aim.by === 'revenue' ? next.net <= best.net : next.risk > aim.risk) break;
    best = next;
  }
  return best;
}
