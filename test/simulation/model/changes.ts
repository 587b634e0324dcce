import type { TakeChange } from '../../../main/commands/changes/take-change.ts';
import { OFFER_MS, PAYMENT_GRACE_MS } from '../../../shared/bounds.ts';
import type { Input } from '../../../shared/contract.ts';
import { standing } from './bookings.ts';
import { claimKeys, isSeat, keysOfLeg } from './claim-keys.ts';
import { refused } from './expected.ts';
import { giveBack } from './give-back.ts';
import { keepWishes, wishesOf } from './messages.ts';
import type { Commands, Leg, Model, ModelBooking, ModelCommand } from './model.ts';
import type { ModelQuote } from './model-rows.ts';
import { changeable, type Plan, partyMayPart, planned, type Standing, without } from './plan-change.ts';
import type { Done } from './plan-way.ts';
import { priceOf } from './priced-leg.ts';
import { childrenMayTravel, tendersPay, tendersTaken } from './sale-checks.ts';
import { partsOf, toldShares } from './shares-of.ts';
import { settleOffer } from './waitlist.ts';
import { carry } from './weights.ts';

type Take = Omit<TakeChange, 'approved'>;

interface Taken {
  readonly booking: ModelBooking & Standing;
  readonly quote: ModelQuote;
  readonly plan: Plan;
}

/** The change of a quote that may be taken, and is paid. */
function taken(model: Model, { bookingId, offerId, tenders, slipsCompared }: Take, command: ModelCommand): Taken {
  const booking = changeable(model, bookingId, command.now);
  const quote = standing(model, booking, offerId, 'change', command.now);
  if (!quote.change) throw new Error(`quote ${offerId} is of no change`);
  const again = planned(model, booking, quote.change, command, quote.waived);
  // No hold keeps what an infant on a lap pays, so its quote does.
  const plan = quote.legs ? { ...again, after: { ...again.after, legs: quote.legs } } : again;
  tendersPay(model, Math.max(0, quote.total), { tenders, slipsCompared }, command);
  if (tenders.some((tender) => tender.kind === 'card' && tender.charge)) throw refused('CHARGE_NOT_TAKEN');
  return { booking, quote, plan };
}

/** A reply tells the names too. */
const told = (model: Model, booking: ModelBooking) => ({ ...booking, passengers: model.names.get(booking.bookingId) });

/** These legs with the counters as they are. */
const counted = (model: Model, legs: readonly Pick<Leg, 'flightId' | 'cabin' | 'seats'>[]) =>
  legs.map(({ flightId, cabin, seats }) => ({ flightId, cabin, seats, ...model.counter(flightId, cabin) }));

function count(model: Model, { flightId, cabin }: Leg, held: number, sold: number): void {
  const counter = model.counter(flightId, cabin);
  model.counters.set(`${flightId} ${cabin}`, { ...counter, held: counter.held + held, sold: counter.sold + sold });
}

/** Seats that a booking has no more are free, those that it has instead are its own. Tells what went back to sale and what came from a hold. */
function moveSeats(model: Model, booking: ModelBooking, { after, hold }: Pick<Plan, 'after' | 'hold'>) {
  const { bookingId, legs } = booking;
  const [had, has] = [new Set(claimKeys(booking)), new Set(claimKeys({ bookingId, ...after }))];
  // Who has no seat had a place that was named for the hold.
  for (const key of [...had, ...(hold ? claimKeys(hold) : [])]) if (!has.has(key)) model.claims.delete(key);
  for (const key of has) model.claims.set(key, bookingId);
  const given = legs.flatMap((leg) => {
    const keys = keysOfLeg(booking, leg);
    const seats = leg.seats.filter((_, at) => !has.has(keys[at] ?? ''));
    if (seats.length === 0) return [];
    const instead = after.legs.filter(({ flightId, cabin }) => flightId === leg.flightId && cabin === leg.cabin);
    const got = hold ? 0 : claimKeys({ bookingId, party: after.party, legs: instead }).filter((key) => !had.has(key)).length;
    count(model, leg, 0, got - seats.length);
    // Who gets a seat gives up no other.
    const told = got < seats.length ? seats : seats.filter(isSeat);
    if (told.length < seats.length) model.met.push('seated later');
    return told.length === 0 ? [] : counted(model, [{ ...leg, seats: told }]);
  });
  // On a flight that no hold had for it, its seats are sold now.
  const isNew = (leg: Leg) => !legs.some(({ flightId, cabin }) => flightId === leg.flightId && cabin === leg.cabin);
  for (const leg of hold ? [] : after.legs.filter(isNew)) count(model, leg, 0, leg.seats.length);
  const passed = (hold?.legs ?? []).flatMap((leg) => {
    count(model, leg, -leg.seats.length, leg.seats.length);
    return counted(model, [leg]);
  });
  return { given, passed };
}

/** What stood before is kept. */
function keepVersion(model: Model, { bookingId, version, party, legs, total, names, tenders }: ModelBooking & Standing): void {
  model.versions.push({ bookingId, version, party, legs, total, names, tenders: tenders.length });
}

