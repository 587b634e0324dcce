import type { CommandName, Input, Output } from '../../shared/contract.ts';
import { openAccount, receivePayment, setAccount } from './accounts.ts';
import { addRefundPolicyVersion } from './add-refund-policy.ts';
import { addTrainingVouchers } from './add-training-vouchers.ts';
import { addUser } from './add-user.ts';
import { assignAircraft } from './aircraft/assign-aircraft.ts';
import { setAircraft } from './aircraft/set-aircraft.ts';
import { applySchedule } from './apply-schedule.ts';
import { authoriseCabin } from './authorise-cabin.ts';
import { beginPayment } from './begin-payment.ts';
import { beginRefund } from './begin-refund.ts';
import { blockSeats } from './blocks/block-seats.ts';
import { endDueBlocks } from './blocks/end-due-blocks.ts';
import { unblockSeats } from './blocks/unblock-seats.ts';
import { cancelBooking } from './cancel-booking.ts';
import { cancelTrainingFlights } from './cancel-training-flights.ts';
import { changePin, setUserActive, unlockUser } from './change-user.ts';
import { beginChange } from './changes/begin-change.ts';
import { markMissed } from './changes/mark-missed.ts';
import { quoteChange } from './changes/quote-change.ts';
import { renewChange } from './changes/renew-change.ts';
import { splitBooking } from './changes/split-booking.ts';
import { takeChange } from './changes/take-change.ts';
import { undo } from './changes/undo.ts';
import type { Command } from './command.ts';
import { configureMessages } from './configure-messages.ts';
import { confirmBooking } from './confirm-booking.ts';
import { confirmClock } from './confirm-clock.ts';
import { copySchedule } from './copy-schedule.ts';
import { changeCustomer } from './customers/change-customer.ts';
import { eraseCustomer } from './customers/erase-customer.ts';
import { keepCustomer } from './customers/keep-customer.ts';
import { allowSystem } from './desks/allow-desk.ts';
import { keepDesksSeen } from './desks/keep-seen.ts';
import { pairDesk } from './desks/pair-desk.ts';
import { nameDesk } from './desks/rename-desk.ts';
import { endDesk } from './desks/revoke-desk.ts';
import { expireDue } from './expire-holds.ts';
import { extendHold } from './extend-hold.ts';
import { failPayment } from './fail-payment.ts';
import { closeFlashSale } from './flash-sale/close-flash-sale.ts';
import { drawFlashLot } from './flash-sale/draw-flash-lot.ts';
import { openFlashSale } from './flash-sale/open-flash-sale.ts';
import { saveMap } from './fleet/save-map.ts';
import { takeOver } from './fleet/take-over.ts';
import { hastenRefunds } from './hasten-refunds.ts';
import { acknowledgeAlarm } from './health/acknowledge-alarm.ts';
import { setFigureLimit } from './health/set-figure-limit.ts';
import { hearSale } from './hear-sale.ts';
import { issueVoucher } from './issue-voucher.ts';
import { keepDraftOf } from './keep-draft.ts';
import { loadSampleDay } from './load-sample-day.ts';
import { markRefundDone } from './mark-refund-done.ts';
import { overrideClass } from './override-class.ts';
import { answerAsked } from './oversale/answer-volunteer.ts';
import { askVolunteer } from './oversale/ask-volunteer.ts';
import { denyBoarding } from './oversale/deny-boarding.ts';
import { payCompensation } from './oversale/pay-compensation.ts';
import { recordLetter } from './oversale/record-letter.ts';
import { payLater } from './pay-later.ts';
import { placeHold } from './place-hold.ts';
import { pruneReplies } from './prune-replies.ts';
import { publishPolicy } from './publish-policy.ts';
import { letDeskGo, letItemGo, openChosen, openNext } from './queues/open-items.ts';
import { itemDone, itemLater, passItem } from './queues/work-items.ts';
import { quoteRefund } from './quote-refund.ts';
import { holdWays } from './reaccommodation/hold-ways.ts';
import { keepWays } from './reaccommodation/keep-ways.ts';
import { releaseWays } from './reaccommodation/release-ways.ts';
import { takeWay } from './reaccommodation/take-way.ts';
import { recordJob } from './record-job.ts';
import { recordMessage } from './record-message.ts';
import { recordReceipt, recordScores } from './record-outcome.ts';
import { recordPrint } from './record-print.ts';
import { recordSignIn } from './record-sign-in.ts';
import { releaseHold } from './release-hold.ts';
import { renewGrace } from './renew-grace.ts';
import { reviveHold } from './revive-hold.ts';
import { sellTraining } from './sell-training.ts';
import { sendMessageAgain } from './send-message-again.ts';
import { setAirport } from './set-airport.ts';
import { setBackups } from './set-backups.ts';
import { setClockBack } from './set-clock-back.ts';
import { setCompetitorFares } from './set-competitor-fares.ts';
import { setMessageWishes } from './set-message-wishes.ts';
import { setSetting } from './set-setting.ts';
import { settleSchedule } from './settle-schedule.ts';
import { closeShift } from './shifts/close-shift.ts';
import { countShift } from './shifts/count-shift.ts';
import { moveCash } from './shifts/move-cash.ts';
import { openDrawer } from './shifts/open-shift.ts';
import { discardSchedule, stageFlightsOf } from './stage-flights.ts';
import { takeOverHold } from './take-over-hold.ts';
import { tryJobAgain } from './try-job-again.ts';
import { turnPolicies } from './turn-policies.ts';
import { answerOffer } from './waitlist/answer-offer.ts';
import { dropWaiting, moveWaiting } from './waitlist/change-waiting.ts';
import { joinWaitlist } from './waitlist/join-waitlist.ts';
import { offerAgain } from './waitlist/offer-again.ts';
import { offerInTime } from './waitlist/offer-in-time.ts';
import { tellOfOffer } from './waitlist/tell-of-offer.ts';

