import { assert } from '../../shared/assert.ts';
import { type Instant, isDue } from '../../shared/instants.ts';
import type { PolicyScope } from '../../shared/methods/policy-view.ts';
import type { PolicyRule } from '../../shared/pricing/policy.ts';
import { rulesOn } from '../../shared/pricing/rules-on.ts';
import { ClassOverrides } from './class-overrides.ts';

/** A version that was published. Versions count up over all scopes, and are never changed. */
export interface PublishedPolicy {
  readonly version: number;
  readonly scope: PolicyScope;
  readonly validFrom: Instant;
  /** Null: until something else is published. */
  readonly validTo: Instant | null;
  /** Null: from here on this scope has no policy of its own, and the wider one counts. */
  readonly rules: readonly PolicyRule[] | null;
  /** User name; empty for what was in force before there were policies. */
  readonly author: string;
}

/** A policy that prices flights, by those of its rules that are switched on. */
export type Policy = PublishedPolicy & { readonly rules: readonly PolicyRule[] };

type Route = { readonly origin: string; readonly destination: string };
type Flight = Route & { readonly id: number };

/**
 * All published policies, by what they price. A flight carries no policy. It finds the newest version that is in force for it, so that one
 * row changes what a million flights cost.
 */
export class PoliciesInForce {
  /** Each newest first. Flights are apart, because a board asks for 17,000 of them, and hardly one has a policy of its own. */
  readonly #network: PublishedPolicy[] = [];
  readonly #routes = new Map<string, PublishedPolicy[]>();
  readonly #flights = new Map<number, PublishedPolicy[]>();
  /** The moments at which a policy begins or ends, in order. */
  readonly #turns: readonly number[];
  /** The newest version of all scopes. */
  readonly newest: number;

  /** What was decided by hand about booking classes. */
  readonly overrides: ClassOverrides;

  /** The newest version of each refund policy, by name. */
  readonly refundVersions: ReadonlyMap<string, number>;

  /** `published`: in the order of their versions. */
  constructor(
    published: readonly PublishedPolicy[],
    overrides = new ClassOverrides([]),
    refundVersions: ReadonlyMap<string, number> = new Map(),
  ) {
    this.overrides = overrides;
    this.refundVersions = refundVersions;
    for (const policy of published) this.#of(policy.scope).unshift(withRulesOn(policy));
    const turns = published.flatMap(({ validFrom, validTo }) => [validFrom, ...(validTo === null ? [] : [validTo])]);
    this.#turns = [...new Set(turns)].sort((a, b) => a - b);
    this.newest = published.at(-1)?.version ?? 0;
  }

  #of(scope: PolicyScope): PublishedPolicy[] {
    if (scope.kind === 'network') return this.#network;
    return scope.kind === 'route' ? listed(this.#routes, `${scope.origin} ${scope.destination}`) : listed(this.#flights, scope.flightId);
  }

  /** The policy that prices a flight now. */
  of(flight: Flight, now: Instant): Policy {
    return this.ofFlightAlone(flight.id, now) ?? this.ofRoute(flight, now);
  }

  /** The policy of flights between two airports that have none of their own. */
  ofRoute({ origin, destination }: Route, now: Instant): Policy {
    const own = this.#routes.size === 0 ? undefined : inForce(this.#routes.get(`${origin} ${destination}`), now);
    return own ?? this.ofNetwork(now);
  }

  /** The policy that prices a scope, apart from what is narrower. `flight`: the one that the scope names. */
  ofScope(scope: PolicyScope, flight: Flight | undefined, now: Instant): Policy {
    if (flight) return this.of(flight, now);
    return scope.kind === 'route' ? this.ofRoute(scope, now) : this.ofNetwork(now);
  }

  ofNetwork(now: Instant): Policy {
    const policy = inForce(this.#network, now);
    assert(policy, 'the first policy of the network is in force for ever');
    return policy;
  }

  /** The policy that one flight alone has; undefined where its route or the network decides. */
  ofFlightAlone(flightId: number, now: Instant): Policy | undefined {
    return this.#flights.size === 0 ? undefined : inForce(this.#flights.get(flightId), now);
  }

  /** Whether any flight ever had a policy of its own. */
  get hasFlights(): boolean {
    return this.#flights.size > 0;
  }

  /** The versions of one scope, newest first: in force, to come and past. Rules that are switched off are not among theirs. */
  ownOf(scope: PolicyScope): readonly PublishedPolicy[] {
    if (scope.kind === 'network') return this.#network;
    return (scope.kind === 'route' ? this.#routes.get(`${scope.origin} ${scope.destination}`) : this.#flights.get(scope.flightId)) ?? [];
  }

  /** What stays the same for as long as the same policies and decisions by hand are in force everywhere. */
  generation(now: Instant): string {
    return `${this.newest} ${countDue(this.#turns, now)} ${this.overrides.newest}`;
  }

  /** When a policy begins or ends next; null when none does. */
  nextTurn(now: Instant): Instant | null {
    return (this.#turns[countDue(this.#turns, now)] as Instant | undefined) ?? null;
  }
}

/** The same policy for the same one, because two of these are compared by it. */
const pricing = new WeakMap<PublishedPolicy, PublishedPolicy>();

function withRulesOn(policy: PublishedPolicy): PublishedPolicy {
  const rules = policy.rules && rulesOn(policy.rules);
  if (rules === policy.rules) return policy;
  let on = pricing.get(policy);
  if (!on) {
    on = { ...policy, rules };
    pricing.set(policy, on);
  }
  return on;
}

function listed<Key>(all: Map<Key, PublishedPolicy[]>, key: Key): PublishedPolicy[] {
  const known = all.get(key);
  if (known) return known;
  const made: PublishedPolicy[] = [];
  all.set(key, made);
  return made;
}

function inForce(newestFirst: readonly PublishedPolicy[] | undefined, now: Instant): Policy | undefined {
  const policy = newestFirst?.find(({ validFrom, validTo }) => isDue(validFrom, now) && (validTo === null || !isDue(validTo, now)));
  return policy?.rules ? (policy as Policy) : undefined;
}

/** How many of some moments, in order, are now or past. */
function countDue(moments: readonly number[], now: number): number {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle] ?? 0) <= now) low = middle + 1;
    else high = middle;
  }
  return low;
}
