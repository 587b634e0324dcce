/** A place that somebody takes at the hub. `user`: who is signed in there, if anybody. `silent`: nothing was called from there yet. */
export interface Place {
  readonly address: string;
  readonly user: string | undefined;
  readonly silent: boolean;
}

/**
 * All places are taken and somebody comes from `address`: which place is freed for them. `places`: oldest first.
 * 1. A place where nobody is signed in: of the address that has most of them, the oldest that is silent, else the oldest. So a flood of
 *    connections keeps no agent out, and silent ones cut off no sign-in screen of their own address. A flood that calls something looks
 *    like consoles, and an address shares its places with it. The page of a console that was cut off connects again.
 * 2. If everybody is signed in: of the address that has at least two places more than the newcomer's, and there of the user who has most, the
 *    newest. Undefined when no address has so many.
 */
export function whoGivesWay<P extends Place>(places: Iterable<P>, address: string): P | undefined {
  const all = [...places];
  const strangers = all.filter(({ user }) => user === undefined);
  if (strangers.length > 0) {
    const ofAddress = mostOf(strangers, (place) => place.address);
    return ofAddress.find(({ silent }) => silent) ?? ofAddress[0];
  }
  const ofAddress = mostOf(all, (place) => place.address);
  const own = all.filter((place) => place.address === address).length;
  return ofAddress.length > own + 1 ? mostOf(ofAddress, (place) => place.user ?? '').at(-1) : undefined;
}

/** The places that share the key which most places have. */
function mostOf<P>(places: readonly P[], keyOf: (place: P) => string): readonly P[] {
  const byKey = new Map<string, P[]>();
  for (const place of places) {
    const same = byKey.get(keyOf(place));
    if (same) same.push(place);
    else byKey.set(keyOf(place), [place]);
  }
  let most: readonly P[] = [];
  for (const same of byKey.values()) if (same.length > most.length) most = same;
  return most;
}
