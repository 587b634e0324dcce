import { CALL_REFUSALS } from './call-refusals.ts';
import { REFUSALS_OF_UPKEEP } from './refusals-of-upkeep.ts';

/**
 * Every way in which Aisle says no: one closed list, in order of precedence. Where several would be true, the one
 * that stands first here is given. `message` is the sentence for the screen, `next` what would work; both may name
 * `{details}` by key. A refusal is a value that travels inside the reply; it is never thrown.
 */
export const REFUSALS = {
  ...CALL_REFUSALS,

  // People
  SIGN_IN_REFUSED: { message: 'Name or PIN is wrong.', next: '{left} tries are left before the name is locked.' },
  USER_LOCKED: { message: 'This name is locked after too many wrong PINs.', next: 'Wait until {until}, or ask a supervisor to unlock it.' },
  USER_INACTIVE: { message: 'This user may no longer sign in.', next: 'Ask a supervisor.' },
  DESK_NEW: {
    message: '{desk} is a new desk: nobody has signed in there yet.',
    next: 'Enter again opens it. If it is mistyped, choose the desk from the list.',
  },
  USER_UNKNOWN: { message: 'There is no user {user}.', next: 'Check the name.' },
  USER_EXISTS: { message: 'A user named {user} exists already.', next: 'Choose another name.' },
  SUPERVISOR_EXISTS: { message: 'This store has its first supervisor already.', next: 'Sign in instead.' },
  SUPERVISOR_ELSEWHERE: {
    message: 'The first supervisor is made at the computer on which Aisle runs.',
    next: 'Open Aisle there, at http://127.0.0.1 and its port, or start it there with a window.',
  },
  PIN_WEAK: { message: 'This PIN is too easy to guess.', next: 'Use 4 to 12 digits that are neither all alike nor in sequence.' },
  LAST_SUPERVISOR: { message: 'This is the last supervisor who can sign in.', next: 'Make another supervisor first.' },

  // Places, dates and flights
  GROUP: { message: '{count} passengers are a group; a booking takes 1 to 9.', next: 'Ask the group desk, or split the party.' },
  INFANT_ALONE: { message: 'An infant never travels without an adult.', next: 'Add an adult to the party.' },
  FILTER_WRONG: { message: '{part} {says}.', next: 'Correct it, or clear the line to see all flights.' },
  PLACE_UNKNOWN: { message: 'No airport or city is called {code}.', next: 'Check the three letters, or search by name.' },
  SAME_PLACE: { message: 'From and to are the same place.', next: 'Choose another destination.' },
  DATE_PAST: { message: '{date} is over at {place}.', next: 'Choose today or a later day.' },
  BOARD_TOO_LONG: { message: 'More than {most} flights leave on {date}.', next: 'Choose an airport, or search to a destination.' },
  LIST_TOO_LONG: { message: 'More than {most} flights would have to be read for this list.', next: '{advice}.' },
  DATE_TOO_FAR: { message: '{date} is more than {days} days ahead.', next: 'Choose a nearer day.' },
  FLIGHT_UNKNOWN: { message: 'This flight is not in the schedule.', next: 'Search again.' },
  FLIGHT_CANCELLED: { message: '{flight} does not operate any more.', next: 'Choose another flight.' },
  FLIGHT_DEPARTED: { message: '{flight} has departed.', next: 'Choose a later flight.' },
  SALES_CLOSED: {
    message: 'Sales of {flight} closed {minutes} minutes before departure, at {until}.',
    next: 'Choose a later flight, or ask a supervisor to sell it with a reason.',
  },
  CABIN_UNKNOWN: { message: '{flight} has no cabin {cabin}.', next: 'Choose one of {cabins}.' },
  AUTHORISED_CHANGED: {
    message: 'Cabin {cabin} of {flight} is authorised for {authorised} seats by now, no longer for {seen}.',
    next: 'Look at the new number and decide again.',
  },
  AUTHORISED_PERCENT: {
    message: '{percent} % of cabin {cabin} of {flight} are {seats} seats by now, not {authorised}.',
    next: 'Look at the new number and decide again.',
  },
  AUTHORISED_RANGE: {
    message: 'Cabin {cabin} of {flight} has {capacity} seats and {taken} are taken: it may be authorised for {least} to {most}.',
    next: 'Choose a number in between.',
  },
  CONNECTION_INVALID: { message: '{flight} cannot follow {before}: {problem}.', next: 'Choose a later connection.' },
  CURRENCIES_DIFFER: {
    message: '{flight} is priced in {currency}, {before} in {other}.',
    next: 'Sell them as two bookings, or choose flights of one currency.',
  },
  PROMOTION_UNKNOWN: { message: '{flight} is not sold with promotion {code}.', next: 'Check the code, or sell without it.' },
  PROMOTION_OVER: { message: 'Promotion {code} is sold from {from} to {to}.', next: 'Sell without it.' },
  PROMOTION_GONE: {
    message: 'Promotion {code} has too few fares left: {left}.',
    next: 'Sell fewer passengers with it, or sell without it.',
  },

  POLICY_DATES: { message: 'The policy cannot be in force then: {problem}.', next: 'Correct the time.' },
  POLICY_CHANGED: { message: '{author} published version {version} of this scope meanwhile.', next: 'Compare both, and publish again.' },
  POLICY_UNKNOWN: { message: 'This scope has no version {version}.', next: 'Look at its history again.' },
  POLICY_WRONG: { message: 'The policy was not published: {problem}.', next: 'Correct the rules.' },
  OVERRIDE_UNKNOWN: { message: 'There is no decision {number} about a class.', next: 'Look at the history again.' },
  OVERRIDE_DATES: { message: 'A class cannot be decided for these days: {problem}.', next: 'Correct the days.' },
  OVERRIDE_CHANGED: {
    message: 'Decision {number} about this class is by {author}: {decision}.',
    next: 'Compare it with yours, and decide again.',
  },
  CLASS_UNKNOWN: { message: 'The policy in force has no class {code} in cabin {cabin}.', next: 'Choose one of {codes}.' },
  CLASS_LAST: {
    message: 'Class {code} is the last one of cabin {cabin} that is not closed, and a seat needs a fare.',
    next: 'Open another class before. To sell nothing, authorise as many seats as are taken.',
  },
  REFUND_POLICY_CHANGED: {
    message: '{author} added version {version} of refund policy {name} meanwhile.',
    next: 'Compare both, and add yours again.',
  },
  REFUND_POLICIES_FULL: { message: 'There are {most} versions of refund policies already.', next: 'Use one of them.' },
  POLICY_SLIP: {
    message: 'A seat would cost {fareText}, and cost {beforeText} an hour before: more than {percent} % apart.',
    next: 'If that is meant, type the new price.',
  },

  // Seats
  PARTY_MISMATCH: { message: 'On {flight} a seat is needed for each of {count} passengers.', next: 'Choose {count} seats.' },
  SEAT_UNKNOWN: { message: '{flight} has no seat {seat}.', next: 'Choose a seat from the map.' },
  SEAT_TWICE: { message: 'Seat {seat} was chosen twice.', next: 'Choose a seat for each passenger.' },
  SEAT_OTHER_CABIN: { message: 'Seat {seat} is not in cabin {cabin}.', next: 'Choose a seat in the cabin that is sold.' },
  BLOCK_ROLE: { message: 'A block by {code} takes seats from sale, which a supervisor decides.', next: 'Ask a supervisor to block them.' },
  BLOCK_SEATS: { message: 'No seats of {flight} are named by “{what}”: {problem}.', next: 'Correct it and send again.' },
  BLOCK_UNTIL: { message: 'A block of {flight} ends after now and before departure.', next: 'Correct the time, or give none.' },
  BLOCK_THERE: { message: '{seats} on {flight} are blocked by {code} already.', next: 'Name other seats, or another reason.' },
  BLOCK_TAKEN: {
    message: 'Nothing on {flight} was blocked, because some of these seats are taken: {taken}.',
    next: 'Move these passengers first, or block the other seats.',
  },
  BLOCK_LEFT: {
    message: 'Cabin {cabin} of {flight} would have {short} seats too few for {waiting} passengers who choose theirs later.',
    next: 'Give them seats first, or block fewer.',
  },
  BLOCK_NONE: { message: 'None of {seats} on {flight} is blocked{by}.', next: 'Look at the list of blocked seats.' },
  BLOCK_OVERRIDE: {
    message: '{seat} on {flight} was blocked by {user}: {reason}.',
    next: 'Ask a supervisor to free it with a reason.',
  },
  SEAT_BLOCKED: { message: 'Seat {seat} on {flight} is blocked: {reason}.', next: 'Next best: {nextBest}.' },
  EXIT_ROW_REFUSED: { message: 'Seat {seat} is in an exit row: {problem}.', next: 'Next best: {nextBest}.' },
  EXIT_ROW_UNCONFIRMED: { message: 'Seat {seat} is in an exit row.', next: 'Ask the passenger and tick the spoken confirmation.' },
  SEAT_SOLD: { message: 'Seat {seat} on {flight} is sold.', next: 'Next best: {nextBest}.' },
  SEAT_HELD: { message: 'Seat {seat} on {flight} is held by desk {desk} until {until}.', next: 'Next best: {nextBest}.' },
  NO_SEAT_LEFT: {
    message: 'Cabin {cabin} of {flight} has {free} seats left, and {over} more may be sold without a seat.',
    next: 'Hold the whole party without a seat, or choose another cabin or flight.',
  },
  CABIN_FULL: { message: 'Cabin {cabin} of {flight} has {free} seats left for sale.', next: 'Choose another cabin or flight.' },

  // Waitlist
  WAITLIST_UNKNOWN: { message: 'There is no such party on a waitlist.', next: 'Look at the list again.' },
  WAITLIST_TOO_LARGE: {
    message: 'A party of {count} never fits cabin {cabin} of {flight}, which has {seats} seats.',
    next: 'Split the party, or choose another flight.',
  },
  WAITLIST_CLOSED: { message: 'Offers for {flight} ended at {until}.', next: 'Choose a later flight, or sell a seat that is free.' },
  WAITLIST_OVER: { message: 'This party waits no more: {state}.', next: 'Add it again if it still wants to travel.' },
  WAITLIST_OFFERED: { message: 'Seats are held for this party until {until}.', next: 'Say first whether it takes them.' },
  WAITLIST_NO_OFFER: { message: 'No seats are offered to this party.', next: 'Wait until seats come free.' },
  WAITLIST_UNREACHABLE: { message: 'No message reaches this party.', next: 'Call it, and write down what came of it.' },

  // Oversales
  OVERSALE_NONE: { message: 'Everybody in cabin {cabin} of {flight} has a seat.', next: 'Nobody needs to give one up.' },
  WAY_REFUSED: { message: '{flight} is no way on: {problem}.', next: 'Choose another flight.' },
  VOLUNTEER_UNKNOWN: { message: 'Nobody was asked so.', next: 'Look at the list again.' },
  VOLUNTEER_ANSWERED: { message: 'This passenger has answered: {state}.', next: 'Ask the next one.' },
  VOLUNTEER_UNSEATED: { message: 'This passenger has no seat in cabin {cabin} of {flight}.', next: 'Ask somebody who has one.' },
  DENIAL_SEATS_FREE: {
    message: 'Cabin {cabin} of {flight} has {free} free seats, so nobody is left behind.',
    next: 'Give the passenger one of them.',
  },
  VOLUNTEERS_FIRST: {
    message: 'Nobody is left behind on {flight} yet: {problem}.',
    next: 'Ask passengers to give their seat up first, and write down what they say.',
  },
  DENIAL_SEATED: { message: 'This passenger is not without a seat in cabin {cabin} of {flight}.', next: 'Look at the list again.' },
  DENIAL_UNKNOWN: { message: 'Nobody was denied boarding so.', next: 'Look at the list again.' },
  DENIAL_NOT_OWED: { message: 'Nothing is owed that is known here.', next: 'Ask a supervisor what the passenger gets.' },
  DENIAL_PAID: { message: 'This was paid before, by {kind}: {amount} {currency}.', next: 'Pay nothing more.' },
  LETTER_UNKNOWN: { message: 'There is no such letter.', next: 'Look at the list again.' },
  VOLUNTEER_ASKED: { message: 'This passenger was asked before: {state}.', next: 'Ask the next one.' },

  // Holds
  BOOKING_UNKNOWN: { message: 'There is no booking {locator}.', next: 'Check the locator.' },
  HOLD_OF_OTHER_DESK: { message: 'Hold {locator} belongs to desk {desk}.', next: 'Ask that desk, or wait until {until}.' },
  HOLD_EXPIRED: { message: 'Hold {locator} ended at {until}; its seats went back to sale.', next: 'Hold the seats again.' },
  HOLD_ENDED: { message: '{locator} is no longer a hold: {state}.', next: 'Open the booking to see what happened.' },
  HOLD_NOT_LAPSED: { message: '{locator} is {state}; only a hold that ended unpaid is revived.', next: 'Open the booking.' },
  PAYMENT_UNDER_WAY: { message: 'A payment for {locator} is under way.', next: 'Wait for the terminal.' },
  HOLD_EXTENDED: { message: 'Hold {locator} was extended before.', next: 'Confirm it before {until}.' },
  HOLD_CEILING: { message: 'Hold {locator} cannot be kept longer.', next: 'Confirm it before {until}.' },

  // Confirmation and payment
  PASSENGERS_MISMATCH: { message: 'The names do not fit the hold: {problem}.', next: 'Give one name for each passenger held.' },
  NAME_INVALID: { message: '{who}: {problem}.', next: '{advice}.' },
  AGE_MISMATCH: { message: '{name} is {age} on {date}, which is not {type}.', next: 'Correct the birth date or the passenger type.' },
  INFANT_TURNS_TWO: {
    message: '{name} is 2 on {flight}, {date}, and needs a seat there.',
    next: 'Hold again with a seat for the infant from this flight on.',
  },
  INFANT_SEAT_EARLY: { message: '{name} is not yet 2 on {flight}, {date}, where the seat begins.', next: '{advice}.' },
  CHILD_ALONE: {
    message: '{name} is {age} on {date} and travels alone. Nobody under {years} does.',
    next: 'Release the hold and hold again with an adult.',
  },
  MINOR_ALONE: {
    message: '{name}, {age} years old, travels alone as an unaccompanied minor (UMNR).',
    next: 'Let a supervisor say yes with name and PIN.',
  },
  EXIT_ROW_TOO_YOUNG: {
    message: '{name} is under 15 and seat {seat} on {flight} is in an exit row.',
    next: 'Release the hold and choose another seat.',
  },
  CONTACT_MISSING: { message: 'A booking needs a phone number or an e-mail address.', next: 'Ask for one.' },
  CONTACT_INVALID: {
    message: 'The {field} cannot be one.',
    next: 'Ask for it again. It is written like +1 212 555 0148, or name@example.com.',
  },
  REQUESTED_BY_MISSING: { message: 'A booking needs the name of whoever requests it.', next: 'Ask for the name.' },
  TIME_LIMIT_OFF: { message: 'Nothing is paid later here, so {locator} gets no time limit.', next: 'Confirm it while its seats are held.' },
  TIME_LIMIT_EARLY: { message: 'The time limit of {locator} is over already.', next: 'Type a later date and hour.' },
  TIME_LIMIT_LATE: { message: '{locator} cannot be kept beyond {why}, {until}.', next: 'Type an earlier date and hour.' },
  TIME_LIMITS_FULL: {
    message: 'Desk {desk} keeps {most} holds that are paid later already.',
    next: 'Confirm or release one of them first.',
  },
  TENDERS_MISMATCH: { message: 'The tenders add up to {given} {currency}, the price is {due} {currency}.', next: 'Make them equal.' },
  CASH_SHORT: { message: 'The cash given is less than the amount it pays.', next: 'Count again.' },
  VOUCHER_TWICE: { message: 'Voucher {voucher} stands twice among the tenders.', next: 'Take it once.' },
  VOUCHER_UNKNOWN: { message: 'There is no voucher {voucher}.', next: 'Check the number, or take another tender.' },
  VOUCHER_EXPIRED: { message: 'Voucher {voucher} was valid until {date}.', next: 'Take another tender.' },
  VOUCHER_OTHER_CURRENCY: { message: 'Voucher {voucher} is in {currency}, the price in {due}.', next: 'Take another tender.' },
  VOUCHER_EMPTY: { message: 'Nothing is left on voucher {voucher}.', next: 'Take another tender.' },
  VOUCHER_SHORT: {
    message: 'Voucher {voucher} has {balance} {currency} left, {asked} were asked of it.',
    next: 'Take {balance} of it and the rest by another tender.',
  },
  WALLET_USED: { message: 'The wallet reference {wallet} has paid for {locator}.', next: 'Read the reference on the phone again.' },
  ACCOUNT_TWICE: { message: 'Account {account} stands twice among the tenders.', next: 'Take it once.' },
  ACCOUNT_UNKNOWN: { message: 'There is no account {account}.', next: 'Check the code, or take another tender.' },
  ACCOUNT_CLOSED: { message: 'Account {account} is closed.', next: 'Take another tender.' },
  ACCOUNT_OTHER_CURRENCY: { message: 'Account {account} is in {currency}, the price in {due}.', next: 'Take another tender.' },
  ACCOUNT_LIMIT: {
    message: 'Account {account} has {room} {currency} of its limit left, {asked} were asked of it.',
    next: 'Take {room} on the account and the rest by another tender.',
  },
  SLIP_USED: {
    message: 'Approval code {approvalCode} has paid {paid} {currency} for {locator} at desk {desk}.',
    next: 'Compare the slips. If this is another one, say so and take it.',
  },
  TERMINAL_MISSING: { message: 'No card terminal is connected to this desk.', next: 'Type the approval code from the slip.' },
  TERMINAL_RESTS: {
    message: 'The card terminal failed {failures} times in a row, so it is not asked until {until}. Nothing was charged.',
    next: 'Take cash or a voucher, or type the approval code from a slip.',
  },
  CHARGE_NOT_TAKEN: {
    message: 'A card of this sale does not stand taken for {locator}.',
    next: 'Look at the hold again and take the rest by another tender.',
  },
  NO_CARD_ASKED: { message: 'No card is being asked for this booking.', next: 'Look at the booking.' },
  PAYMENT_DECLINED: {
    message: 'The card was declined: {reason}.',
    next: 'The seats stay held until {until}. Try again, or take another tender.',
  },
  PAYMENT_TIMED_OUT: {
    message: 'The terminal did not answer. The charge is being reversed.',
    next: 'The seats stay held until {until}. Try again, or take another tender.',
  },
  PAYMENT_GIVEN_UP: {
    message: 'The terminal was given up. What it may have charged is being reversed.',
    next: 'The seats stay held until {until}. Try again, or take another tender.',
  },
  PAYMENT_FAILED: {
    message: 'The payment failed: {reason}. {charged}.',
    next: 'The seats are released. Hold them again to pay another way.',
  },
  PAYMENT_STOPPED: {
    message: 'Aisle is shutting down, so the payment was stopped. What was charged is being reversed.',
    next: 'The seats are released. Start Aisle again and hold them again.',
  },
  PAYMENT_TOO_LATE: {
    message: 'The payment came after the hold ended and seat {seat} is gone.',
    next: 'The charge is being reversed. Hold other seats.',
  },

  // Customers
  CUSTOMER_UNKNOWN: { message: 'No such record is kept.', next: 'Find the customer again.' },
  CUSTOMER_ERASED: { message: 'This record was erased.', next: 'Find the customer among the bookings.' },
  CUSTOMER_KNOWN: { message: '{name} is kept already.', next: 'Open the record and change it.' },
  CUSTOMER_CHANGED: { message: 'Somebody changed this record meanwhile.', next: 'Read it again, then change it.' },

  // Cancelling
  BOOKING_UNSOLD: { message: '{locator} was not sold, so it has no receipt.', next: 'Sell it first.' },
  BOOKING_NOT_CONFIRMED: { message: '{locator} is {state}, so there is nothing to cancel.', next: 'Open the booking.' },
  BOOKING_FLOWN: { message: '{locator} {flown}.', next: 'Ask a supervisor.' },
  CHANGE_REFUSED: { message: '{locator} is not changed so: {problem}.', next: '{advice}.' },
  UNDO_REFUSED: {
    message: 'The last step of {locator} is not undone: {problem}.',
    next: 'Cancel or change the booking instead.',
  },
  OFFER_UNKNOWN: { message: 'There is no such quote for {locator}.', next: 'Ask for a quote.' },
  OFFER_OTHER: { message: 'This quote of {locator} is not for that.', next: 'Ask for a quote.' },
  OFFER_REPLACED: { message: 'A newer quote replaced this one.', next: 'Confirm quote {newest}.' },
  OFFER_OUTDATED: {
    message: '{locator} has changed since you looked at it.',
    next: 'Look at the booking, then ask again.',
  },
  OFFER_EXPIRED: { message: 'The quote was valid until {until}.', next: 'Ask for a new quote.' },
  CHANGE_UNPAID: {
    message: 'The change is not paid: {reason}. {charged}.',
    next: 'The booking stays as it was. Try again, or take another tender.',
  },

  // Queues
  QUEUE_EMPTY: { message: 'Nothing else waits in this queue.', next: 'Choose another queue.' },
  QUEUE_ITEM_GONE: { message: 'This item waits no more.', next: 'Go on with the next one.' },
  QUEUE_ITEM_OPEN: { message: '{user} works this item at desk {desk}.', next: 'Take the next one, or have a supervisor let it go.' },
  QUEUE_ITEM_CLOSED: { message: 'This item is not open at this desk.', next: 'Open it first.' },
  QUEUE_STILL_DUE: { message: 'This is not done: {problem}.', next: '{advice}.' },
  QUEUE_TIME: { message: 'It cannot be put off until then: {problem}.', next: 'Type another time.' },
  QUEUE_DESK: { message: 'It cannot be left to that desk: {problem}.', next: 'Type the name of another desk.' },

  // Shift and reports
  SHIFT_OPEN: { message: 'A shift of {user} is open at desk {desk}.', next: 'Close it first.' },
  SHIFT_UNKNOWN: { message: 'There is no such shift.', next: 'Look at the list of shifts again.' },
  SHIFT_CLOSED: { message: 'This shift was closed with Z {z}.', next: 'Open the next one.' },
  SHIFT_OF_OTHER: {
    message: 'The shift at desk {desk} is that of {user}.',
    next: 'Ask {user} or a supervisor. Who works at the desk may count and close it once it was open for {hours} hours.',
  },
  SHIFT_COUNT_MISSING: { message: 'Nothing was counted of {currencies}.', next: 'Count it, and give in 0 where nothing is there.' },
  SHIFT_NOT_COUNTED: { message: 'The cash was not counted like this.', next: 'Count it and give the count in.' },
  SHIFT_COUNT_OUTDATED: { message: 'Cash has moved since the count.', next: 'Count again.' },
  SHIFT_REASON_MISSING: { message: 'The count differs by {differences}.', next: 'Say why: above {most} a reason is asked for.' },
  REPORT_TOO_LONG: { message: 'More than {most} payments and refunds would have to be read.', next: 'Choose a shorter time, or one desk.' },

  // Schedule, settings, backups, accounts, jobs
  ...REFUSALS_OF_UPKEEP,

  // What befalls a request that might have been done
  STORE_FULL: { message: 'The disk is full, so nothing was written.', next: 'Free some disk space; nothing is lost.' },
  STORE_READ_ONLY: { message: 'The store cannot be written.', next: 'Give Aisle the right to write its data folder.' },
  STORE_FAILED: { message: 'The store could not keep this, so it was not done.', next: 'Try again; if it stays, restart Aisle.' },
  STORE_DAMAGED: { message: 'The store is damaged, so nothing more is sold on it.', next: 'Put the newest backup in its place.' },
  NOT_DONE: { message: 'Something is wrong inside Aisle, so this was not done.', next: 'Tell whoever looks after Aisle: {reference}.' },
} as const satisfies Record<string, { message: string; next: string }>;

