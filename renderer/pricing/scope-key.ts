import type { PolicyScope } from '../../shared/methods/policy-view.ts';

export const NETWORK: PolicyScope = { kind: 'network' };

/** Tells scopes apart: `network`, `JFK LAX`, `flight 17`. */
export function scopeKey(scope: PolicyScope): string {
  if (scope.kind === 'network') return 'network';
  return scope.kind === 'route' ? `${scope.origin} ${scope.destination}` : `flight ${scope.flightId}`;
}