const statuses = (legs: readonly Leg[], code: 'HK' | 'HX') => legs.map(({ seats }) => seats.map(() => code));

/** What stands before a booking that is replaced by one that changed. */
function plain({ names: _, ...booking }: ModelBooking & Standing): ModelBooking {
  return booking;
}

/** The offer and the hold of a change outlive its payment. */
function protect(model: Model, { quote, plan: { hold } }: Taken, now: number): void {
  const until = now + PAYMENT_GRACE_MS;
  quote.validUntil = Math.max(quote.validUntil, until);
  if (hold && (hold.expiresAt ?? 0) < until) model.write('hold.protected', { ...hold, expiresAt: until, holdMs: until - hold.createdAt });
}

interface Made {
  /** What is to be paid, below 0 what goes back. */
  readonly due: number;
  readonly toVoucher?: boolean | undefined;
  readonly now: number;
  readonly overrides?: NonNullable<Plan['overrides']>;
  /** What the carrier did, where the change answers that. */
  readonly given?: Done;
  /** Takes what is to be paid. */
  readonly pay?: () => ModelBooking['tenders'];
}

/** A change is made: seats, money and names move, and what stood before is kept. What came free is not offered yet. */
export function makeChange(
  model: Model,
  booking: ModelBooking & Standing,
  plan: Pick<Plan, 'after' | 'hold'>,
  { due, toVoucher, now, overrides = [], given: because, pay = () => [] }: Made,
): ModelBooking {
  const { bookingId, desk } = booking;
  carry(model, booking, plan.after, plan.hold?.bookingId);
  keepVersion(model, booking);
  const { given, passed } = moveSeats(model, booking, plan);
  const paid = pay();
  const back = Math.max(0, -due);
  const before = back > 0 ? giveBack(model, bookingId, booking.tenders, back, now, toVoucher) : booking.tenders;
  const tenders = [...before, ...paid];
  const total = priceOf(plan.after.legs);
  const { party, legs, names } = plan.after;
  const after: ModelBooking = {
    ...plain(booking),
    ...{ party, legs, total, tenders },
    fees: booking.fees + due + booking.total - total,
    refunded: booking.refunded + back,
    version: booking.version + 1,
    statuses: statuses(legs, 'HK'),
  };
  model.bookings.set(bookingId, after);
  model.names.set(bookingId, names);
  for (const { flightId } of legs) model.everOn.get(bookingId)?.add(flightId);
  if (given.length > 0) model.events.push(['booking.seatsGiven', bookingId, { bookingId, desk, amount: 0, legs: given }]);
  model.freed.push(...given);
  const { hold } = plan;
  if (hold) {
    const { bookingId: held } = hold;
    const ended = { state: 'MERGED', expiresAt: null, payingSince: null, statuses: statuses(hold.legs, 'HX') } as const;
    model.bookings.set(held, { ...hold, ...ended, version: hold.version + 1 });
    model.drafts.delete(held);
    model.events.push(['hold.merged', held, { bookingId: held, desk: hold.desk, amount: 0, legs: passed }]);
  }
  const moved = { bookingId, desk, amount: back, price: total, fees: after.fees, paid: Math.max(0, due) };
  const more = overrides.length > 0 ? { overrides } : {};
  const told = { ...moved, legs: counted(model, legs), ...more };
  model.events.push(because ? ['booking.reaccommodated', bookingId, { ...told, change: because }] : ['booking.changed', bookingId, told]);
  if (hold) settleOffer(model, hold.bookingId);
  return after;
}