/** What a console may ask for, one handler each. */
const contractCommands = {
  'holds.place': placeHold,
  'aircraft.set': setAircraft,
  'aircraft.assign': assignAircraft,
  'seats.block': blockSeats,
  'seats.unblock': unblockSeats,
  'holds.extend': extendHold,
  'holds.release': releaseHold,
  'holds.revive': reviveHold,
  'holds.keepDraft': keepDraftOf,
  'holds.payLater': payLater,
  'holds.takeOver': takeOverHold,
  'bookings.heard': hearSale,
  'bookings.recordPrint': recordPrint,
  'bookings.cancelQuote': quoteRefund,
  'bookings.cancel': cancelBooking,
  'bookings.changeQuote': quoteChange,
  'bookings.split': splitBooking,
  'bookings.missed': markMissed,
  'bookings.undo': undo,
  'customers.keep': keepCustomer,
  'customers.change': changeCustomer,
  'customers.erase': eraseCustomer,
  'waitlist.join': joinWaitlist,
  'waitlist.drop': dropWaiting,
  'waitlist.move': moveWaiting,
  'waitlist.answer': answerOffer,
  'waitlist.tell': tellOfOffer,
  'waitlist.offer': offerAgain,
  'oversale.ask': askVolunteer,
  'oversale.answer': answerAsked,
  'oversale.deny': denyBoarding,
  'oversale.pay': payCompensation,
  'oversale.printed': recordLetter,
  'queues.next': openNext,
  'queues.open': openChosen,
  'queues.letGo': letItemGo,
  'queues.done': itemDone,
  'queues.later': itemLater,
  'queues.pass': passItem,
  'reaccommodation.keep': keepWays,
  'reaccommodation.release': releaseWays,
  'refunds.addPolicy': addRefundPolicyVersion,
  'refunds.markDone': markRefundDone,
  'vouchers.issue': issueVoucher,
  'accounts.open': openAccount,
  'accounts.change': setAccount,
  'accounts.receive': receivePayment,
  'shift.open': openDrawer,
  'shift.drop': moveCash,
  'shift.count': countShift,
  'shift.close': closeShift,
  'pricing.authorise': authoriseCabin,
  'pricing.overrideClass': overrideClass,
  'pricing.setFares': setCompetitorFares,
  'fleet.save': saveMap,
  'fleet.takeOver': takeOver,
  'airports.set': setAirport,
  'desks.allow': allowSystem,
  'desks.revoke': endDesk,
  'users.unlock': unlockUser,
  'users.setActive': setUserActive,
  'settings.set': setSetting,
  'settings.setBackups': setBackups,
  'jobs.tryAgain': tryJobAgain,
  'messages.sendAgain': sendMessageAgain,
  'messages.wish': setMessageWishes,
  'health.acknowledge': acknowledgeAlarm,
  'health.setLimit': setFigureLimit,
} satisfies { [Name in CommandName]: Command<Input<Name>, Output<Name>> };

/** Commands of the hub process itself: steps of payments, jobs and imports, the expiry timer, upkeep. */
const innerCommands = {
  'holds.expireDue': expireDue,
  'clock.adopt': confirmClock,
  'clock.setBack': setClockBack,
  'payments.begin': beginPayment,
  'payments.confirm': confirmBooking,
  'payments.fail': failPayment,
  'payments.renew': renewGrace,
  'changes.begin': beginChange,
  'changes.renew': renewChange,
  'changes.take': takeChange,
  'flashSale.begin': openFlashSale,
  'flashSale.draw': drawFlashLot,
  'flashSale.end': closeFlashSale,
  'reaccommodation.hold': holdWays,
  'reaccommodation.take': takeWay,
  'jobs.record': recordJob,
  'jobs.hastenRefunds': hastenRefunds,
  'jobs.beginRefund': beginRefund,
  'messages.record': recordMessage,
  'messages.configure': configureMessages,
  'policies.recordReceipt': recordReceipt,
  'policies.recordScores': recordScores,
  'vouchers.addTraining': addTrainingVouchers,
  'policies.publish': publishPolicy,
  'policies.turn': turnPolicies,
  'seats.endDue': endDueBlocks,
  'waitlist.lookAgain': offerInTime,
  'queues.letDeskGo': letDeskGo,
  'training.sell': sellTraining,
  'training.cancelFlights': cancelTrainingFlights,
  'desks.add': pairDesk,
  'desks.name': nameDesk,
  'desks.keepSeen': keepDesksSeen,
  'users.add': addUser,
  'users.changePin': changePin,
  'users.recordSignIn': recordSignIn,
  'replies.prune': pruneReplies,
  'schedule.loadSample': loadSampleDay,
  'schedule.stage': stageFlightsOf,
  'schedule.copy': copySchedule,
  'schedule.applyStaged': applySchedule,
  'schedule.settle': settleSchedule,
  'schedule.discard': discardSchedule,
};

export const commands = { ...contractCommands, ...innerCommands };

export type Commands = typeof commands;
export type InnerCommandName = keyof typeof innerCommands;
export type ClockCommandName = 'clock.adopt' | 'clock.setBack';
export type AnyCommandName = keyof Commands;
type HandlerParts<Handler> = Handler extends Command<infer In, infer Out> ? { input: In; output: Out } : never;
export type CommandInput<Name extends AnyCommandName> = HandlerParts<Commands[Name]>['input'];
export type CommandOutput<Name extends AnyCommandName> = HandlerParts<Commands[Name]>['output'];
