import type { PolicyRule } from '../../shared/pricing/policy.ts';
import { policyProblem } from '../../shared/pricing/policy-problem.ts';
import { readMoment } from '../format/read-moment.ts';
import type { Draft } from './draft-store.ts';
import { sameRule } from './rule-changes.ts';

/** A draft as it can be published, or what keeps it from that. */
export type PublishPlan = { readonly validFrom: number | null; readonly validTo: number | null } | { readonly why: string };

interface Circumstances {
  /** Rules that price the scope now. */
  readonly inForce: readonly PolicyRule[];
  /** Differences to another publish that nobody has settled. */
  readonly open: number;
  readonly zone: string;
  /** The local date at the desk. */
  readonly today: string;
  readonly currency: string;
}

const REASON_LEAST = 3;

const isSame = (one: readonly PolicyRule[], other: readonly PolicyRule[]): boolean =>
  one.length === other.length && one.every((rule, at) => sameRule(rule, other[at]));

/** Reads when the draft is to be in force, and says the first thing that keeps it from being published. The hub looks at all of it again. */
export function publishPlan(draft: Draft, { inForce, open, zone, today, currency }: Circumstances): PublishPlan {
  if (open > 0) return { why: `${open} to settle` };
  const from = draft.from.trim().toLowerCase();
  const validFrom = from === '' || from === 'now' ? null : readMoment(draft.from, zone, today);
  if (typeof validFrom === 'string') return { why: `From: ${validFrom}` };
  const validTo = draft.until.trim() === '' ? null : readMoment(draft.until, zone, today);
  if (typeof validTo === 'string') return { why: `Until: ${validTo}` };
  if (isSame(draft.rules, inForce) && validFrom === null && validTo === null) return { why: 'Nothing is changed' };
  // The order of the rules and a fare of nothing show without the flights of the scope, which the hub asks.
  const wrong = policyProblem(draft.rules, [{ baseFare: 100_00, currency }]);
  if (wrong) return { why: wrong.problem };
  if (draft.reason.trim().length < REASON_LEAST) return { why: 'Write a reason' };
  return { validFrom, validTo };
}
