import { expect } from 'vitest';
import { runInJobs } from './run-in-jobs.ts';
import { tellFailure } from './tell-failure.ts';

/** What every good share of seeds meets: a run that never gets there proves nothing of it. */
const MUST_MEET = [
  'holds.place ok, again, REQUEST_REUSED, GROUP, FLIGHT_UNKNOWN, FLIGHT_CANCELLED, FLIGHT_DEPARTED, SALES_CLOSED, CABIN_UNKNOWN',
  'holds.place CONNECTION_INVALID, PARTY_MISMATCH, SEAT_UNKNOWN, SEAT_TWICE, SEAT_OTHER_CABIN, SEAT_BLOCKED, EXIT_ROW_REFUSED, EXIT_ROW_UNCONFIRMED',
  'holds.place SEAT_SOLD, SEAT_HELD, SEATS_TO_PICK, CABIN_FULL',
  'holds.place PROMOTION_UNKNOWN, PROMOTION_OVER, PROMOTION_GONE, promoted',
  'holds.place quote kept, quote too late, quote of another flight, quote of another desk, quote of another policy, quote of another party',
  'holds.place the best seats, no best seats in Y, no seats yet',
  'changes.take seated later',
  'holds.place a return, a return of many flights',
  'holds.revive no seats yet, a return',
  'holds.payLater ok, again, to cancel, to queue, moved to cancel, moved to queue, NAME_INVALID, PASSENGERS_MISMATCH, CONTACT_MISSING',
  'holds.payLater HOLD_EXPIRED, HOLD_ENDED, PAYMENT_UNDER_WAY, TIME_LIMIT_OFF, TIME_LIMIT_EARLY, TIME_LIMIT_LATE, TIME_LIMITS_FULL',
  'holds.takeOver ok, again, HOLD_OF_OTHER_DESK, HOLD_EXPIRED, HOLD_ENDED, PAYMENT_UNDER_WAY',
  'payments.confirm paid later, paid later elsewhere',
  'holds.extend ok, again, BOOKING_UNKNOWN, HOLD_OF_OTHER_DESK, HOLD_EXPIRED, HOLD_ENDED, PAYMENT_UNDER_WAY, HOLD_EXTENDED',
  'holds.release ok, again, BOOKING_UNKNOWN, HOLD_OF_OTHER_DESK, HOLD_EXPIRED, HOLD_ENDED, PAYMENT_UNDER_WAY',
  'payments.begin ok, again, FLIGHT_CANCELLED, FLIGHT_DEPARTED, HOLD_OF_OTHER_DESK, HOLD_EXPIRED, HOLD_ENDED, PAYMENT_UNDER_WAY',
  'holds.place ok with a later seat',
  'payments.begin PASSENGERS_MISMATCH, NAME_INVALID, INFANT_TURNS_TWO, INFANT_SEAT_EARLY, EXIT_ROW_TOO_YOUNG, CONTACT_MISSING, TENDERS_MISMATCH, CASH_SHORT',
  'payments.confirm ok, again, FLIGHT_CANCELLED, FLIGHT_DEPARTED, HOLD_EXPIRED, HOLD_ENDED, PAYMENT_TOO_LATE',
  'payments.confirm VOUCHER_TWICE, VOUCHER_UNKNOWN, VOUCHER_EXPIRED, VOUCHER_OTHER_CURRENCY, VOUCHER_EMPTY, VOUCHER_SHORT, SLIP_USED',
  'payments.begin CHILD_ALONE, MINOR_ALONE',
  'payments.confirm CHILD_ALONE, MINOR_ALONE, CHARGE_NOT_TAKEN, minors, ok with a later seat',
  'payments.fail ok, again',
  'payments.giveUp ok, NO_CARD_ASKED',
  'holds.keepDraft ok, again, HOLD_OF_OTHER_DESK, HOLD_EXPIRED, HOLD_ENDED',
  'bookings.heard ok',
  'payments.renew ok',
  'payments.confirm WALLET_USED, ACCOUNT_TWICE, ACCOUNT_UNKNOWN, ACCOUNT_CLOSED, ACCOUNT_OTHER_CURRENCY, ACCOUNT_LIMIT',
  'changes.take add dearer, to a new voucher, cancelFee, ACCOUNT_LIMIT',
  'accounts.open ok, again, ACCOUNT_EXISTS',
  'accounts.change ok, again',
  'accounts.receive ok, again',
  'refunds.markDone ok, again, REFUND_NOT_DUE, REFUND_WAITS',
  'refunds.addPolicy ok, again, REFUND_POLICY_CHANGED',
  'jobs.record ok',
  'jobs.tryAgain ok, again, JOB_UNKNOWN, JOB_DONE',
  'bookings.cancelQuote ok, again, BOOKING_UNKNOWN, BOOKING_NOT_CONFIRMED, BOOKING_FLOWN',
  'bookings.cancel ok, again, BOOKING_NOT_CONFIRMED, BOOKING_FLOWN, OFFER_UNKNOWN, OFFER_REPLACED, OFFER_EXPIRED',
  'bookings.cancelQuote cancelFee, waived, two refund policies, ROLE_REQUIRED',
  'bookings.cancel to a new voucher',
  'bookings.changeQuote infant, leaves an infant at home, EXIT_ROW_REFUSED',
  'changes.take infant for nothing',
  'holds.place INFANT_ALONE',
  'bookings.changeQuote add, cancelFee, changeFee, waived, ROLE_REQUIRED, CHANGE_REFUSED',
  'bookings.undo ok, again, UNDO_REFUSED, OFFER_OUTDATED, SEAT_SOLD, FLIGHT_CANCELLED, CABIN_FULL',
  'bookings.undo of booking.confirmed, of booking.cancelled, of booking.changed',
  'holds.revive ok, again, HOLD_NOT_LAPSED, SEAT_HELD, FLIGHT_DEPARTED, same seats, other seats, running already',
  'waitlist.join ok, again, ROLE_REQUIRED, INFANT_ALONE, FLIGHT_UNKNOWN, FLIGHT_CANCELLED, FLIGHT_DEPARTED, CABIN_UNKNOWN',
  'waitlist.join a class, CLASS_UNKNOWN, offer of a closed class',
  'waitlist.lookAgain ok, offers of all lists, offers a day later, offer of a closed class, offer too dear',
  'pricing.overrideClass offers of a class',
  'policies.turn ok',
  'waitlist.join WAITLIST_TOO_LARGE, WAITLIST_CLOSED, CONTACT_INVALID, offers, offer too dear, wait in vain',
  'waitlist.drop ok, again, WAITLIST_OVER, WAITLIST_OFFERED',
  'waitlist.move ok, again, WAITLIST_OVER, WAITLIST_OFFERED',
  'waitlist.answer ok, again, WAITLIST_OVER, WAITLIST_NO_OFFER, HOLD_OF_OTHER_DESK, offer no, offers',
  'waitlist.tell ok, again, WAITLIST_OVER, WAITLIST_NO_OFFER',
  'waitlist.offer ok, FLIGHT_UNKNOWN, CABIN_UNKNOWN',
  'holds.expireDue offer lapsed, offer unpaid, offers',
  'payments.confirm offer paid',
  'bookings.cancel offers',
  'holds.release offer no, offers',
  'messages.record ok, email SENT, email later, email DEAD, sms SENT, sms later, sms DEAD, push SENT, push later, push DEAD',
  'messages.sendAgain ok, again, MESSAGE_UNKNOWN, MESSAGE_ENDED, dead letter, waiting',
  'messages.wish ok, again, stops some, not wanted',
  'payments.confirm told nobody',
  'holds.expireDue told nobody',
  'customers.keep ok, again, NAME_INVALID, CONTACT_INVALID, CUSTOMER_KNOWN',
  'customers.change ok, again, CUSTOMER_UNKNOWN, CUSTOMER_ERASED, CUSTOMER_CHANGED',
  'customers.erase ok, again, CUSTOMER_UNKNOWN, CUSTOMER_ERASED, stay for now',
  'payments.confirm keeps a customer, knows a customer',
  'queues.next ok, again, QUEUE_EMPTY, refundDue opened, failedPayment opened, waitlist opened, failedMessage opened',
  'queues.open ok, again, QUEUE_ITEM_GONE, QUEUE_ITEM_OPEN, failedPayment freed',
  'queues.letGo ok, again, QUEUE_ITEM_CLOSED, QUEUE_ITEM_OPEN, of another desk',
  'queues.letDeskGo ok, failedMessage freed',
  'queues.done ok, again, QUEUE_ITEM_GONE, QUEUE_ITEM_OPEN, QUEUE_ITEM_CLOSED, QUEUE_STILL_DUE',
  'queues.later ok, QUEUE_ITEM_GONE, QUEUE_ITEM_CLOSED, QUEUE_TIME',
  'queues.pass ok, QUEUE_ITEM_GONE, QUEUE_ITEM_CLOSED, QUEUE_DESK',
  'shift.open ok, again, SHIFT_OPEN',
  'shift.drop ok, again, SHIFT_CLOSED, SHIFT_OF_OTHER',
  'shift.count ok, again, SHIFT_CLOSED, SHIFT_OF_OTHER, SHIFT_COUNT_MISSING',
  'shift.close ok, again, SHIFT_UNKNOWN, SHIFT_CLOSED, SHIFT_OF_OTHER, SHIFT_NOT_COUNTED, SHIFT_COUNT_OUTDATED, SHIFT_REASON_MISSING',
  'policies.publish ok, FLIGHT_DEPARTED, POLICY_CHANGED, POLICY_WRONG',
  'pricing.overrideClass ok, FLIGHT_DEPARTED, OVERRIDE_CHANGED, CLASS_UNKNOWN, CLASS_LAST',
  'pricing.authorise ok, again, FLIGHT_DEPARTED, CABIN_UNKNOWN, AUTHORISED_CHANGED, AUTHORISED_RANGE, AUTHORISED_PERCENT, by percent, a block gives back less',
  'schedule.applyStaged percent of another aircraft, a block gives back less',
  'settings.set ok, SETTING_OUT_OF_RANGE',
  'seats.block ok, again, FLIGHT_UNKNOWN, FLIGHT_CANCELLED, FLIGHT_DEPARTED, BLOCK_ROLE, BLOCK_SEATS, BLOCK_THERE, BLOCK_TAKEN, BLOCK_LEFT, a second block of a seat',
  'seats.block until a time, BLOCK_UNTIL',
  'seats.endDue ok, block time, offers',
  'holds.place a block is over, block time',
  'seats.unblock ok, again, FLIGHT_UNKNOWN, FLIGHT_DEPARTED, BLOCK_SEATS, BLOCK_NONE, BLOCK_OVERRIDE, block freed, another block of the seat, offers',
  'holds.place block sold, above the seats, NO_SEAT_LEFT',
  'holds.place block override',
  'holds.release block again after an override',
  'holds.expireDue block again after an override',
  'bookings.cancel block again after an override',
  'bookings.undo block override',
  'oversale.ask ok, again, FLIGHT_DEPARTED, OVERSALE_NONE, WAY_REFUSED, VOLUNTEER_UNSEATED, VOLUNTEER_ASKED',
  'oversale.answer ok, again, VOLUNTEER_UNKNOWN, VOLUNTEER_ANSWERED, no, withdrawn, took, another flight, out of a party, booking seated',
  'oversale.deny ok, again, FLIGHT_DEPARTED, OVERSALE_NONE, WAY_REFUSED, DENIAL_SEATS_FREE, VOLUNTEERS_FIRST, DENIAL_SEATED, CHILD_ALONE, MINOR_ALONE',
  'oversale.deny another flight, nothing else, other flights alone, out of a party, booking seated',
  'oversale.deny USD 0, USD 200 capped, USD 400, USD 400 capped, EUR half, EUR whole, carrier',
  'oversale.pay ok, again, DENIAL_UNKNOWN, DENIAL_NOT_OWED, DENIAL_PAID, cash, voucher',
  'oversale.printed ok, again, LETTER_UNKNOWN, volunteer, denied',
  'holds.revive above the seats',
  'bookings.cancel booking seated, hold seated, party without a seat passed over',
  'holds.expireDue booking seated, hold seated',
  'bookings.cancel block again',
  'bookings.undo block sold',
  'schedule.applyStaged block aircraft, booking unseated, hold unseated, booking seated',
  'schedule.applyStaged ok, IMPORT_UNKNOWN, IMPORT_STALE, IMPORT_RUNNING, in pieces',
  'schedule.applyStaged told moved, told movedFar, told seatGone, told connection, told otherDestination, told cancelled',
  'schedule.settle told moved, told movedFar, told seatGone, told connection, told otherDestination, told cancelled',
  'schedule.byHand schedule ok, retime ok, cancel ok, flyAgain ok, aircraft ok, PLACE_UNKNOWN, SAME_PLACE, FLIGHT_UNKNOWN, FLIGHT_CANCELLED, FLIGHT_DEPARTED',
  'schedule.byHand HAND_CITY, EQUIPMENT_UNKNOWN, HAND_DAYS, HAND_FARE, HAND_EXISTS, HAND_TIMES, HAND_LEGS, HAND_SAME',
  'schedule.applyStaged by hand schedule, by hand retime, by hand cancel, by hand flyAgain, by hand aircraft, FLIGHT_DEPARTED, HAND_TIMES, told by hand',
  'schedule.settle ok, some told, all told, booking unseated, hold unseated, booking seated',
  'schedule.copy ok, IMPORT_UNKNOWN, IMPORT_STALE',
  'bookings.cancelQuote disrupted, connection lost',
  'bookings.changeQuote disrupted, connection lost',
  'reaccommodation.findWays none, some, many',
  'reaccommodation.hold ok, again, kept, 2 ways, 3 ways, none, elsewhere, settled BOOKING_FLOWN, settled BOOKING_NOT_CONFIRMED',
  'reaccommodation.keep ok, again, kept longer, nothing to keep',
  'reaccommodation.release ok, again, given up, nothing to give up',
  'reaccommodation.take ok, again, changed meanwhile, given cancelled, given movedFar, given missed, as it is moved, as it is movedFar',
  'reaccommodation.take BOOKING_UNKNOWN, BOOKING_NOT_CONFIRMED, BOOKING_FLOWN, CHANGE_REFUSED, HOLD_OF_OTHER_DESK, HOLD_EXPIRED, HOLD_ENDED',
  'bookings.undo of booking.reaccommodated',
  'bookings.missed ok, again, by the carrier, by the passenger, taken back, FLIGHT_CANCELLED, CHANGE_REFUSED',
  'pricing.setFares ok',
  'replies.prune ok',
  'holds.expireDue ok, at its time limit, after its time limit',
].flatMap((line) => {
  const [name = ''] = line.split(' ', 1);
  return line
    .slice(name.length + 1)
    .split(', ')
    .map((reply) => `${name} ${reply}`);
});

/** A hundred seeds take some six minutes beside another hundred. A busy machine takes its time; a run that hangs is still found. */
export const SEEDS_TIMEOUT_MS = 1_200_000;

/**
 * Runs seeds from `first` on, 2,000 steps each; nothing may be wrong with any. `further` are more seeds, for replies that none of those happens
 * to meet. `jobs`: threads that share the seeds.
 */
export async function proveSeeds(first: number, seeds: number, further: readonly number[], jobs = 1): Promise<void> {
  const { failure, met, crashes } = await runInJobs({ first, seeds, steps: 2_000, jobs });
  expect(failure && tellFailure(failure, 2_000)).toBeUndefined();
  const all = new Set(Object.keys(met));
  for (const seed of further) {
    const more = await runInJobs({ first: seed, seeds: 1, steps: 2_000, jobs: 1 });
    expect(more.failure && tellFailure(more.failure, 2_000)).toBeUndefined();
    for (const reply of Object.keys(more.met)) all.add(reply);
  }
  expect(MUST_MEET.filter((reply) => !all.has(reply))).toEqual([]);
  expect(crashes).toBeGreaterThan(seeds);
}
