import { POLICY_AHEAD_MS } from '../../shared/bounds.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { DAY_MS, HOUR_MS, type Instant, instant } from '../../shared/instants.ts';
import type { PolicyScope } from '../../shared/methods/policy-view.ts';
import { type Minor, moneyText } from '../../shared/money.ts';
import type { PolicyRule } from '../../shared/pricing/policy.ts';
import { type FiledFare, policyProblem } from '../../shared/pricing/policy-problem.ts';
import { priceSlip } from '../../shared/pricing/price-slip.ts';
import { accept, type Refused, refuse } from '../../shared/refusals.ts';
import type { PoliciesInForce } from '../pricing/policies-in-force.ts';
import type { FlightRow } from '../store/tables/flights-table.ts';
import { addPolicy, policyByVersion, publishedOf, type StoredPolicy } from '../store/tables/policies-table.ts';
import { newestRefundVersions } from '../store/tables/refund-policies-table.ts';
import { readPolicies } from '../views/known-policies.ts';
import { findScope } from '../views/policy-scope.ts';
import { policyView } from '../views/policy-view.ts';
import { serviceDate } from '../views/price-question.ts';
import type { Command, CommandContext } from './command.ts';
import { flightOver } from './flight-over.ts';

/** `filed`: the lowest and highest base fares of the flights of the scope, which the hub has read beside the sales. */
export type PublishPolicy = Omit<Input<'pricing.publish'>, 'requestId'> & { readonly filed: readonly FiledFare[] };

/**
 * Adds a version: from `validFrom` on (now when null) new quotes of its scope are worked out by it, and holds keep their fares. Nothing is written
 * to flights, so that it takes as long for a million of them as for one. Refuses, in this order: a scope that there is not, dates, a version of
 * somebody else in between, rules that could give no fit price, and a price that jumps and was not typed.
 */
export const publishPolicy: Command<PublishPolicy, Output<'pricing.publish'>> = async (context, input) => {
  const { db, now, actor, reference, emit } = context;
  const { scope } = input;
  const found = await findScope(db, reference, scope);
  if (!found.ok) return found;
  const { flight } = found;
  const validFrom = instant(input.validFrom ?? now);
  const untimely = (flight && flightOver(flight, now)) ?? datesProblem(input, validFrom, now);
  if (untimely) return untimely;
  const policies = await readPolicies(db);
  const [newest] = policies.ownOf(scope);
  if ((newest?.version ?? 0) !== input.basedOn) return changedMeanwhile(context, newest?.version);
  const rules = await rulesToPublish(context, input);
  if (!rules.ok) return rules;
  const unknown = await unknownRefund(context, rules.value ?? []);
  if (unknown) return unknown;
  const wrong = problemWith(policies, input, rules.value, flight, validFrom, now);
  if (wrong) return wrong;

  const policy: StoredPolicy = {
    version: policies.newest + 1,
    scope,
    rules: rules.value && [...rules.value],
    validFrom,
    validTo: input.validTo === null ? null : instant(input.validTo),
    author: actor.user,
    reason: input.reason,
    publishedAt: now,
    again: input.again ?? null,
  };
  await addPolicy(db, policy);
  emit('policy.published', publishedOf(policy));
  return accept(policyView(policy));
};

function datesProblem({ validTo }: PublishPolicy, validFrom: Instant, now: Instant): Refused | undefined {
  const most = now + POLICY_AHEAD_MS;
  const problem =
    validFrom < now
      ? 'it would begin in the past'
      : validTo !== null && validTo <= validFrom
        ? 'it would end before it begins'
        : validFrom > most || (validTo ?? 0) > most
          ? `nothing is planned further ahead than ${POLICY_AHEAD_MS / DAY_MS} days`
          : undefined;
  return problem === undefined ? undefined : refuse('POLICY_DATES', { problem });
}

async function changedMeanwhile({ db }: CommandContext, version: number | undefined): Promise<Refused> {
  const theirs = version === undefined ? undefined : await policyByVersion(db, version);
  return refuse('POLICY_CHANGED', { version: version ?? 0, author: theirs?.author ?? '', policy: theirs ? policyView(theirs) : null });
}

const sameScope = (one: PolicyScope, other: PolicyScope): boolean => JSON.stringify(one) === JSON.stringify(other);

/** New rules, or those of an earlier version of this scope. */
async function rulesToPublish(
  { db }: CommandContext,
  { scope, rules, again }: PublishPolicy,
): Promise<{ readonly ok: true; readonly value: readonly PolicyRule[] | null } | Refused> {
  if (again === undefined) return accept(rules);
  const earlier = await policyByVersion(db, again);
  return earlier && sameScope(earlier.scope, scope) ? accept(earlier.rules) : refuse('POLICY_UNKNOWN', { version: again });
}

/** Fares cannot be sold with a refund policy that is not there. */
async function unknownRefund({ db }: CommandContext, rules: readonly PolicyRule[]): Promise<Refused | undefined> {
  const names = rules.flatMap((rule) => (rule.rule === 'refund' ? [rule.policy] : []));
  const known = names.length === 0 ? undefined : await newestRefundVersions(db);
  const unknown = names.find((name) => !known?.has(name));
  return unknown === undefined ? undefined : refuse('POLICY_WRONG', { problem: `there is no refund policy ${unknown}` });
}

function problemWith(
  policies: PoliciesInForce,
  { scope, filed, typed, again }: PublishPolicy,
  rules: readonly PolicyRule[] | null,
  flight: FlightRow | undefined,
  validFrom: Instant,
  now: Instant,
): Refused | undefined {
  if (!rules && scope.kind === 'network') return refuse('POLICY_WRONG', { problem: 'the network always has one' });
  if (rules) {
    const wrong = policyProblem(rules, filed);
    if (wrong) return refuse('POLICY_WRONG', { ...wrong });
  }
  // What was in force before was found fit then, and to go back must not be held up.
  if (again !== undefined) return undefined;
  const wider = flight ? policies.ofRoute(flight, validFrom) : policies.ofNetwork(validFrom);
  const hourBefore = policies.ofScope(scope, flight, instant(Math.max(0, validFrom - HOUR_MS))).rules;
  const slip = priceSlip(hourBefore, rules ?? wider.rules, filed, serviceDate(Math.floor(now / DAY_MS)));
  if (!slip || typed === slip.fare) return undefined;
  const { question, before, fare, percent } = slip;
  const text = (amount: Minor) => `${moneyText(amount, question.currency)} ${question.currency}`;
  return refuse('POLICY_SLIP', {
    ...{ fare, before, percent, question, fareText: text(fare), beforeText: text(before) },
  });
}
