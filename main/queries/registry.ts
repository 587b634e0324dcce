import type { Input, Output, QueryName } from '../../shared/contract.ts';
import { accountList, accountStatement } from './accounts.ts';
import { aircraft } from './aircraft.ts';
import { airportChangesKnown, airportList, airportRead } from './airports/airport-changes.ts';
import { airportPreview } from './airports/airport-preview.ts';
import { bestSeats } from './best-seats.ts';
import { booking } from './booking.ts';
import { compareSchedule } from './compare-schedule.ts';
import { customerOf } from './customers/customer-of.ts';
import { findCustomers } from './customers/find-customers.ts';
import { departureOf } from './departure-of.ts';
import { deskHolds } from './desk-holds.ts';
import { desksKnown } from './desks.ts';
import { eventsSince } from './events-since.ts';
import { failedPayments } from './failed-payments.ts';
import { filedFares } from './filed-fares.ts';
import { findBookings } from './find-bookings.ts';
import { flashLot } from './flash-lot.ts';
import { flashSalesOpen } from './flash-sales.ts';
import { fleetList, fleetMap, fleetTurns } from './fleet/fleet-maps.ts';
import { fleetPreview } from './fleet/fleet-preview.ts';
import { fleetRead } from './fleet/fleet-read.ts';
import { flightBoard } from './flight-board.ts';
import { flightCarriers } from './flight-carriers.ts';
import { flightConnections } from './flight-connections.ts';
import { flightFind } from './flight-find.ts';
import { flightSearch } from './flight-search.ts';
import { flightsNamed } from './flights-named.ts';
import { checkByHand, handChanges } from './hand-changes.ts';
import { deniedFlights } from './health/denied-flights.ts';
import { healthKept } from './health/health-kept.ts';
import { workWaiting } from './health/work-waiting.ts';
import { holdCheck } from './hold-check.ts';
import { holdsLapsed } from './holds-lapsed.ts';
import { dueJobs, jobList } from './jobs.ts';
import { datedEvents, journalKnown, journalPage } from './journal-page.ts';
import { lastSales } from './last-sales.ts';
import { messageContent } from './message-content.ts';
import { messagePreview } from './message-preview.ts';
import { dueMessages, messageList, messageSettings, messagesOfBooking } from './messages.ts';
import { overbookingAdvice } from './overbooking-advice.ts';
import { oversaleRoom } from './oversale/oversale-room.ts';
import { passengerList } from './passenger-list.ts';
import { paymentsOf, pendingPaymentsOf } from './payments.ts';
import { places } from './places.ts';
import { nextPolicyTurn, policies, policyHistory } from './policies.ts';
import { matchCompetitorFares } from './pricing/match-competitor-fares.ts';
import { nextReceipt, overrideScore, policyReceipt, policyScore } from './pricing/policy-outcome.ts';
import { pricingExample } from './pricing/pricing-example.ts';
import { pricingFlight } from './pricing/pricing-flight.ts';
import { pricingFlights } from './pricing/pricing-flights.ts';
import { pricingOverrides } from './pricing/pricing-overrides.ts';
import { routeDays } from './pricing/route-days.ts';
import { salesToScore } from './pricing/sales-to-score.ts';
import { pricingQuote } from './pricing-quote.ts';
import type { JsonQuery, Query } from './query.ts';
import { queueCount } from './queue-count.ts';
import { lookAtQueues } from './queues.ts';
import { changedBooking, changedBookings } from './reaccommodation/changed-bookings.ts';
import { findWays } from './reaccommodation/find-ways.ts';
import { refundPolicies } from './refund-policies.ts';
import { refundsDue } from './refunds-due.ts';
import { replyKnown } from './reply-known.ts';
import { salesReport } from './sales-report.ts';
import { runOfFlight, scheduledLegs } from './scheduled-legs.ts';
import { nextBlock, seatBlocks } from './seat-blocks.ts';
import { seatMap } from './seat-map.ts';
import { backupSettings, settings } from './settings.ts';
import { shiftList, shiftNow, shiftTold } from './shifts.ts';
import { unheardSales } from './unheard-sales.ts';
import { unsoldFlights } from './unsold-flights.ts';
import { credentials, userCount, users } from './users.ts';
import { voucher } from './voucher.ts';
import { nextWaitlistTurn } from './waitlist/next-waitlist-turn.ts';
import { waitlistFlights } from './waitlist/waitlist-flights.ts';
import { waitlistOf } from './waitlist/waitlist-of.ts';

