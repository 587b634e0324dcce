import type { BookingView } from '../../shared/methods/booking-view.ts';
import type { Tender } from '../../shared/methods/tenders.ts';
import type { ActionOf, MessagesWished, NamesGiven, TenderKind } from './action.ts';
import type { Bank } from './bank.ts';
import type { SimulatedHub } from './simulated-hub.ts';
import { STAFF } from './world.ts';

/** The number of a booking or quote of which nobody has heard. */
export const NOBODY_KNOWS = 4_000_000;

/** Mostly one that may pay. The fourth has another currency, and of the fifth nobody knows. */
const AGENCY_OF = [1, 2, 3, 1, 2, 3, 1, 2, 4, 5] as const;

/** Each payment has a reference of its own; now and then one is read that may have paid before. */
const walletOf = (requestId: string, place: number, voucher: number): string =>
  voucher < 3 ? 'WALLET1000' : `WALLET${requestId.replace(/\D/g, '')}T${place}`;

/** Tenders of these kinds for a total, after `before` others. A card that the bank must not answer is named to it. */
export function tendersInput(
  { tenders, voucher }: { readonly tenders: readonly TenderKind[]; readonly voucher: number },
  total: number,
  before: number,
  bank: Bank,
  requestId: string,
): Tender[] {
  const share = Math.max(1, Math.floor(total / tenders.length));
  return tenders.map((kind, at): Tender => {
    const reference = `${requestId}.${at + before}`;
    const amount = Math.max(1, at === tenders.length - 1 ? total - share * (tenders.length - 1) : share);
    if (kind === 'cash') return { kind, amount, given: amount + 500 };
    if (kind === 'short') return { kind: 'cash', amount, given: amount - 1 };
    if (kind === 'voucher') return { kind, amount, voucher: `VOUCHER${voucher}` };
    if (kind === 'wallet') return { kind, amount, wallet: walletOf(requestId, at + before, voucher) };
    if (kind === 'account') return { kind, amount, account: `AGENCY${AGENCY_OF[voucher % AGENCY_OF.length]}` };
    if (kind === 'typed') return { kind: 'card', amount, approvalCode: `0716${String(10 + voucher).slice(-2)}`, testCard: null };
    if (kind === 'broken') bank.broken.add(reference);
    if (kind === 'unread') bank.unread.add(reference);
    return { kind: 'card', amount, approvalCode: null, testCard: kind === 'broken' || kind === 'unread' ? 'approve' : kind };
  });
}

export const wishesInput = (wishes: MessagesWished) =>
  ({ language: wishes === 'es' ? wishes : 'en', optedOut: wishes === 'none' }) as const;

/** What an agent knows of a booking: it was heard from a reply, or stands on the list of offers. */
export type KnownBooking = Pick<BookingView, 'bookingId' | 'party' | 'total'> & { readonly legs: readonly { readonly date: string }[] };

/** Of a hold of which nobody has heard. */
const LONE: BookingView['party'] = [{ passenger: 1, type: 'ADT', infant: false, assistance: false }];

const contactOf = (names: NamesGiven, given?: ActionOf<'confirm'>['contact'], wishes?: MessagesWished) => ({
  phone: names === 'no-contact' || given === 'email' ? '' : '+1 212 555 0148',
  email: names === 'no-contact' || !given ? '' : 'e.petrov@example.com',
  askedBy: 'Elena Petrov',
  ...(wishes ? { messages: wishesInput(wishes) } : {}),
});

/** The names of a party, as they are typed. `turns`: an infant on a lap is 2 on the last flight when 4 divides it. */
export function namesInput(party: BookingView['party'], legs: KnownBooking['legs'], names: NamesGiven, turns: number): object[] {
  const none = names === 'no-birth-date';
  const born = (type: string, seatFrom?: number): string | null => {
    if (type === 'INS') return none ? null : bornOnTheWay(legs, seatFrom);
    if (type === 'CHD' && !none) return names === 'under-five' ? '2022-05-05' : '2020-05-05';
    return names === 'too-young' ? '2013-01-01' : null;
  };
  const passengers: object[] = party.map(({ type, seatFrom }, place) => ({
    type,
    surname: names === 'no-letters' ? '3' : 'Petrov',
    given: `Elena ${'ABCDEFGHI'[place]}`,
    title: '',
    birthDate: born(type, seatFrom?.segment),
    with: null,
  }));
  for (const [place, { infant }] of party.entries()) {
    // Now and then it is 2 on the last flight.
    const birthDate = none ? null : bornOnTheWay(turns % 4 === 0 ? legs : []);
    if (infant) passengers.push({ type: 'INF', surname: 'Petrov', given: 'Elena', title: '', birthDate, with: place });
  }
  if (names === 'few') passengers.pop();
  if (passengers.length === 0) passengers.push({ type: 'CHD', surname: 'Petrov', given: 'Mia', title: '', birthDate: null, with: null });
  return passengers;
}

/** A sale by what the agent knows of the hold; with nothing known it is asked for all the same. */
export function saleInput(
  { names, tenders, voucher, compared, charges, off, contact, wishes, customer, as }: ActionOf<'confirm'>,
  hold: KnownBooking | undefined,
  { bank, judge }: SimulatedHub,
  requestId: string,
): object {
  const party = hold?.party ?? LONE;
  const passengers = namesInput(party, hold?.legs ?? [], names, voucher);
  const wrong = [['nobody.0', { amount: 1 }]] as const;
  const taken = charges === 'wrong' ? wrong : hold && charges ? judge.model.taken(hold.bookingId) : [];
  const named = taken.map(([charge, { amount }]): Tender => ({ kind: 'card', amount, approvalCode: null, testCard: null, charge }));
  const total = (hold?.total ?? 100) + off - named.reduce((sum, { amount }) => sum + amount, 0);
  return {
    bookingId: hold?.bookingId ?? NOBODY_KNOWS,
    passengers,
    contact: contactOf(names, contact, wishes),
    tenders: [...named, ...tendersInput({ tenders, voucher }, total, named.length, bank, requestId)],
    ...(compared ? { slipsCompared: true } : {}),
    ...(customer === undefined ? {} : { customers: [{ place: 0, customerId: customer === 0 ? null : customer }] }),
    // A supervisor says yes to children who travel alone.
    ...(STAFF[as].role === 'supervisor' ? { minors: 'own' } : {}),
  };
}

/** A time limit for a hold by what the agent knows of it. */
export function payLaterInput({ of, ms, atLimit, names }: ActionOf<'pay-later'>, hold: KnownBooking | undefined, now: number): object {
  const passengers = namesInput(hold?.party ?? LONE, hold?.legs ?? [], names, of);
  return { bookingId: hold?.bookingId ?? NOBODY_KNOWS, payBy: Math.max(1, now + ms), atLimit, passengers, contact: contactOf(names) };
}

/** The birth date of an infant that is 2 on this segment, by default the last, and not before; else of one of some months. */
export function bornOnTheWay(legs: KnownBooking['legs'], segment = legs.length): string {
  const date = legs[segment - 1]?.date ?? '';
  return legs[0] && legs[0].date < date ? `${Number(date.slice(0, 4)) - 2}${date.slice(4)}` : '2026-01-02';
}