export type RefusalCode = keyof typeof REFUSALS;

export type Details = Readonly<Record<string, unknown>>;

export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
  readonly next: string;
  readonly details: Details;
}

/** A reply that says no. */
export interface Refused {
  readonly ok: false;
  readonly refusal: Refusal;
}

export type Reply<Value> = { readonly ok: true; readonly value: Value } | Refused;

export const REFUSAL_CODES = Object.keys(REFUSALS) as RefusalCode[];

const ISO_DATE = /^(\d{4})-(0[1-9]|1[0-2])-(\d{2})$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** `2026-11-18` -> `18 Nov 2026`. */
const spokenDate = (_: string, year: string, month: string, day: string): string => `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;

/** `17:05:33 Z`. The hub knows no place of its own; a console says the same moment by the clock of its airport. */
export const zuluText = (at: number): string => `${new Date(at).toISOString().slice(11, 19)} Z`;

const fill = (text: string, details: Details): string =>
  text.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = details[key];
    if (key === 'date') return String(value ?? 'none').replace(ISO_DATE, spokenDate);
    if (key === 'until' && typeof value === 'number') return zuluText(value);
    return Array.isArray(value) ? value.join(' ') || 'none' : String(value ?? 'none');
  });

/** Says no. `details` fills the sentence and travels with it, so that a screen can do more than show the text. */
export function refuse(code: RefusalCode, details: Details = {}): Refused {
  const text = REFUSALS[code];
  return { ok: false, refusal: { code, message: fill(text.message, details), next: fill(text.next, details), details } };
}

export const accept = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value });
