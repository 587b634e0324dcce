import { assert } from '../../../shared/assert.ts';
import type { Input, Output } from '../../../shared/contract.ts';
import { seatedOn } from '../../../shared/later-seat.ts';
import { accept, type Refused, refuse } from '../../../shared/refusals.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import { deniedOwed, type KnownOwed, type KnownRule } from '../../rules/denied-boarding.ts';
import { fareToStop } from '../../rules/fare-to-stop.ts';
import { denialTold, insertDenial } from '../../store/tables/denials-table.ts';
import { flightName } from '../../store/tables/flights-table.ts';
import { volunteersOn } from '../../store/tables/volunteers-table.ts';
import { deniedRuleOf } from '../../views/denied-rule-of.ts';
import { changing } from '../changes/plan-change.ts';
import type { Command, CommandContext } from '../command.ts';
import { fareOn } from './fare-on.ts';
import { flightOversold, type OversoldFlight } from './flight-oversold.ts';
import { keepCompensation, voucherForDenied } from './keep-compensation.ts';
import { moveElsewhere } from './move-elsewhere.ts';
import { wayProblem } from './way-problem.ts';

/**
 * Denies boarding to a passenger who has no seat. The passenger has a seat on the other flight then, or where none is offered all of the fare back. What
 * is owed beside it follows from the dated rule of the flight; where no rule is known, nothing is said about it.
 */
export const denyBoarding: Command<Input<'oversale.deny'>, Output<'oversale.deny'>> = async (context, input) => {
  const { db, now, actor, cache, reference, emit } = context;
  const { flightId, cabin, bookingId, passenger, wayId, reason } = input;
  const found = await flightOversold(context, flightId, cabin);
  if (!found.ok) return found;
  const { flight, plan } = found.value;
  const way = wayId === null ? undefined : await cache.flight(wayId);
  const noWay = wayId === null ? undefined : await wayProblem(context, flight, way, cabin);
  if (noWay) return noWay;
  const booking = await changing(context, bookingId);
  if (!booking.ok) return booking;
  const { row, legs, party } = booking.value;
  const leg = legs.find((one) => one.flightId === flightId && one.cabin === cabin);
  const place = leg ? seatedOn(party, leg.segment).findIndex((one) => one.passenger === passenger) : -1;
  // A party is seated as a whole. If fewer seats are free than it needs, one of it may be left behind.
  const needs = leg?.seats.filter((seat) => seat === 'over').length ?? 1;
  const early = await tooEarly(context, found.value, cabin, needs);
  if (early) return early;
  if (leg?.seats[place] !== 'over') return refuse('DENIAL_SEATED', { flightId, flight: flightName(flight), cabin });

  const lateMs = way ? way.arrives_at - flight.arrives_at : null;
  const fare = fareToStop(party, legs, leg, passenger);
  const rule = deniedRuleOf(reference, flight, plan);
  const owed: KnownOwed = rule.known ? deniedOwed(rule.rule, { fare, currency: row.currency, lateMs }) : rule;
  const rebooked = way && way.carrier !== flight.carrier ? await fareOn(context, way, cabin) : 0;
  const note = `boarding of ${flightName(flight)} denied, ${way ? `${flightName(way)} instead` : 'no other flight'}`;
  const moved = await moveElsewhere(context, { bookingId, passenger, from: flight, way, note });
  if (!moved.ok) return moved;

  const due = owed.known ? owed : undefined;
  const told = { flight: flightName(flight) };
  const voucher =
    input.voucher && due && due.amount > 0
      ? await voucherForDenied(context, { amount: due.amount, currency: due.currency, ...told })
      : undefined;
  const denial = await insertDenial(db, {
    ...{ flight_id: flightId, cabin, booking_id: moved.value.id, passenger, way_id: wayId, late_ms: lateMs },
    ...{ fare, fare_currency: row.currency, ...regimeOf(rule), percent: due?.percent ?? null },
    ...{ owed: due?.amount ?? null, owed_currency: due?.currency ?? null, rebooked },
    ...{ reason, author: actor.user, denied_at: now, voucher_id: voucher?.id ?? null },
  });
  emit('boarding.denied', denialTold(denial));
  if (voucher) await keepCompensation(context, denial, { kind: 'voucher', amount: voucher.issued, currency: voucher.currency, voucher });
  return accept({ denialId: denial.id, bookingId: moved.value.id, owed });
};

/** Nobody is left behind while seats are free that the party could have, or before passengers were asked to give theirs up and have answered. */
async function tooEarly(
  { db }: CommandContext,
  { flight, seats }: OversoldFlight,
  cabin: Cabin,
  needs: number,
): Promise<Refused | undefined> {
  const about = { flightId: flight.id, flight: flightName(flight), cabin };
  if (seats.free >= Math.max(1, needs)) return refuse('DENIAL_SEATS_FREE', { ...about, free: seats.free });
  // In a cabin that another aircraft took away nobody has a seat to give up.
  if (seats.seats === 0) return undefined;
  const asked = await volunteersOn(db, flight.id, cabin);
  if (asked.length === 0) return refuse('VOLUNTEERS_FIRST', { ...about, problem: 'nobody was asked' });
  const waits = asked.filter(({ state }) => state === 'ASKED').length;
  return waits > 0
    ? refuse('VOLUNTEERS_FIRST', { ...about, problem: waits === 1 ? 'one has not answered' : `${waits} have not answered` })
    : undefined;
}

function regimeOf(rule: KnownRule): { regime: 'US' | 'EU' | null; since: string | null } {
  if (!rule.known) return { regime: null, since: null };
  assert(rule.rule.regime === 'US' || rule.rule.regime === 'EU', 'a rule has a regime');
  return { regime: rule.rule.regime, since: rule.rule.since };
}
