import { assert } from '../../shared/assert.ts';
import { SALE_AHEAD_MS } from '../../shared/bounds.ts';
import { closeRules, closesAt } from '../../shared/close-of-sales.ts';
import type { Input } from '../../shared/contract.ts';
import { DAY_MS, dateOfDay, type Instant, instant, isDue, MINUTE_MS } from '../../shared/instants.ts';
import { seatedOn } from '../../shared/later-seat.ts';
import { isNoSeat } from '../../shared/open-seat.ts';
import { accept, type Details, type RefusalCode, type Refused, type Reply, refuse } from '../../shared/refusals.ts';
import { CABINS } from '../../shared/seat-map.ts';
import { sameWay } from '../../shared/ways.ts';
import { lastDayOfSale } from '../reference/last-day-of-sale.ts';
import { localDay } from '../reference/zone-time.ts';
import { followProblem } from '../rules/connections.ts';
import { exitRowProblem } from '../rules/exit-row.ts';
import { flownBetween } from '../rules/flown-between.ts';
import { type PromotedLeg, promotionOf, promotionProblem } from '../rules/promotion-problem.ts';
import { type FlightRow, flightName } from '../store/tables/flights-table.ts';
import { promotionUses } from '../store/tables/promotions-table.ts';
import { isUncounted } from '../store/uncounted-flights.ts';
import { blockedSeat } from './blocks/block-in-the-way.ts';
import type { CommandContext } from './command.ts';
import { flightPart } from './leg-of-flight.ts';
import { nextBestSeats } from './next-best-seats.ts';
import type { PlannedLeg } from './planned-leg.ts';
import { withBestSeats } from './with-best-seats.ts';

type HoldInput = Input<'holds.place'>;

/** Returns undefined without waiting when nothing is wrong, which is nearly always. A refusal may have to read the store. */
type Check = (context: CommandContext, legs: readonly PlannedLeg[], input: Asked) => Refused | Promise<Refused> | undefined;
type Asked = Pick<HoldInput, 'afterClose' | 'exitRowConfirmed'>;

/** The refusals that do not depend on who has which seat. Each is checked for all legs before the next one: that is the documented order. */
const FLIGHT_CHECKS: readonly Check[] = [
  (_context, legs) => {
    const leg = legs.find(({ flight }) => flight.cancelled === 1);
    return leg && refuse('FLIGHT_CANCELLED', { flightId: leg.flight.id, flight: flightName(leg.flight) });
  },
  ({ now }, legs) => {
    const leg = legs.find(({ flight }) => isDue(instant(flight.departs_at), now));
    return leg && refuse('FLIGHT_DEPARTED', { flightId: leg.flight.id, flight: flightName(leg.flight) });
  },
  ({ now, actor }, legs, { afterClose }) => {
    if (afterClose && actor.role === 'supervisor') return undefined;
    const leg = legs.find(({ closes }) => isDue(closes, now));
    if (!leg) return undefined;
    const { flight, closes } = leg;
    const minutes = (flight.departs_at - closes) / MINUTE_MS;
    return refuse('SALES_CLOSED', { flightId: flight.id, flight: flightName(flight), minutes, until: closes });
  },
  (_context, legs) => {
    const leg = legs.find(({ plan, cabin }) => !plan.capacity[cabin]);
    if (!leg) return undefined;
    const cabins = CABINS.filter((cabin) => leg.plan.capacity[cabin]);
    return refuse('CABIN_UNKNOWN', { flightId: leg.flight.id, flight: flightName(leg.flight), cabin: leg.cabin, cabins });
  },
  ({ reference }, legs) => {
    for (const [index, next] of legs.entries()) {
      const before = legs[index - 1];
      if (!before) continue;
      const problem = followProblem({ flight: before.flight, leg: before }, { flight: next.flight, leg: next }, reference);
      if (problem) return refuse('CONNECTION_INVALID', { flight: flightName(next.flight), before: flightName(before.flight), problem });
    }
    return undefined;
  },
  (_context, [first, ...rest]) => {
    const leg = rest.find(({ flight }) => flight.currency !== first?.flight.currency);
    if (!leg || !first) return undefined;
    const details = { flight: flightName(leg.flight), currency: leg.flight.currency };
    return refuse('CURRENCIES_DIFFER', { ...details, before: flightName(first.flight), other: first.flight.currency });
  },
];

