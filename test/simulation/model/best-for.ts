import { bestSeats, type SeatedPassenger } from '../../../main/rules/seat-choice.ts';
import { seatsLike } from '../../../main/rules/seats-like.ts';
import type { BlockCode } from '../../../shared/seat-blocks.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import { simulatedReference } from '../simulated-reference.ts';
import { blocksOn, seatsOf, usableSeats } from './blocks.ts';
import type { Leg, Model, ModelBooking } from './model.ts';
import { sittingOn } from './sale-checks.ts';

interface Place {
  readonly flightId: number;
  readonly cabin: Cabin;
}
type Party = readonly SeatedPassenger[];

/** Seats among those that are not taken, the best first, by the rule that tests of its own prove. `mayHold`: how many seats at most. */
function choicesAmong(
  model: Model,
  { flightId, cabin }: Place,
  party: Party,
  taken: ReadonlySet<string>,
  mayHold: number,
): readonly (readonly string[])[] {
  const plan = simulatedReference.seatPlan(model.flight(flightId).map);
  return plan ? bestSeats(plan, { taken, mayHold }, party, cabin).map(({ seats }) => seats) : [];
}

/** The best of them. */
export const bestAmong = (...among: Parameters<typeof choicesAmong>): readonly string[] | undefined => choicesAmong(...among)[0];

/** The same, as many as the cabin may hold. */
function choices(model: Model, { flightId, cabin }: Place, party: Party, taken: ReadonlySet<string>): readonly (readonly string[])[] {
  const { authorised, held, sold } = model.counter(flightId, cabin);
  const mayHold = Math.max(0, Math.min(authorised, usableSeats(model, flightId, cabin)) - held - sold);
  return choicesAmong(model, { flightId, cabin }, party, taken, mayHold);
}

/**
 * Seats for some passengers of a leg like those that they had on the aircraft `before`, by place, by the rule that tests of its own prove; undefined where
 * there are none for all of them.
 */
export function likeAmong(
  model: Model,
  { flightId, cabin, before }: Place & { readonly before: string },
  { booking, leg, lose }: { readonly booking: ModelBooking; readonly leg: Leg; readonly lose: readonly number[] },
): ReadonlyMap<number, string> | undefined {
  const [had, has] = [simulatedReference.seatPlan(before), simulatedReference.seatPlan(model.flight(flightId).map)];
  const party = sittingOn(booking.party, leg.segment).map((held) => ({ ...held, infant: held.carries }));
  const taken = takenOn(model, flightId);
  const free = (has?.ofCabin.get(cabin) ?? []).filter(({ seat }) => !taken.has(seat));
  const seats = leg.seats.map((seat, at) => (lose.includes(at) ? had : has)?.byName.get(seat));
  const given = seatsLike(free, { party, seats, lose }, 'nobody');
  // Of a family that moves for a child, somebody may be given the seat that they had.
  return given && new Map([...given].flatMap(([at, { seat }]) => (seat === leg.seats[at] && !lose.includes(at) ? [] : [[at, seat]])));
}

/** Seats of a flight that somebody has, or that are blocked. */
export function takenOn(model: Model, flightId: number): Set<string> {
  const of = `${flightId} `;
  const claimed = [...model.claims.keys()].flatMap((key) => (key.startsWith(of) ? [key.slice(of.length)] : []));
  return new Set([...claimed, ...blocksOn(model, flightId).map(({ seat }) => seat)]);
}

/** The best seats for a party that a cabin may hold now; undefined when it does not fit. */
export const bestFor = (model: Model, place: Place, party: Party): readonly string[] | undefined =>
  choices(model, place, party, takenOn(model, place.flightId))[0];

/** The same. Where it does not fit, blocks give way: to one who needs assistance, and seats that are sold last with all others that are left. */
export function bestLeft(model: Model, place: Place, party: Party): readonly string[] | undefined {
  const plain = bestFor(model, place, party);
  if (plain) return plain;
  const blocks = Map.groupBy(blocksOn(model, place.flightId), ({ seat }) => seat);
  const assisted: BlockCode[] = party.length === 1 && party[0]?.assistance ? ['WCHC'] : [];
  const sells = (codes: readonly BlockCode[]) =>
    [...blocks].flatMap(([seat, own]) => (own.every(({ code }) => codes.includes(code)) ? [seat] : []));
  const taken = takenOn(model, place.flightId);
  for (const seat of sells(assisted)) taken.delete(seat);
  const [forAssistance] = choices(model, place, party, taken);
  if (forAssistance) return forAssistance;
  const others = seatsOf(model, place.flightId, place.cabin).filter((seat) => !taken.has(seat));
  for (const seat of sells([...assisted, 'KEPT'])) taken.delete(seat);
  return choices(model, place, party, taken).find((last) => others.every((seat) => last.includes(seat)));
}