export const CHANGES: Commands = {
  'bookings.changeQuote'(model, { bookingId, change, toVoucher = false, waiver }: Input<'bookings.changeQuote'>, command) {
    const { now, actor } = command;
    const waived = waiver !== undefined;
    if (waived && actor.role !== 'supervisor') throw refused('ROLE_REQUIRED');
    const booking = changeable(model, bookingId, now);
    const { after, due, hold } = planned(model, booking, change, command, waived);
    const leaves = after.legs.map(({ departsAt }) => departsAt).filter((at) => at > now);
    const made = {
      offerId: model.quotes.length + 1,
      kind: 'change' as const,
      bookingId,
      bookingVersion: booking.version,
      total: due,
      validUntil: Math.min(now + OFFER_MS, ...leaves),
      change,
    };
    const number = model.quotes.filter((quote) => quote.bookingId === bookingId).length + 1;
    model.quotes.push({ ...made, toVoucher, waived, ...(change.kind === 'infant' ? { legs: after.legs } : {}) });
    model.write('booking.changeQuoted', model.booking(bookingId), due);
    model.met.push(change.kind);
    return {
      ...{ ...made, number, legs: after.legs, seated: after.party.map(({ passenger }) => passenger), heldUntil: hold?.expiresAt ?? null },
      to: toVoucher && due < 0 ? [{ kind: 'voucher', amount: -due, reference: '' }] : toldShares(booking.tenders, Math.max(0, -due)),
    };
  },
  'changes.begin'(model, { charges, ...input }: Take & { charges: { reference: string; amount: number }[] }, command) {
    const change = taken(model, input, command);
    const { bookingId } = change.booking;
    for (const { reference, amount } of charges)
      model.payments.set(reference, { bookingId, amount, at: command.now, approvalCode: null, state: 'PENDING' });
    protect(model, change, command.now);
    const asked = charges.reduce((sum, { amount }) => sum + amount, 0);
    model.write('payment.begun', model.booking(bookingId), asked);
    return { currency: 'USD' };
  },
  'changes.renew'(model, input: Take, command) {
    protect(model, taken(model, input, command), command.now);
    return { renewed: true };
  },
  'changes.take'(model, { approved, ...input }: TakeChange, command) {
    const { booking, quote, plan } = taken(model, input, command);
    if (approved.some(({ reference }) => model.payments.get(reference)?.state !== 'PENDING')) throw refused('CHARGE_NOT_TAKEN');
    const after = makeChange(model, booking, plan, {
      due: quote.total,
      toVoucher: quote.toVoucher,
      now: command.now,
      overrides: [...(quote.waived ? ['waiver' as const] : []), ...(plan.overrides ?? [])],
      pay: () => {
        const paid = tendersTaken(model, input.tenders, approved);
        model.take(paid);
        const taken = paid.map(() => ({ at: command.now, desk: command.actor.desk }));
        model.takenAt.set(booking.bookingId, [...(model.takenAt.get(booking.bookingId) ?? []), ...taken]);
        for (const { reference, approvalCode } of approved)
          Object.assign(model.payments.get(reference) ?? {}, { state: 'APPROVED', approvalCode });
        return paid;
      },
    });
    model.met.push(`${quote.change?.kind} ${quote.total > 0 ? 'dearer' : quote.total < 0 ? 'cheaper' : 'for nothing'}`);
    return told(model, after);
  },
  'bookings.split'(model, { bookingId, version, passengers, contact }: Input<'bookings.split'>, { now, actor }) {
    const booking = changeable(model, bookingId, now);
    const { party, minorsBy, sale } = booking;
    if (booking.version !== version) throw refused('OFFER_OUTDATED');
    partyMayPart(booking, passengers);
    if (party.some(({ seatFrom }) => seatFrom)) throw refused('CHANGE_REFUSED', { problem: 'an infant gets its seat on the way' });
    if (!contact.phone && !contact.email) throw refused('CONTACT_MISSING');
    if (!contact.askedBy) throw refused('REQUESTED_BY_MISSING');
    const stays = without(model, booking, passengers);
    const rest = party.map(({ passenger }) => passenger).filter((number) => !passengers.includes(number));
    const goes = without(model, booking, rest);
    for (const side of [stays, goes]) childrenMayTravel(side, minorsBy);
    keepVersion(model, booking);
    const price = priceOf(goes.legs);
    const parts = partsOf(price, booking.tenders);
    const left: ModelBooking = {
      ...plain(booking),
      ...{ party: stays.party, legs: stays.legs, total: booking.total - price, version: version + 1, statuses: statuses(stays.legs, 'HK') },
      tenders: booking.tenders.map((tender, at) => ({ ...tender, amount: tender.amount - (parts[at] ?? 0) })),
    };
    const made: ModelBooking = {
      ...{ bookingId: model.bookings.size + 1, state: 'CONFIRMED', desk: actor.desk, createdAt: now, expiresAt: null, holdMs: 0 },
      ...{
        extended: false,
        payingSince: null,
        tenderFailedAt: null,
        party: goes.party,
        legs: goes.legs,
        total: price,
        refunded: 0,
        fees: 0,
      },
      ...{ sale, minorsBy, version: 1, statuses: statuses(goes.legs, 'HK') },
      tenders: booking.tenders.flatMap((tender, at) => (parts[at] ? [{ ...tender, amount: parts[at], refunded: 0 }] : [])),
    };
    model.takenAt.set(made.bookingId, model.takenAt.get(bookingId)?.filter((_, at) => parts[at]) ?? []);
    for (const [one, { names }] of [
      [left, stays],
      [made, goes],
    ] as const) {
      model.bookings.set(one.bookingId, one);
      model.names.set(one.bookingId, names);
    }
    const { messages = wishesOf(model, bookingId), ...reached } = contact;
    model.contacts.set(made.bookingId, reached);
    keepWishes(model, made.bookingId, messages);
    model.everOn.set(made.bookingId, new Set(made.legs.map(({ flightId }) => flightId)));
    for (const key of claimKeys({ ...made, bookingId })) model.claims.delete(key);
    for (const key of claimKeys(made)) model.claims.set(key, made.bookingId);
    const rests = { bookingId, desk: left.desk, amount: 0, price: left.total, fees: left.fees, paid: 0, legs: counted(model, left.legs) };
    const begins = { bookingId: made.bookingId, desk: made.desk, amount: price, from: bookingId, sale, legs: counted(model, made.legs) };
    model.events.push(['booking.divided', bookingId, rests], ['booking.split', made.bookingId, begins]);
    return told(model, made);
  },
};
