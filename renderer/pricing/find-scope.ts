import { designator } from '../../shared/flight-designator.ts';
import type { FlightSummary } from '../../shared/methods/flights.ts';
import type { PolicyScope } from '../../shared/methods/policy-view.ts';
import { call } from '../client/client.ts';
import { SCOPE_EXAMPLES, type TypedScope } from '../format/read-scope.ts';
import { dateLabel } from '../format/times.ts';

/** `flight`: of a flight scope. A flight number may have several legs. */
export interface FoundScope {
  readonly scope: PolicyScope;
  readonly flight?: FlightSummary;
}

export type ScopeAnswer =
  | { kind: 'found'; scopes: readonly FoundScope[] }
  | { kind: 'wrong'; problem: string; next: string; again?: boolean };

/** The flights that a typed scope means. Only a flight has to be asked for. */
export async function findScope(typed: TypedScope): Promise<ScopeAnswer> {
  if (typed.kind === 'wrong') return typed;
  if (typed.kind !== 'flight') return { kind: 'found', scopes: [{ scope: typed }] };
  const { carrier, number, suffix, date } = typed;
  const reply = await call('flights.find', { carrier, number, date }, 'person');
  if (!reply.ok) return { kind: 'wrong', problem: reply.refusal.message, next: reply.refusal.next, again: true };
  const called = designator(carrier, number, suffix);
  const flights = reply.value.flights.filter(({ flight }) => !suffix || flight === called);
  if (flights.length > 0) {
    return { kind: 'found', scopes: flights.map((flight) => ({ scope: { kind: 'flight', flightId: flight.flightId }, flight })) };
  }
  const problem = date === null ? `${called} has no departure to come.` : `${called} does not fly on ${dateLabel(date)}.`;
  return { kind: 'wrong', problem, next: SCOPE_EXAMPLES };
}
