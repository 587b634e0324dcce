import { closeRules, closesAt } from '../../../shared/close-of-sales.ts';
import { isDue, MINUTE_MS } from '../../../shared/instants.ts';
import type { BookedLeg, OtherFare, TraceLine } from '../../../shared/methods/booking-view.ts';
import type { BookingChange } from '../../../shared/methods/changes.ts';
import { accept, type Refused, refuse } from '../../../shared/refusals.ts';
import { nameProblem } from '../../rules/check-names.ts';
import { exitRowProblem } from '../../rules/exit-row.ts';
import { nextBestSeats } from '../next-best-seats.ts';
import { priceLap } from '../price-leg.ts';
import { begunFlight } from './begun-flight.ts';
import { changeRefused } from './change-refused.ts';
import { nameOf } from './name-of.ts';
import type { Changing, Plan, PlannedChange } from './planned-change.ts';
import { withNames } from './with-names.ts';

type Infant = Extract<BookingChange, { kind: 'infant' }>;

/**
 * Infants come on the laps of adults who travel already, one for each adult, on all flights of the booking. They need no seat and so no hold: each pays
 * what an infant pays now, and the offer tells it before anything is changed.
 */
export const planInfant: Plan<Infant> = async (changing, { infants }) => {
  const { context, party, legs, passengers } = changing;
  const laps = new Set(infants.map(({ with: place }) => place));
  const holding = party.map((held, place) => (laps.has(place) ? { ...held, infant: true } : held));
  const refused =
    (await flightProblem(changing)) ??
    lapProblem(changing, infants) ??
    nameProblem(holding, legs, [...passengers.map(nameOf), ...infants]) ??
    (await exitProblem(changing, laps));
  if (refused) return refused;
  const after: BookedLeg[] = [];
  const lines: TraceLine[] = [];
  for (const leg of legs) {
    const lap = await priceLap(context, leg);
    const added = infants.map(({ with: place }): OtherFare => ({ ...lap, at: place ?? 0 }));
    after.push(lap.fare === 0 ? leg : { ...leg, laps: [...(leg.laps ?? []), ...added] });
    lines.push({ label: `${leg.flight}, infant added`, detail: seatsOf(leg, infants), amount: lap.fare * infants.length });
  }
  const planned: PlannedChange = {
    after: { party: holding, legs: after, passengers: await withNames(changing, [], infants) },
    ...{ lines, kept: 0, rule: '' },
    note: infants.length === 1 ? '1 infant on the lap added' : `${infants.length} infants on laps added`,
  };
  return accept(planned);
};

const seatsOf = ({ seats }: BookedLeg, infants: Infant['infants']): string =>
  infants.map(({ with: place }) => `lap of ${seats[place ?? 0]}`).join(', ');

/** A flight that does not fly, has left, or is not sold any more takes no infant either. After the close a supervisor adds one. */
async function flightProblem(changing: Changing): Promise<Refused | undefined> {
  const { context, legs } = changing;
  const { cache, now, actor } = context;
  const rules = closeRules(await cache.setting('closeMinutes'), await cache.setting('closeExceptions'));
  let closed: Refused | undefined;
  for (const { flightId, flight } of legs) {
    const row = await cache.flight(flightId);
    if (row?.cancelled === 1) return refuse('FLIGHT_CANCELLED', { flightId, flight });
    const closes = row && closesAt(rules, row.carrier, row.origin, row.departs_at);
    if (closes && isDue(closes, now) && actor.role !== 'supervisor')
      closed ??= refuse('SALES_CLOSED', { flightId, flight, minutes: (row.departs_at - closes) / MINUTE_MS, until: closes });
  }
  return (await begunFlight(changing)) ?? closed;
}

function lapProblem({ context, row, party, passengers }: Changing, infants: Infant['infants']): Refused | undefined {
  if (party.some(({ seatFrom }) => seatFrom))
    return changeRefused(context, row, 'an infant gets its seat on the way', 'Sell a booking of its own');
  const taken = infants.find(({ with: place }) => passengers.some(({ carried_by }) => carried_by !== null && carried_by === place));
  return taken && changeRefused(context, row, `passenger ${(taken.with ?? 0) + 1} has an infant on the lap`, 'Choose another adult');
}

/** Nobody with an infant sits in an exit row. */
async function exitProblem({ context, legs, party }: Changing, laps: ReadonlySet<number | null>): Promise<Refused | undefined> {
  const { cache, reference } = context;
  for (const { flightId, flight, cabin, seats } of legs) {
    const row = await cache.flight(flightId);
    const plan = row && reference.seatPlan(row.seat_map);
    const at = seats.findIndex((seat, place) => laps.has(place) && plan?.byName.get(seat)?.exit);
    const held = party[at];
    if (!row || !plan || !held) continue;
    const carrier = { ...held, infant: true };
    const nextBest = await nextBestSeats(context, { flight: row, plan, cabin, party: [carrier] });
    return refuse('EXIT_ROW_REFUSED', { flightId, flight, seat: seats[at], problem: exitRowProblem(carrier), nextBest });
  }
  return undefined;
}