/** What a console may ask, one handler each. */
const contractQueries = {
  'flights.places': places,
  'flights.search': flightSearch,
  'flights.carriers': flightCarriers,
  'flights.board': flightBoard,
  'flights.find': flightFind,
  'flights.named': flightsNamed,
  'flights.connections': flightConnections,
  'flights.seatMap': seatMap,
  'flights.bestSeats': bestSeats,
  'aircraft.list': aircraft,
  'seats.blocks': seatBlocks,
  'holds.check': holdCheck,
  'holds.ofDesk': deskHolds,
  'bookings.unheard': unheardSales,
  'bookings.lastOfDesk': lastSales,
  'payments.failed': failedPayments,
  'bookings.get': booking,
  'bookings.find': findBookings,
  'customers.find': findCustomers,
  'customers.get': customerOf,
  'waitlist.flights': waitlistFlights,
  'waitlist.of': waitlistOf,
  'flashSale.lot': flashLot,
  'oversale.room': oversaleRoom,
  'queues.look': lookAtQueues,
  'reaccommodation.list': changedBookings,
  'reaccommodation.of': changedBooking,
  'refunds.policies': refundPolicies,
  'accounts.list': accountList,
  'accounts.statement': accountStatement,
  'refunds.due': refundsDue,
  'vouchers.get': voucher,
  'shift.now': shiftNow,
  'shift.report': shiftTold,
  'shift.list': shiftList,
  'reports.sales': salesReport,
  'flights.passengerList': passengerList,
  'pricing.quote': pricingQuote,
  'pricing.receipt': policyReceipt,
  'pricing.score': policyScore,
  'pricing.policies': policies,
  'pricing.example': pricingExample,
  'pricing.history': policyHistory,
  'pricing.flights': pricingFlights,
  'pricing.flight': pricingFlight,
  'pricing.routeDays': routeDays,
  'pricing.overbookingAdvice': overbookingAdvice,
  'pricing.overrides': pricingOverrides,
  'pricing.overrideScore': overrideScore,
  'schedule.handChanges': handChanges,
  'fleet.list': fleetList,
  'fleet.map': fleetMap,
  'fleet.read': fleetRead,
  'fleet.preview': fleetPreview,
  'airports.list': airportList,
  'airports.read': airportRead,
  'airports.preview': airportPreview,
  'users.list': users,
  'settings.get': settings,
  'jobs.list': jobList,
  'messages.list': messageList,
  'messages.ofBooking': messagesOfBooking,
  'events.since': eventsSince,
} satisfies { [Name in QueryName]: Query<Input<Name>, Output<Name>> | JsonQuery<Input<Name>, Output<Name>> };

/** Queries of the hub process itself. */
const innerQueries = {
  'journal.page': journalPage,
  'journal.dated': datedEvents,
  'journal.known': journalKnown,
  'health.kept': healthKept,
  'health.waiting': workWaiting,
  'health.deniedFlights': deniedFlights,
  'users.credentials': credentials,
  'users.count': userCount,
  'queues.count': queueCount,
  'desks.known': desksKnown,
  'payments.pending': pendingPaymentsOf,
  'payments.byReference': paymentsOf,
  'jobs.due': dueJobs,
  'messages.due': dueMessages,
  'messages.content': messageContent,
  'messages.previewContent': messagePreview,
  'schedule.compare': compareSchedule,
  'schedule.run': runOfFlight,
  'schedule.legs': scheduledLegs,
  'schedule.checkByHand': checkByHand,
  'fleet.turns': fleetTurns,
  'airports.changes': airportChangesKnown,
  'replies.known': replyKnown,
  'settings.backups': backupSettings,
  'settings.messages': messageSettings,
  'training.unsold': unsoldFlights,
  'training.departure': departureOf,
  'fares.match': matchCompetitorFares,
  'policies.filedFares': filedFares,
  'flashSales.open': flashSalesOpen,
  'holds.lapsed': holdsLapsed,
  'policies.nextTurn': nextPolicyTurn,
  'seats.nextEnd': nextBlock,
  'waitlist.nextTurn': nextWaitlistTurn,
  'policies.nextReceipt': nextReceipt,
  'policies.salesToScore': salesToScore,
  'reaccommodation.findWays': findWays,
};

export const queries = { ...contractQueries, ...innerQueries };

export type Queries = typeof queries;
export type InnerQueryName = keyof typeof innerQueries;
export type AnyQueryName = keyof Queries;
type HandlerParts<Handler> = Handler extends Query<infer In, infer Out> ? { input: In; output: Out } : never;
export type QueryInput<Name extends AnyQueryName> = HandlerParts<Queries[Name]>['input'];
export type QueryOutput<Name extends AnyQueryName> = HandlerParts<Queries[Name]>['output'];
