import { PARTY_MAX } from '../../shared/bounds.ts';
import type { BookingState, BookingView } from '../../shared/methods/booking-view.ts';
import { type MessageWishes, USUAL_WISHES } from '../../shared/methods/messages.ts';
import type { Tender } from '../../shared/methods/tenders.ts';
import { isSeat } from '../../shared/open-seat.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { CABINS, type Cabin } from '../../shared/seat-map.ts';
import type { TypedParty } from '../format/read-party.ts';
import { changeDue } from './change-due.ts';
import type { InfantMisfit } from './infant-misfit.ts';
import { seatInfant } from './party-seats.ts';
import { passengerOf } from './passenger-of.ts';
import { type PickingAction, pickingStep, withoutSeats } from './pick-seats.ts';
import {
  asksTerminal,
  type Busy,
  isSeated,
  NO_YES,
  type Outcome,
  type Passenger,
  type Sale,
  type SaleLeg,
  type Stage,
  type TypedYes,
} from './sale.ts';

export type SaleAction =
  | PickingAction
  | { readonly do: 'cabins'; readonly flightId: number; readonly cabins: readonly Cabin[] }
  | { readonly do: 'showLeg'; readonly leg: number }
  | { readonly do: 'changePassenger'; readonly index: number; readonly change: Partial<Omit<Passenger, 'key' | 'type'>> }
  | {
      readonly do: 'write';
      readonly contact?: string;
      readonly askedBy?: string;
      readonly messages?: MessageWishes;
      readonly yes?: Partial<TypedYes>;
    }
  | { readonly do: 'addTender'; readonly tender: Tender }
  | { readonly do: 'dropTender'; readonly index: number }
  | { readonly do: 'begin'; readonly busy: Busy }
  | { readonly do: 'refused'; readonly refusal: Refusal }
  | { readonly do: 'unknown' }
  | { readonly do: 'notAsked' }
  | { readonly do: 'booking'; readonly booking: BookingView }
  | { readonly do: 'ended'; readonly why: string }
  /** The sale that was confirmed stands no more: taken back whole, or cancelled. */
  | { readonly do: 'over'; readonly undone: boolean; readonly booking: BookingView }
  | { readonly do: 'sold'; readonly booking: BookingView }
  | { readonly do: 'changeGiven' }
  | { readonly do: 'forgetRefusal' }
  | { readonly do: 'again' }
  | { readonly do: 'seatInfant'; readonly misfit: InfantMisfit };

/** Refusals of a confirmation after which the hub keeps the hold no longer. */
const ENDS_HOLD: ReadonlySet<Refusal['code']> = new Set([
  'HOLD_EXPIRED',
  'HOLD_ENDED',
  'PAYMENT_FAILED',
  'PAYMENT_TOO_LATE',
  'BOOKING_UNKNOWN',
]);
/** Refusals of a confirmation after which the seats stay for another tender. */
const TENDER_FAILED: ReadonlySet<Refusal['code']> = new Set([
  'PAYMENT_DECLINED',
  'PAYMENT_TIMED_OUT',
  'PAYMENT_GIVEN_UP',
  'TERMINAL_RESTS',
]);
export const tenderFailed = (refusal: Refusal | null): boolean => refusal !== null && TENDER_FAILED.has(refusal.code);
/** Refusals of a hold that name a seat which cannot be had. */
const TAKES_SEAT: ReadonlySet<Refusal['code']> = new Set(['SEAT_SOLD', 'SEAT_HELD', 'SEAT_BLOCKED', 'EXIT_ROW_REFUSED', 'SEAT_UNKNOWN']);

const blank = {
  active: 0,
  exitRowConfirmed: false,
  minutes: null,
  override: '',
  promotion: '',
  contact: '',
  askedBy: null,
  messages: USUAL_WISHES,
  yes: NO_YES,
  tenders: [],
  booking: null,
  advice: null,
  refusal: null,
  busy: null,
  changeGiven: true,
  outcome: 'none',
  ended: '',
} as const;

/** How many flights at the end are of the way back, and in which cabin. */
interface WayBack {
  readonly flights: number;
  readonly cabin: Cabin | null;
}

/** A sale that begins: a party before up to three flights each way, nobody seated. More than nine are cut by the search before. */
export function newSale(
  flightIds: readonly number[],
  { adults, children, infants }: TypedParty,
  cabin: Cabin | null,
  back: WayBack = { flights: 0, cabin },
): Sale {
  const party = [
    ...Array.from({ length: Math.max(0, adults) }, (_, place) => passengerOf('ADT', { infant: place < infants })),
    ...Array.from({ length: Math.max(0, children) }, () => passengerOf('CHD')),
  ].slice(0, PARTY_MAX);
  if (party.length === 0) party.push(passengerOf('ADT'));
  const leg = (flightId: number, at: number): SaleLeg => {
    const seats = party.map(() => null);
    return at < flightIds.length - back.flights ? { flightId, cabin, seats } : { flightId, cabin: back.cabin, back: true, seats };
  };
  return { ...blank, stage: 'seats', party, legs: flightIds.map(leg) };
}

