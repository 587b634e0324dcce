import { useEffect } from 'react';
import { create } from 'zustand';
import type { FlightSummary } from '../../shared/methods/flights.ts';
import type { PolicyScope } from '../../shared/methods/policy-view.ts';
import { call } from '../client/client.ts';
import { dateLabel } from '../format/times.ts';

/** Flights that a scope named, by id: what they are called does not change. */
const useKnownFlights = create<{ readonly flights: Readonly<Record<number, FlightSummary>> }>(() => ({ flights: {} }));

/** Flights of one question. */
const ASKED_MAX = 100;

async function learn(flightIds: readonly number[]): Promise<void> {
  const { flights } = useKnownFlights.getState();
  const unknown = [...new Set(flightIds)].filter((id) => !flights[id]).slice(0, ASKED_MAX);
  if (unknown.length === 0) return;
  const reply = await call('flights.named', { flightIds: unknown });
  if (!reply.ok) return;
  const found = Object.fromEntries(reply.value.flights.map((flight) => [flight.flightId, flight]));
  useKnownFlights.setState(({ flights: now }) => ({ flights: { ...now, ...found } }));
}

/** `Network`, `Route JFK\u2013LAX`, `AA 9 JFK\u2013LAX, Sat 21 Nov`. */
export function scopeName(scope: PolicyScope, flight: FlightSummary | undefined): string {
  if (scope.kind === 'network') return 'Network';
  if (scope.kind === 'route') return `Route ${scope.origin}\u2013${scope.destination}`;
  return flight ? `${flight.flight} ${flight.origin}\u2013${flight.destination}, ${dateLabel(flight.date)}` : 'One flight';
}

/** How scopes are called. The flights among them are asked for. */
export function useScopeNames(policies: readonly { readonly scope: PolicyScope }[] | undefined): (scope: PolicyScope) => string {
  const flights = useKnownFlights((now) => now.flights);
  useEffect(() => {
    void learn((policies ?? []).flatMap(({ scope }) => (scope.kind === 'flight' ? [scope.flightId] : [])));
  }, [policies]);
  return (scope) => scopeName(scope, scope.kind === 'flight' ? flights[scope.flightId] : undefined);
}
