import { assert } from '../../../shared/assert.ts';
import type { Input, Output } from '../../../shared/contract.ts';
import { dateOfDay } from '../../../shared/instants.ts';
import type { Candidate, Volunteer } from '../../../shared/methods/volunteers.ts';
import { OVERBOOKING_DEFAULTS } from '../../../shared/pricing/overbooking-defaults.ts';
import { accept } from '../../../shared/refusals.ts';
import { expectedShows } from '../../pricing/revenue/expected-shows.ts';
import type { SeatPlan } from '../../reference/reference.ts';
import { flownBetween } from '../../rules/flown-between.ts';
import { newestAuthorisation } from '../../store/tables/authorisations-table.ts';
import { flightById, flightName } from '../../store/tables/flights-table.ts';
import { letterPrintedAt } from '../../store/tables/oversale-letters-table.ts';
import { type VolunteerRow, volunteersOn } from '../../store/tables/volunteers-table.ts';
import { cabinSeats } from '../../views/cabin-seats.ts';
import { deniedRuleOf } from '../../views/denied-rule-of.ts';
import { cabinTaken } from '../../views/price-question.ts';
import type { Query, QueryContext } from '../query.ts';
import { deniedOn } from './denied-on.ts';
import { lastChangesOn } from './last-changes-on.ts';
import { oversaleCabin, oversaleCabins } from './oversale-cabin.ts';
import { type PersonOn, peopleOn } from './people-on.ts';
import { hostNameOf, voucherOf } from './told-of.ts';
import { waysOn } from './ways-on.ts';
import { withoutSeat } from './without-seat.ts';

type Room = Output<'oversale.room'>;

const CANDIDATES_SHOWN_MAX = 12;

/** What the oversale screen tells of a cabin: seats, who is expected, who was asked and could be, other flights, and the rule of the flight. */
export const oversaleRoom: Query<Input<'oversale.room'>, Room> = async (context, { flightId, cabin }) => {
  const { db, now, reference } = context;
  const found = await oversaleCabin(context, flightId, cabin);
  if (!found.ok) return found;
  const { row, plan, capacity, counters } = found.value;
  const counter = cabinTaken(counters, cabin, capacity);
  const { seats, usable, free, unseated } = await cabinSeats(db, flightId, plan, cabin);
  const asked = await volunteersOn(db, flightId, cabin);
  const people = await peopleOn(context, flightId, cabin);
  const [origin, destination] = flownBetween(reference, row);
  assert(origin && destination, `flight ${flightId} flies between airports that this Aisle does not know`);
  const ways = await waysOn(context, row, cabin);
  const rule = deniedRuleOf(reference, row, plan);
  const { showPerMille } = OVERBOOKING_DEFAULTS;
  return accept({
    ...{ flightId, flight: flightName(row), carrier: row.carrier, origin: row.origin, destination: row.destination },
    ...{ originZone: origin.zone, destinationZone: destination.zone, departsAt: row.departs_at, arrivesAt: row.arrives_at, at: now },
    ...{ cabin, currency: row.currency, authorised: counter.authorised, held: counter.held, sold: counter.sold },
    ...{ seats, usable, free, unseated },
    percent: (await newestAuthorisation(db, flightId, cabin))?.percent ?? null,
    expected: { showPerMille, ...expectedShows(counter.sold, showPerMille / 1_000, usable) },
    cabins: await oversaleCabins(context, found.value),
    changes: await lastChangesOn(context, flightId, cabin, people),
    volunteers: await Promise.all(asked.map((one) => volunteerView(context, one))),
    denied: await deniedOn(context, flightId, cabin),
    without: withoutSeat(context, { people, ways, rule, currency: row.currency }),
    candidates: candidatesOf(context, people, plan, asked),
    ways,
    rule: rule.known ? rule.rule : { regime: null, why: rule.why },
  });
};

/** Adults of whom no child depends. Whose journey ends here comes first, then who travels alone, pays less, booked later. */
function candidatesOf(
  { locators }: QueryContext,
  people: readonly PersonOn[],
  plan: SeatPlan,
  asked: readonly VolunteerRow[],
): Candidate[] {
  const known = new Set(asked.map(({ booking_id, passenger }) => `${booking_id} ${passenger}`));
  return people
    .filter(({ allAdults, seat, bookingId, passenger }) => allAdults && plan.byName.has(seat) && !known.has(`${bookingId} ${passenger}`))
    .toSorted(
      (one, other) =>
        Number(one.connects) - Number(other.connects) ||
        one.party - other.party ||
        one.fare - other.fare ||
        other.bookingId - one.bookingId ||
        one.passenger - other.passenger,
    )
    .slice(0, CANDIDATES_SHOWN_MAX)
    .map(({ bookingId, passenger, name, seat, fare, party, connects }) => ({
      ...{ bookingId, locator: locators.of(bookingId), passenger, name, seat, fare, party, connects },
    }));
}

async function volunteerView(context: QueryContext, row: VolunteerRow): Promise<Volunteer> {
  const { db, locators } = context;
  const way = await flightById(db, row.way_id);
  assert(way, `volunteer ${row.id} has a way on`);
  return {
    ...{ volunteerId: row.id, bookingId: row.booking_id, locator: locators.of(row.booking_id), passenger: row.passenger },
    ...{ name: await hostNameOf(db, row), state: row.state, seat: row.seat, amount: row.amount, currency: row.currency },
    way: {
      ...{ flightId: way.id, flight: flightName(way), date: dateOfDay(way.service_day) },
      ...{ departsAt: way.departs_at, arrivesAt: way.arrives_at, lateMs: row.late_ms },
    },
    ...{ askedAt: row.asked_at, answeredAt: row.answered_at, rebooked: row.rebooked, rebookedCurrency: way.currency },
    ...(await voucherOf(db, row.voucher_id)),
    printedAt: await letterPrintedAt(db, 'volunteer', row.id),
  };
}
