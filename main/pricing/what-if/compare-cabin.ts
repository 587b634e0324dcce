import type { Unchanged } from '../../../shared/methods/pricing-what-if.ts';
import type { Minor } from '../../../shared/money.ts';
import type { PolicyRule } from '../../../shared/pricing/policy.ts';
import { fareByPolicy } from '../../../shared/pricing/price-by-policy.ts';
import type { PriceQuestion } from '../../../shared/pricing/rules/price-rule.ts';

/** A cabin under two policies, in minor units of the flight's currency. `why`: set when both prices are equal. */
export interface ComparedCabinPrice {
  readonly before: Minor;
  readonly after: Minor;
  readonly why?: Unchanged;
}

const railless = new WeakMap<readonly PolicyRule[], readonly PolicyRule[]>();

/** The same rules without floors and ceilings. They are asked for a million times, so they are kept by the rules that they come from. */
function withoutRails(rules: readonly PolicyRule[]): readonly PolicyRule[] {
  let open = railless.get(rules);
  if (!open) {
    open = rules.filter(({ rule }) => rule !== 'floor' && rule !== 'ceiling');
    railless.set(rules, open);
  }
  return open;
}

/** One cabin as it stands, priced by the rules in force and by other ones. */
export function compareCabin(question: PriceQuestion, before: readonly PolicyRule[], after: readonly PolicyRule[]): ComparedCabinPrice {
  const was = fareByPolicy(before, question);
  const will = fareByPolicy(after, question);
  if (was !== will) return { before: was, after: will };
  const open = withoutRails(after);
  const free = open.length === after.length ? will : fareByPolicy(open, question);
  return { before: was, after: will, why: free < will ? 'floor' : free > will ? 'ceiling' : 'same' };
}

/** A cabin that the change does not reach, so that it is priced once. */
export function unchangedCabin(question: PriceQuestion, rules: readonly PolicyRule[], why: Unchanged): ComparedCabinPrice {
  const fare = fareByPolicy(rules, question);
  return { before: fare, after: fare, why };
}
