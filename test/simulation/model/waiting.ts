import type { Input } from '../../../shared/contract.ts';
import { WAIT_PRIORITIES, WAIT_STATUS } from '../../../shared/methods/waitlist.ts';
import { capacity } from '../world.ts';
import { own, released } from './bookings.ts';
import { sellsClass } from './class-room.ts';
import { known, refused } from './expected.ts';
import { wishesOf } from './messages.ts';
import type { Commands, Model } from './model.ts';
import { type ModelWait, offerFreed, offersEnd, tellOf, waitingFor } from './waitlist.ts';

/** A party that waits or has an offer. */
function lives(model: Model, entryId: number): ModelWait {
  const entry = known(model.waits[entryId - 1], 'WAITLIST_UNKNOWN');
  if (entry.state !== 'WAITING' && entry.state !== 'OFFERED') throw refused('WAITLIST_OVER', { state: WAIT_STATUS[entry.state] });
  return entry;
}

function waits(model: Model, entryId: number): ModelWait {
  const entry = lives(model, entryId);
  if (entry.state === 'OFFERED') throw refused('WAITLIST_OFFERED', { until: model.bookings.get(entry.hold ?? 0)?.expiresAt });
  return entry;
}

function offered(model: Model, entryId: number): ModelWait & { readonly hold: number } {
  const entry = lives(model, entryId);
  if (entry.state !== 'OFFERED' || entry.hold === null) throw refused('WAITLIST_NO_OFFER');
  return entry as ModelWait & { hold: number };
}

/** Who waits for flights that have all left waits in vain. */
function endInVain(model: Model, now: number): void {
  const inVain = model.waits.filter(
    ({ state, flights, leavesAt }) =>
      state === 'WAITING' && leavesAt <= now && model.flown(legsOn(flights)).every(({ departs }) => departs <= now),
  );
  for (const entry of inVain.sort((a, b) => a.leavesAt - b.leavesAt || a.id - b.id)) {
    Object.assign(entry, { state: 'UNABLE', why: 'left' });
    model.met.push('wait in vain');
    tellOf(model, 'waitlist.ended', entry);
  }
}
const legsOn = (flights: readonly number[]) => flights.map((flightId) => ({ flightId }));

export const WAITING: Commands = {
  'waitlist.join'(model, input: Input<'waitlist.join'>, { now, actor }) {
    const { flights, cabin, passengers, phone, fareLimit } = input;
    const priority = WAIT_PRIORITIES.indexOf(input.priority ?? 'normal');
    if (priority === 2 && actor.role !== 'supervisor') throw refused('ROLE_REQUIRED');
    if (passengers.some(({ type }) => type === 'INS') && !passengers.some(({ type }) => type === 'ADT')) throw refused('INFANT_ALONE');
    const all = model.flown(legsOn(flights));
    if (all.some(({ cancelled }) => cancelled)) throw refused('FLIGHT_CANCELLED');
    if (all.some(({ departs }) => departs <= now)) throw refused('FLIGHT_DEPARTED');
    const seats = all.map(({ map }) => capacity(map, cabin));
    if (seats.includes(0)) throw refused('CABIN_UNKNOWN');
    const { bookingClass = null } = input;
    if (bookingClass !== null && !all.every((flight) => sellsClass(model, flight, cabin, bookingClass, now)))
      throw refused('CLASS_UNKNOWN');
    if (bookingClass !== null) model.met.push('a class');
    if (seats.some((most) => most < passengers.length)) throw refused('WAITLIST_TOO_LARGE');
    if (all.some((flight) => offersEnd(flight) <= now)) throw refused('WAITLIST_CLOSED');
    if (!/\d.*\d.*\d.*\d.*\d/.test(phone)) throw refused('CONTACT_INVALID');
    endInVain(model, now);
    const [first = 0] = flights;
    const ahead = waitingFor(model, { flightId: first, cabin }).filter((entry) => entry.priority >= priority).length;
    const entry: ModelWait = {
      ...{ id: model.waits.length + 1, flights, cabin, bookingClass, party: passengers, fareLimit, desk: actor.desk, phone, joinedAt: now },
      leavesAt: Math.max(...all.map(({ departs }) => departs)),
      ...{ state: 'WAITING', priority, offeredAt: null, hold: null, answeredAt: null, why: '' },
    };
    model.waits.push(entry);
    tellOf(model, 'waitlist.joined', entry);
    model.freed.push(...flights.map((flightId) => ({ flightId, cabin })));
    offerFreed(model, now);
    return { entryId: entry.id, state: entry.state, hold: entry.hold, ahead };
  },
  'waitlist.drop'(model, { entryId }: Input<'waitlist.drop'>) {
    const entry = waits(model, entryId);
    Object.assign(entry, { state: 'DROPPED', why: 'dropped' });
    tellOf(model, 'waitlist.ended', entry);
    return { entryId, state: 'DROPPED', hold: null };
  },
  'waitlist.move'(model, { entryId, priority }: Input<'waitlist.move'>) {
    const entry = waits(model, entryId);
    entry.priority = WAIT_PRIORITIES.indexOf(priority);
    tellOf(model, 'waitlist.moved', entry);
    return { entryId, state: 'WAITING', hold: null };
  },
  'waitlist.answer'(model, { entryId, answer }: Input<'waitlist.answer'>, command) {
    const entry = offered(model, entryId);
    const hold = own(model, entry.hold, command, answer === 'yes');
    if (answer === 'no') {
      released(model, hold, command.now);
      return { entryId, state: 'UNABLE', hold: entry.hold };
    }
    if (entry.answeredAt === null) {
      entry.answeredAt = command.now;
      tellOf(model, 'waitlist.answered', entry, hold.legs[0]?.flightId ?? null);
    }
    return { entryId, state: 'OFFERED', hold: entry.hold };
  },
  'waitlist.tell'(model, { entryId, by }: Input<'waitlist.tell'>) {
    const { hold } = offered(model, entryId);
    if (by === 'message' && wishesOf(model, hold).optedOut) throw refused('WAITLIST_UNREACHABLE');
    const { desk } = model.booking(hold);
    model.events.push([by === 'message' ? 'offer.messagedAgain' : 'offer.called', hold, { bookingId: hold, desk, amount: 0, legs: [] }]);
    return { entryId, state: 'OFFERED', hold };
  },
  'waitlist.offer'(model, { flightId, cabin }: Input<'waitlist.offer'>, { now }) {
    if (capacity(model.flight(flightId).map, cabin) === 0) throw refused('CABIN_UNKNOWN');
    model.freed.push({ flightId, cabin });
    return { offered: offerFreed(model, now) };
  },
};
