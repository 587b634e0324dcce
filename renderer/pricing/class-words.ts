import type { ClassDecision, ClassOverride, OverrideScope } from '../../shared/methods/class-overrides.ts';
import { dateLabel } from '../format/times.ts';

/** What was decided about a class, after its letter. */
export const DECISION_WORDS: Readonly<Record<ClassDecision, string>> = {
  open: 'opened by hand',
  closed: 'closed by hand',
  policy: 'given back to the policy',
};

/** The same where little room is. */
export const SHORT_WORDS: Readonly<Record<ClassDecision, string>> = { open: 'open', closed: 'closed', policy: 'given back' };

/** `JFK–LAX, Sat 05 Dec to Mon 07 Dec`. */
export const routeDaysText = ({ origin, destination, from, to }: Extract<OverrideScope, { kind: 'route' }>): string =>
  `${origin}\u2013${destination}, ${from === to ? dateLabel(from) : `${dateLabel(from)} to ${dateLabel(to)}`}`;

/** Whether two decisions are about the same flight, or about the same route whatever its days: the hub has them follow each other. */
export function isSamePlace(one: OverrideScope, other: OverrideScope): boolean {
  if (one.kind === 'flight') return other.kind === 'flight' && one.flightId === other.flightId;
  return other.kind === 'route' && one.origin === other.origin && one.destination === other.destination;
}

/** The newest decision about this class of this flight or route. `all`: newest first. */
export const newestAbout = (
  all: readonly ClassOverride[],
  { scope, cabin, code }: Pick<ClassOverride, 'scope' | 'cabin' | 'code'>,
): ClassOverride | undefined => all.find((one) => one.cabin === cabin && one.code === code && isSamePlace(one.scope, scope));
