import { assert } from '../../../shared/assert.ts';
import { MINUTE_MS } from '../../../shared/instants.ts';
import { seatedOn } from '../../../shared/later-seat.ts';
import type { BookedLeg } from '../../../shared/methods/booking-view.ts';
import type { ChangeTouch } from '../../../shared/methods/changes.ts';
import { isSeat, seatNames } from '../../../shared/open-seat.ts';
import { sameWay } from '../../../shared/ways.ts';
import { connectionTime } from '../../rules/connections.ts';
import { flownBetween } from '../../rules/flown-between.ts';
import { staysOnBoard } from '../../rules/through-flight.ts';
import type { CommandContext } from '../command.ts';
import type { Changing, Standing } from './planned-change.ts';

/** What else a change touches: seats that go back to sale, connections that become other ones, a party that comes to sit apart. */
export async function touchesOf({ context, legs }: Changing, after: Standing): Promise<ChangeTouch[]> {
  // An infant that comes onto a lap moves nobody.
  const sameSeats = (leg: BookedLeg) => legs.some(({ flightId, seats }) => flightId === leg.flightId && seats === leg.seats);
  const changed = after.legs.filter((leg) => !legs.includes(leg) && !sameSeats(leg));
  const touches: ChangeTouch[] = seatsBack(legs, after.legs);
  for (const [at, leg] of after.legs.entries()) {
    const before = after.legs[at - 1];
    if (before && sameWay(before, leg) && !stays(legs, before, leg)) touches.push(...(await connection(context, before, leg)));
  }
  for (const leg of changed) touches.push(...(await seating(context, leg, after)));
  return touches;
}

/** Whether two flights followed one another before too. Other seats or another cabin there leave as much time to change planes. */
function stays(legs: readonly BookedLeg[], before: BookedLeg, next: BookedLeg): boolean {
  const at = legs.findIndex(({ flightId }) => flightId === before.flightId);
  return at >= 0 && legs[at + 1]?.flightId === next.flightId;
}

function seatsBack(before: readonly BookedLeg[], after: readonly BookedLeg[]): ChangeTouch[] {
  return before.flatMap(({ flightId, flight, cabin, seats }): ChangeTouch[] => {
    const kept = after.filter((leg) => leg.flightId === flightId).flatMap((leg) => leg.seats);
    const back = seatNames(seats).filter((seat) => !kept.includes(seat));
    return back.length === 0 ? [] : [{ kind: 'seats-back', flight, cabin, seats: back }];
  });
}

async function connection({ cache, reference }: CommandContext, before: BookedLeg, next: BookedLeg): Promise<ChangeTouch[]> {
  const [landing, leaving] = [await cache.flight(before.flightId), await cache.flight(next.flightId)];
  if (landing && leaving && staysOnBoard(landing, leaving)) return [];
  const [from, at] = flownBetween(reference, { ...before, departs_at: before.departsAt, arrives_at: before.arrivesAt });
  const [departsAt, to] = flownBetween(reference, { ...next, departs_at: next.departsAt, arrives_at: next.arrivesAt });
  assert(from && at && departsAt && to, 'a booked flight uses an airport that this Aisle does not know');
  const time = connectionTime(reference, from, at, departsAt, to);
  const minutes = Math.floor((next.departsAt - before.arrivesAt) / MINUTE_MS);
  // A stay of more than a day is no connection.
  if (!time || minutes > 24 * 60) return [];
  return [{ kind: 'connection', flight: before.flight, next: next.flight, minutes, least: time.minimumMinutes }];
}

async function seating({ cache, reference }: CommandContext, leg: BookedLeg, { party }: Standing): Promise<ChangeTouch[]> {
  const flight = await cache.flight(leg.flightId);
  const plan = flight && reference.seatPlan(flight.seat_map);
  const sitting = seatedOn(party, leg.segment)
    .map(({ type }, at) => ({ type, seat: leg.seats[at] ?? '', row: plan?.byName.get(leg.seats[at] ?? '')?.row }))
    .filter(({ seat }) => isSeat(seat));
  const rows = new Set(sitting.map(({ row }) => row));
  const adults = new Set(sitting.filter(({ type }) => type === 'ADT').map(({ row }) => row));
  const apart = sitting.filter(({ type, row }) => type !== 'ADT' && !adults.has(row));
  return [
    ...(rows.size > 1 ? [{ kind: 'rows' as const, flight: leg.flight, rows: rows.size }] : []),
    ...apart.map(({ seat }) => ({ kind: 'child-apart' as const, flight: leg.flight, seat })),
  ];
}
