import type { PricingScope } from '../stores/navigation-store.ts';

export const NETWORK: PricingScope = { kind: 'network' };

/** Tells scopes apart: `network`, `JFK LAX`, `flight 17`. */
export function scopeKey(scope: PricingScope): string {
  if (scope.kind === 'network') return 'network';
  return scope.kind === 'route' ? `${scope.origin} ${scope.destination}` : `flight ${scope.flightId}`;
}

/** As a title says it. */
export function scopeName(scope: PricingScope): string {
  if (scope.kind === 'network') return 'Network';
  return scope.kind === 'route' ? `Route ${scope.origin}\u2013${scope.destination}` : `Flight ${scope.flightId}`;
}