const SEAT_CHECKS: readonly Check[] = [
  (_context, legs) => {
    const leg = legs.find(({ seats, party }) => seats.length !== party.length);
    return leg && refuse('PARTY_MISMATCH', { flightId: leg.flight.id, flight: flightName(leg.flight), count: leg.party.length });
  },
  eachSeat((leg, name) => (leg.plan.byName.has(name) ? undefined : refuse('SEAT_UNKNOWN', seatDetails(leg, name)))),
  eachSeat((leg, name, place) => (leg.seats.indexOf(name) === place ? undefined : refuse('SEAT_TWICE', seatDetails(leg, name)))),
  eachSeat((leg, name) =>
    leg.plan.byName.get(name)?.cabin === leg.cabin
      ? undefined
      : refuse('SEAT_OTHER_CABIN', { ...seatDetails(leg, name), cabin: leg.cabin }),
  ),
  eachSeat((leg, name, _place, context) =>
    leg.plan.byName.get(name)?.sellable
      ? undefined
      : refuseForBetter(context, leg, 'SEAT_BLOCKED', { ...seatDetails(leg, name), reason: NEVER_SOLD }),
  ),
  eachSeat((leg, name, place, context) => {
    const passenger = leg.party[place];
    if (!leg.plan.byName.get(name)?.exit || !passenger) return undefined;
    const problem = exitRowProblem(passenger);
    return problem ? refuseForBetter(context, leg, 'EXIT_ROW_REFUSED', { ...seatDetails(leg, name), problem }) : undefined;
  }),
  eachSeat((leg, name, _place, _context, input) =>
    leg.plan.byName.get(name)?.exit && !input.exitRowConfirmed ? refuse('EXIT_ROW_UNCONFIRMED', seatDetails(leg, name)) : undefined,
  ),
];

const NEVER_SOLD = 'it is never sold';

const seatDetails = (leg: PlannedLeg, seat: string) => ({ flightId: leg.flight.id, flight: flightName(leg.flight), seat });

async function refuseForBetter(context: CommandContext, leg: PlannedLeg, code: RefusalCode, details: Details): Promise<Refused> {
  return refuse(code, { ...details, nextBest: await nextBestSeats(context, leg) });
}

function eachSeat(
  check: (leg: PlannedLeg, seat: string, place: number, context: CommandContext, input: Asked) => ReturnType<Check>,
): Check {
  return (context, legs, input) => {
    for (const leg of legs) {
      for (const [place, seat] of leg.seats.entries()) {
        if (isNoSeat(seat)) continue;
        const refusal = check(leg, seat, place, context, input);
        if (refusal) return refusal;
      }
    }
    return undefined;
  };
}

/** Whether a flight leaves after the last day of sale. Nearly every flight leaves so much earlier that no time zone has to be asked. */
const leavesTooFarAhead = ({ departs_at }: FlightRow, zone: string, now: Instant): boolean =>
  departs_at > now + SALE_AHEAD_MS && localDay(zone, departs_at) > lastDayOfSale(zone, now);

function tooFarAhead(flight: FlightRow, zone: string): Refused {
  const date = dateOfDay(localDay(zone, flight.departs_at));
  return refuse('DATE_TOO_FAR', { flightId: flight.id, flight: flightName(flight), date, days: SALE_AHEAD_MS / DAY_MS });
}