/** A sale that goes on from what the hub knows of a hold or booking. */
export function saleOf(booking: BookingView): Sale {
  return withBooking(
    {
      ...blank,
      stage: 'details',
      party: booking.party.map(({ type, infant, assistance, seatFrom }, index) =>
        passengerOf(type, { infant, assistance, seatFrom, ...booking.draft?.passengers[index] }),
      ),
      contact: booking.draft?.contact ?? '',
      askedBy: booking.draft?.askedBy ?? null,
      messages: booking.draft?.messages ?? USUAL_WISHES,
      tenders: booking.draft?.tenders ?? [],
      legs: booking.legs.map(({ flightId, cabin, back, seats }) => ({ flightId, cabin, back, seats })),
      promotion: booking.legs.find(({ priced }) => priced?.promotion !== undefined)?.priced?.promotion ?? '',
    },
    booking,
  );
}

/** A sale that was asked for, whose outcome no console of this desk has heard. */
export const unheardSaleOf = (booking: BookingView): Sale => withBooking({ ...saleOf(booking), outcome: 'unknown' }, booking);

/** How a sale goes on with a booking in each state, and why its hold ended without a sale. */
export const AT_STATE: Readonly<Record<BookingState, { readonly stage: Stage; readonly ended: string }>> = {
  HOLD: { stage: 'details', ended: '' },
  CONFIRMED: { stage: 'confirmed', ended: '' },
  EXPIRED: { stage: 'lost', ended: 'The hold time is over. The seats went back to sale.' },
  RELEASED: { stage: 'lost', ended: 'The hold was released. The seats went back to sale.' },
  PAYMENT_FAILED: {
    stage: 'lost',
    ended: 'PAYMENT_FAILED: it was not paid in time. The seats went back to sale, and a supervisor sees it listed.',
  },
  CANCELLED: { stage: 'lost', ended: 'This booking was cancelled.' },
  MERGED: { stage: 'lost', ended: 'Its seats went into a booking that was changed.' },
};

function withBooking(sale: Sale, booking: BookingView): Sale {
  const soldHere = booking.state === 'CONFIRMED' && (sale.busy === 'confirming' || sale.outcome === 'unknown');
  const held = new Map(booking.legs.map(({ flightId, seats }) => [flightId, seats]));
  return {
    ...sale,
    ...AT_STATE[booking.state],
    // A party that chose no seats has those that the hub gave it.
    legs: sale.legs.map((leg) => ({ ...leg, seats: held.get(leg.flightId) ?? leg.seats })),
    changeGiven: soldHere ? changeDue(booking) === 0 : sale.changeGiven,
    tenders: tendersAt(sale, booking),
    outcome: sale.outcome === 'unknown' ? outcomeAt(booking) : sale.outcome,
    yes: booking.state === 'HOLD' ? sale.yes : NO_YES,
    ...{ booking, busy: null, refusal: null, advice: null },
  };
}

function outcomeAt({ state, payingSince }: BookingView): Outcome {
  if (state === 'CONFIRMED' || state === 'CANCELLED') return 'made';
  return payingSince === null ? 'not-made' : 'unknown';
}

/** The tenders of a sale: what the agent took, without cards of a try that failed; and the charges that stand taken, as the hub says. */
function tendersAt(sale: Sale, booking: BookingView): readonly Tender[] {
  if (booking.state !== 'HOLD' || booking.payingSince !== null) return sale.tenders;
  const failed = booking.tenderFailedAt !== null && booking.tenderFailedAt !== sale.booking?.tenderFailedAt;
  const taken = sale.tenders.filter(
    (tender) => !(tender.kind === 'card' && tender.charge !== undefined) && !(failed && asksTerminal(tender)),
  );
  const charges = booking.tenders.flatMap(({ charge, amount, approvalCode }) =>
    charge === null ? [] : [{ kind: 'card' as const, amount, approvalCode, testCard: null, charge }],
  );
  return taken.length === sale.tenders.length && charges.length === 0 ? sale.tenders : [...taken, ...charges];
}

/** A sale whose hold has ended: its seats can be picked again. */
const reopened = (sale: Sale): Sale => ({
  ...{ ...sale, stage: 'seats', booking: null, refusal: null, advice: null, ended: '', busy: null },
  legs: sale.legs.map((leg) => ({ ...leg, seats: leg.seats.map((seat) => (seat !== null && isSeat(seat) ? seat : null)) })),
});

