import { seatedOn } from '../../../shared/later-seat.ts';
import type { BookedLeg, BookingView, TraceLine } from '../../../shared/methods/booking-view.ts';
import type { BookingChange } from '../../../shared/methods/changes.ts';
import { minor } from '../../../shared/money.ts';
import { accept } from '../../../shared/refusals.ts';
import type { PassengerRow } from '../../store/tables/sale-rows.ts';
import { changeRefused } from './change-refused.ts';
import type { Changing, Plan, PlannedChange, Standing } from './planned-change.ts';
import { type GivenUp, givenUp, refundTerms } from './refund-terms.ts';
import { withoutPlaces } from './without-places.ts';

type Leave = Extract<BookingChange, { kind: 'leave' }>;
type Drop = Extract<BookingChange, { kind: 'drop' }>;

/**
 * Those who stay when some of a party leave. Infants leave with the lap that they sit on. `leaving`: numbers of seated passengers. `laps`: of those
 * whose infant alone leaves.
 */
export function withoutPassengers(standing: Standing, leaving: ReadonlySet<number>, laps: ReadonlySet<number> = new Set()): Standing {
  const { party, legs, passengers } = laps.size === 0 ? standing : withoutLaps(standing, laps);
  const gone = new Set(party.flatMap(({ passenger }, place) => (leaving.has(passenger) ? [place] : [])));
  const newPlace = (place: number): number => place - [...gone].filter((one) => one < place).length;
  const stays = party.filter(({ passenger }) => !leaving.has(passenger));
  return {
    party: stays.map((held) => (held.seatFrom ? { ...held, seatFrom: { ...held.seatFrom, with: newPlace(held.seatFrom.with) } } : held)),
    legs: legs.map((leg) => withoutPlaces(leg, placesOn(party, leg, leaving))),
    passengers: passengers
      .filter(({ carried_by }, place) => !gone.has(carried_by ?? place))
      .map((row): PassengerRow => (row.carried_by === null ? row : { ...row, carried_by: newPlace(row.carried_by) })),
  };
}

/** Infants on these laps leave, and nobody else. Seats stay as they are. */
function withoutLaps({ party, legs, passengers }: Standing, laps: ReadonlySet<number>): Standing {
  const freed = new Set(party.flatMap(({ passenger }, place) => (laps.has(passenger) ? [place] : [])));
  return {
    party: party.map((held, place) => (freed.has(place) ? { ...held, infant: false } : held)),
    legs: legs.map(({ laps: paid = [], ...leg }) => {
      const stay = paid.filter(({ at }) => !freed.has(at));
      return stay.length > 0 ? { ...leg, laps: stay } : leg;
    }),
    passengers: passengers.filter(({ carried_by }) => carried_by === null || !freed.has(carried_by)),
  };
}

/** Places among the seats of a leg. Who sits from a later flight on has none before it. */
const placesOn = (party: BookingView['party'], { segment }: BookedLeg, leaving: ReadonlySet<number>): ReadonlySet<number> =>
  new Set(seatedOn(party, segment).flatMap(({ passenger }, at) => (leaving.has(passenger) ? [at] : [])));

/** What is told of a price that is not needed any more: it goes back, less what the rule keeps and the fee of so many passengers. `what`: who or which flights. */
async function refundParts(
  { context, row, legs, waived }: Changing,
  given: readonly GivenUp[],
  passengers: number,
  what: string,
): Promise<Pick<PlannedChange, 'lines' | 'kept' | 'rule'>> {
  const terms = await refundTerms(context, given, { legs, currency: row.currency, waived });
  const fee = terms.fee('cancelFee', passengers, terms.back);
  const kept = [...terms.kept, ...(fee ? [fee] : [])].filter(({ amount }) => amount > 0);
  const price = given.reduce((all, one) => all + one.price, 0);
  const lines: TraceLine[] = [{ label: 'Not flown', detail: what, amount: minor(-price) }, ...kept];
  return { lines, kept: kept.reduce((all, { amount }) => all + amount, 0), rule: terms.rule };
}

/** Some of the party do not travel. Their fares go back as the refund rule says. Children who would be alone are refused when the names are checked. */
export const planLeave: Plan<Leave> = async (changing, { passengers, laps = [] }) => {
  const { context, row, party, legs } = changing;
  const leaving = new Set(passengers);
  const freed = new Set(laps.filter((number) => !leaving.has(number)));
  if (passengers.some((number) => !party.some(({ passenger }) => passenger === number)))
    return changeRefused(context, row, 'no such passenger has a seat', 'Choose among the passengers of the booking');
  if (leaving.size === party.length) return changeRefused(context, row, 'nobody would be left on it', 'Cancel the booking instead');
  if (party.some(({ seatFrom, passenger }) => seatFrom && leaving.has(party[seatFrom.with]?.passenger ?? 0) && !leaving.has(passenger)))
    return changeRefused(context, row, 'an infant would lose its lap on the way', 'Let the infant leave too');
  if (laps.some((number) => !party.some(({ passenger, infant }) => passenger === number && infant)))
    return changeRefused(context, row, 'no infant is on that lap', 'Choose among the infants of the booking');
  const after = withoutPassengers(changing, leaving, freed);
  const given = legs.flatMap((leg, at) => givenUp(leg, after.legs[at]));
  const who = whoLeaves(leaving.size, party.length, freed.size);
  const parts = await refundParts(changing, given, leaving.size + freed.size, who);
  const planned: PlannedChange = {
    after,
    ...parts,
    note: `${who} ${leaving.size + freed.size === 1 ? 'does' : 'do'} not travel, ${parts.rule}`,
  };
  return accept(planned);
};

/** `2 of 3 passengers and 1 infant on a lap`: who leaves, without names. */
function whoLeaves(leaving: number, party: number, infants: number): string {
  const onLaps = infants === 0 ? [] : [infants === 1 ? '1 infant on a lap' : `${infants} infants on laps`];
  const seated = leaving === 0 ? [] : [`${leaving} of ${party} passengers`];
  return [...seated, ...onLaps].join(' and ');
}

/** Some flights are not flown. Their fares go back as the refund rule says, by the first of them. */
export const planDrop: Plan<Drop> = async (changing, { segments }) => {
  const { context, row, legs, party, passengers } = changing;
  const dropped = legs.filter(({ segment }) => segments.includes(segment));
  if (dropped.length !== new Set(segments).size)
    return changeRefused(context, row, 'it has no such flight', 'Choose among the flights of the booking');
  if (dropped.length === legs.length) return changeRefused(context, row, 'no flight would be left on it', 'Cancel the booking instead');
  if (party.some(({ seatFrom }) => seatFrom))
    return changeRefused(context, row, 'an infant gets its seat on the way', 'Cancel the booking and sell it anew');
  const given = dropped.flatMap((leg) => givenUp(leg));
  const flights = dropped.map(({ flight }) => flight).join(', ');
  const parts = await refundParts(changing, given, party.length, flights);
  const planned: PlannedChange = {
    after: { party, passengers, legs: legs.filter((leg) => !dropped.includes(leg)) },
    ...parts,
    note: `${flights} not flown, ${parts.rule}`,
  };
  return accept(planned);
};