/** The same legs with what the code of a promotion means to each. */
export async function promotedLegs<Leg extends Pick<PlannedLeg, 'flight' | 'ofFlight'> & { readonly party: readonly unknown[] }>(
  { cache, now }: CommandContext,
  legs: readonly Leg[],
  code: string,
): Promise<readonly (Leg & { readonly promotion: PromotedLeg })[]> {
  const policies = await cache.policies();
  return legs.map((leg) => {
    const { flight, party, ofFlight } = leg;
    const soldOn = dateOfDay(localDay(ofFlight.part.originZone, now));
    const rule = promotionOf(policies.of(flight, now).rules, code);
    return { ...leg, promotion: { flight: flightName(flight), rule, soldOn, fares: party.length } };
  });
}

/** Why a code is refused for legs that know what it means to them. */
export async function codeProblem(
  { db }: CommandContext,
  legs: readonly Pick<PlannedLeg, 'promotion'>[],
  code: string,
): Promise<Refused | undefined> {
  const asked = legs.flatMap(({ promotion }) => promotion ?? []);
  return promotionProblem(code, asked, await promotionUses(db, code));
}

/** Reads the flights of a hold, and checks everything that does not depend on who has which seat. */
export async function planHold(context: CommandContext, input: HoldInput): Promise<Reply<readonly PlannedLeg[]>> {
  const { actor, cache, reference, now } = context;
  const legs: PlannedLeg[] = [];
  const rules = closeRules(await cache.setting('closeMinutes'), await cache.setting('closeExceptions'));
  for (const leg of input.legs) {
    const flight = await cache.flight(leg.flightId);
    if (!flight) return refuse('FLIGHT_UNKNOWN', { flightId: leg.flightId });
    const plan = reference.seatPlan(flight.seat_map);
    const [origin, destination] = flownBetween(reference, flight);
    assert(plan && origin && destination, `flight ${flight.id} flies with facts that this Aisle does not know`);
    // Only the first flight of a way must leave by the last day of sale. A connection may leave a day or two later, as in a search.
    const before = legs.at(-1);
    if (!(before && sameWay(before, leg)) && leavesTooFarAhead(flight, origin.zone, now)) return tooFarAhead(flight, origin.zone);
    const { cabin, seats, offer, back } = leg;
    const party = seatedOn(input.passengers, legs.length + 1);
    legs.push({
      flight,
      plan,
      cabin,
      ...(typeof seats === 'string' ? { seats: party.map(() => 'open'), unnamed: seats } : { seats }),
      offer,
      ...(back ? { back } : {}),
      ...(input.override !== undefined && actor.role === 'supervisor' ? { override: input.override } : {}),
      party,
      ofFlight: flightPart(flight, origin, destination),
      closes: closesAt(rules, flight.carrier, flight.origin, flight.departs_at),
    });
  }
  for (const check of FLIGHT_CHECKS) {
    const refusal = check(context, legs, input);
    if (refusal) return refusal;
  }
  for (const { flight } of legs) {
    const uncounted = isUncounted(context.db, flight.id);
    if (typeof uncounted === 'boolean' ? uncounted : await uncounted)
      return refuse('FLIGHT_CHANGING', { flightId: flight.id, flight: flightName(flight) });
  }
  const { promotion: code } = input;
  const promoted = code === undefined ? legs : await promotedLegs(context, legs, code);
  if (code !== undefined) {
    const refusal = await codeProblem(context, promoted, code);
    if (refusal) return refusal;
  }
  const seated = promoted.some(({ unnamed }) => unnamed === 'best') ? await withBestSeats(context, promoted) : promoted;
  return (await seatProblem(context, seated, input)) ?? accept(seated);
}

/** Why the seats of some legs may not be sold to who would sit there, whoever has them now. */
export async function seatProblem(context: CommandContext, legs: readonly PlannedLeg[], input: Asked): Promise<Refused | undefined> {
  for (const check of SEAT_CHECKS) {
    const refusal = await check(context, legs, input);
    if (!refusal) continue;
    // A seat that somebody blocked is refused as such before its exit row is spoken of.
    return (refusal.refusal.code.startsWith('EXIT_ROW') ? await blockedSeat(context, legs) : undefined) ?? refusal;
  }
  return undefined;
}