/** The sale after an action. An action that its stage does not know leaves the sale as it is. */
export function step(sale: Sale, action: SaleAction): Sale {
  switch (action.do) {
    case 'showLeg':
      return sale.legs[action.leg] ? { ...sale, active: action.leg, advice: null } : sale;
    case 'cabins': {
      if (sale.legs.every((leg) => leg.flightId !== action.flightId || (leg.cabin !== null && action.cabins.includes(leg.cabin))))
        return sale;
      const usual = action.cabins.includes('Y') ? 'Y' : (CABINS.findLast((cabin) => action.cabins.includes(cabin)) ?? null);
      return {
        ...sale,
        legs: sale.legs.map((leg) =>
          leg.flightId === action.flightId && (leg.cabin === null || !action.cabins.includes(leg.cabin)) ? { ...leg, cabin: usual } : leg,
        ),
      };
    }
    case 'changePassenger':
      return {
        ...sale,
        party: sale.party.map((passenger, index) => (index === action.index ? { ...passenger, ...action.change } : passenger)),
        exitRowConfirmed: 'infant' in action.change || 'assistance' in action.change ? false : sale.exitRowConfirmed,
      };
    case 'write':
      return {
        ...sale,
        contact: action.contact ?? sale.contact,
        askedBy: action.askedBy ?? sale.askedBy,
        messages: action.messages ?? sale.messages,
        yes: { ...sale.yes, ...action.yes },
      };
    case 'begin':
      return sale.busy ? sale : { ...sale, busy: action.busy, refusal: null, outcome: 'none' };
    case 'refused':
      // A PIN that was refused is typed anew.
      return refused({ ...sale, busy: null, refusal: action.refusal, yes: { ...sale.yes, pin: '' } }, action.refusal);
    case 'changeGiven':
      return { ...sale, changeGiven: true };
    case 'unknown':
      return sale.stage === 'details' ? { ...sale, busy: null, refusal: null, outcome: 'unknown' } : sale;
    case 'notAsked':
      return { ...sale, busy: null, refusal: null, outcome: 'not-made' };
    case 'forgetRefusal':
      return { ...sale, refusal: null };
    case 'booking':
      return withBooking(sale, action.booking);
    case 'ended':
      // A confirmation under way knows better: its answer says what became of the payment.
      return sale.stage === 'details' && sale.busy !== 'confirming'
        ? { ...sale, stage: 'lost', busy: null, ended: action.why, outcome: sale.outcome === 'unknown' ? 'not-made' : sale.outcome }
        : sale;
    case 'over': {
      if (sale.stage !== 'confirmed') return sale;
      const ended = action.undone ? 'Its seats went back to sale, and its receipt is void.' : AT_STATE.CANCELLED.ended;
      return { ...sale, stage: 'lost', ended, outcome: action.undone ? 'undone' : 'made', booking: action.booking };
    }
    case 'sold': {
      if (sale.stage === 'confirmed' || sale.busy === 'confirming') return sale;
      return withBooking({ ...sale, outcome: sale.outcome === 'unknown' ? 'unknown' : 'none' }, action.booking);
    }
    case 'again':
      return sale.stage === 'lost' ? reopened({ ...sale, tenders: [] }) : sale;
    case 'seatInfant':
      // What a terminal took for the hold is on its way back.
      return sale.stage === 'details' || sale.stage === 'lost'
        ? reopened({
            ...seatInfant(sale, action.misfit),
            tenders: sale.tenders.filter((tender) => tender.kind !== 'card' || tender.charge === undefined),
          })
        : sale;
    case 'addTender':
      return sale.stage === 'details' ? { ...sale, tenders: [...sale.tenders, action.tender], refusal: null, outcome: 'none' } : sale;
    case 'dropTender':
      return sale.stage === 'details' && !sale.busy
        ? { ...sale, tenders: sale.tenders.filter((_, index) => index !== action.index), refusal: null, outcome: 'none' }
        : sale;
    default:
      return sale.stage === 'seats' && sale.busy === null ? pickingStep(sale, action) : sale;
  }
}

function refused(sale: Sale, refusal: Refusal): Sale {
  if (sale.stage === 'details' && ENDS_HOLD.has(refusal.code))
    return { ...sale, stage: 'lost', refusal: null, ended: `${refusal.message} ${refusal.next}` };
  if (sale.stage === 'details' && tenderFailed(refusal))
    return { ...sale, tenders: sale.tenders.filter((tender) => !asksTerminal(tender)) };
  const { seat, flightId, nextBest } = refusal.details;
  if (sale.stage !== 'seats' || !TAKES_SEAT.has(refusal.code) || typeof seat !== 'string' || typeof flightId !== 'number') return sale;
  const legs = sale.legs.map((leg) => (leg.flightId === flightId ? withoutSeats(leg, [seat]) : leg));
  const active = sale.legs.findIndex((leg) => leg.flightId === flightId);
  const offered = Array.isArray(nextBest) && nextBest.length === sale.legs[active]?.seats.length ? (nextBest as string[]) : null;
  return {
    ...sale,
    legs,
    active: Math.max(0, active),
    advice: offered
      ? { flightId, choices: [{ seats: offered, relaxed: [] }], wish: 'together', taken: -1, because: refusal.message }
      : null,
  };
}

/** The leg that still wants seats when this one is done, or undefined. */
export const nextOpenLeg = (sale: Sale): number | undefined => {
  const open = sale.legs.findIndex((leg) => !isSeated(leg));
  return open < 0 ? undefined : open;
};
