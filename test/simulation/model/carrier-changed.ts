import { HOUR_MS } from '../../../shared/instants.ts';
import { isSeat } from '../../../shared/open-seat.ts';
import { SEATS } from '../world.ts';
import { connectionLost } from './connection-lost.ts';
import type { Leg, Model, ModelBooking } from './model.ts';

/** Whether a flight is not what was sold, and whether by so much that telling its passengers is not enough. */
function changeOf(model: Model, leg: Leg, before: Leg | undefined): 'none' | 'told' | 'broken' {
  const { cancelled, destination, departs, arrives, map, equipment } = model.flight(leg.flightId);
  const off = Math.max(Math.abs(departs - leg.departsAt), Math.abs(arrives - leg.arrivesAt));
  const facts = SEATS[map] ?? {};
  const isLost = (seat: string): boolean =>
    isSeat(seat) ? !facts[seat]?.sellable || facts[seat].cabin !== leg.cabin : seat === 'over' && equipment !== leg.equipment;
  const noCabin = !Object.values(facts).some(({ cabin, sellable }) => sellable && cabin === leg.cabin);
  const broken = cancelled || destination !== leg.destination || off > HOUR_MS || noCabin || leg.seats.some(isLost);
  if (broken || (before && connectionLost(model, before, leg))) return 'broken';
  return off > 0 ? 'told' : 'none';
}

/** A booking that waits for another way: since when, and when the first flight that was changed leaves. Undefined: nothing is to do. */
export function carrierChanged(
  model: Model,
  { legs }: ModelBooking,
  now: number,
): { readonly since: number; readonly due: number } | undefined {
  const since = Math.max(0, ...legs.map(({ flightId }) => model.queues.changed.get(flightId) ?? 0));
  if (since === 0) return undefined;
  const changes = legs.map((leg, at) => ({ change: changeOf(model, leg, legs[at - 1]), departs: model.flight(leg.flightId).departs }));
  const ahead = changes.filter(({ change, departs }) => change !== 'none' && departs > now);
  if (!ahead.some(({ change }) => change === 'broken')) return undefined;
  return { since, due: ahead[0]?.departs ?? 0 };
}
