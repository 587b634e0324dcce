import { type Instant, isDue } from '../../shared/instants.ts';
import type { PolicyRule } from '../../shared/pricing/policy.ts';

/** Which flights a policy prices. A flight beats its route, and a route the network. */
export type PolicyScope =
  | { readonly kind: 'network' }
  | { readonly kind: 'route'; readonly origin: string; readonly destination: string }
  | { readonly kind: 'flight'; readonly flightId: number };

/** A version that was published. Versions count up over all scopes, and are never changed. */
export interface PublishedPolicy {
  readonly version: number;
  readonly scope: PolicyScope;
  readonly validFrom: Instant;
  /** Null: until something else is published. */
  readonly validTo: Instant | null;
  /** Null: from here on this scope has no policy of its own, and the wider one counts. */
  readonly rules: readonly PolicyRule[] | null;
}

type Flight = { readonly id: number; readonly origin: string; readonly destination: string };

const keyOf = (scope: PolicyScope): string =>
  scope.kind === 'flight' ? `${scope.flightId}` : scope.kind === 'route' ? `${scope.origin} ${scope.destination}` : '';

/**
 * All published policies, by what they price. A flight carries no policy. It finds the newest version that is in force for it, so that one
 * row changes what a million flights cost.
 */
export class PoliciesInForce {
  /** Newest first. */
  readonly #byScope = new Map<string, PublishedPolicy[]>();

  /** `published`: in the order of their versions. */
  constructor(published: readonly PublishedPolicy[]) {
    for (const policy of published) {
      const key = keyOf(policy.scope);
      const all = this.#byScope.get(key);
      if (all) all.unshift(policy);
      else this.#byScope.set(key, [policy]);
    }
  }

  /** The policy that prices a flight now; undefined when nothing was ever published for it. */
  of({ id, origin, destination }: Flight, now: Instant): PublishedPolicy | undefined {
    return this.#inForce(`${id}`, now) ?? this.#inForce(`${origin} ${destination}`, now) ?? this.#inForce('', now);
  }

  #inForce(key: string, now: Instant): PublishedPolicy | undefined {
    const policy = this.#byScope
      .get(key)
      ?.find(({ validFrom, validTo }) => isDue(validFrom, now) && (validTo === null || !isDue(validTo, now)));
    return policy?.rules ? policy : undefined;
  }
}
