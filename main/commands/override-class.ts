import { OVERRIDE_DAYS_MAX } from '../../shared/bounds.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { DAY_MS, dayNumber, type Instant } from '../../shared/instants.ts';
import type { ClassOverride, OverrideScope } from '../../shared/methods/class-overrides.ts';
import { accept, type Refused, refuse } from '../../shared/refusals.ts';
import { ClassOverrides, lettersOf, type OverriddenFlight } from '../pricing/class-overrides.ts';
import type { PoliciesInForce } from '../pricing/policies-in-force.ts';
import { addOverride, overriddenOf, overridesAfter } from '../store/tables/class-overrides-table.ts';
import type { FlightRow } from '../store/tables/flights-table.ts';
import { readPolicies } from '../views/known-policies.ts';
import { findScope } from '../views/policy-scope.ts';
import type { Command } from './command.ts';
import { flightOver } from './flight-over.ts';
import { offerOpened } from './waitlist/offer-opened.ts';

type Asked = Input<'pricing.overrideClass'>;

/** Adds a decision about one booking class. It counts for every quote from now on; holds keep their fares. */
export const overrideClass: Command<Asked, Output<'pricing.overrideClass'>> = async (context, input) => {
  const { db, now, actor, reference, emit } = context;
  const { requestId: _, basedOn, ...asked } = input;
  const found = await findScope(db, reference, asked.scope);
  if (!found.ok) return found;
  const untimely = (found.flight && flightOver(found.flight, now)) ?? datesProblem(asked.scope, now);
  if (untimely) return untimely;
  const all = await overridesAfter(db, 0);
  const theirs = all.findLast((one) => isAboutSame(one, asked));
  if ((theirs?.number ?? 0) !== basedOn) return refuse('OVERRIDE_CHANGED', { ...changedBy(theirs), override: theirs ?? null });
  const override: ClassOverride = { ...asked, number: (all.at(-1)?.number ?? 0) + 1, author: actor.user, at: now };
  const wrong = classProblem(await readPolicies(db), new ClassOverrides([...all, override]), override, found.flight, now);
  if (wrong) return wrong;
  await addOverride(db, override);
  emit('class.overridden', overriddenOf(override));
  if (override.decision !== 'closed') await offerOpened(context, override.scope, override.cabin, override.code);
  return accept(override);
};

/** The first day may be yesterday's: it is still today somewhere. */
function datesProblem(scope: OverrideScope, now: Instant): Refused | undefined {
  if (scope.kind === 'flight') return undefined;
  const [first, last, today] = [dayNumber(scope.from), dayNumber(scope.to), Math.floor(now / DAY_MS)];
  const problem =
    last < first
      ? 'the last day is before the first'
      : last < today - 1
        ? 'they are over'
        : last - first >= OVERRIDE_DAYS_MAX
          ? `they are more than ${OVERRIDE_DAYS_MAX} days`
          : undefined;
  return problem === undefined ? undefined : refuse('OVERRIDE_DATES', { problem });
}

/** Decisions about the same class of one flight, or of one route whatever its days, follow each other. */
function isAboutSame(one: ClassOverride, { scope, cabin, code }: Pick<ClassOverride, 'scope' | 'cabin' | 'code'>): boolean {
  if (one.cabin !== cabin || one.code !== code) return false;
  if (scope.kind === 'flight') return one.scope.kind === 'flight' && one.scope.flightId === scope.flightId;
  return one.scope.kind === 'route' && one.scope.origin === scope.origin && one.scope.destination === scope.destination;
}

const changedBy = (theirs: ClassOverride | undefined) => ({
  number: theirs?.number ?? 0,
  author: theirs?.author ?? 'nobody',
  decision: theirs?.decision ?? 'policy',
  code: theirs?.code ?? '',
});

function classProblem(
  policies: PoliciesInForce,
  after: ClassOverrides,
  { scope, cabin, code, decision }: ClassOverride,
  flight: FlightRow | undefined,
  now: Instant,
): Refused | undefined {
  // A decision is taken back whatever the policy says by now.
  if (decision === 'policy') return undefined;
  const { rules } = flight ? policies.of(flight, now) : policies.ofRoute(scope as { origin: string; destination: string }, now);
  const codes = rules.flatMap((rule) => (rule.rule === 'bookingClasses' ? rule.cabins[cabin].map((one) => one.code) : []));
  if (!codes.includes(code)) return refuse('CLASS_UNKNOWN', { code, cabin, codes });
  if (decision === 'open') return undefined;
  const allClosed = (one: OverriddenFlight): boolean => {
    const closed = lettersOf(after.of(one, cabin), 'closed');
    return codes.every((each) => closed.includes(each));
  };
  return flightsOf(scope, flight).some(allClosed) ? refuse('CLASS_LAST', { code, cabin }) : undefined;
}

/** The flight, or one without decisions of its own for each day of a route. */
function flightsOf(scope: OverrideScope, flight: FlightRow | undefined): readonly OverriddenFlight[] {
  if (flight) return [flight];
  if (scope.kind === 'flight') return [];
  const [first, last] = [dayNumber(scope.from), dayNumber(scope.to)];
  return Array.from({ length: last - first + 1 }, (_, at) => ({ ...scope, id: 0, service_day: first + at }));
}
