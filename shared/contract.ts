import type { z } from 'zod';
import type { WindowLink } from './far-hub.ts';
import type { Json } from './json.ts';
import { accountMethods } from './methods/accounts.ts';
import { aircraftMethods } from './methods/aircraft.ts';
import { airportMethods } from './methods/airports.ts';
import { backupMethods } from './methods/backups.ts';
import { bookingMethods } from './methods/bookings.ts';
import { changeMethods } from './methods/changes.ts';
import { classOverrideMethods } from './methods/class-overrides.ts';
import { clockMethods } from './methods/clock.ts';
import { compensationMethods } from './methods/compensation.ts';
import { competitorFareMethods } from './methods/competitor-fares.ts';
import { customerMethods } from './methods/customers.ts';
import { deskMethods } from './methods/desks.ts';
import { flashSaleMethods } from './methods/flash-sales.ts';
import { fleetMethods } from './methods/fleet.ts';
import { flightMethods } from './methods/flights.ts';
import { handChangeMethods } from './methods/hand-changes.ts';
import { healthMethods } from './methods/health.ts';
import { hoardingMethods } from './methods/hoarding.ts';
import { holdMethods } from './methods/holds.ts';
import { holidayCalendarMethods } from './methods/holiday-calendar.ts';
import { jobMethods } from './methods/jobs.ts';
import { liveMethods } from './methods/live.ts';
import { messageMethods } from './methods/messages.ts';
import { overbookingMethods } from './methods/overbooking.ts';
import { passengerMethods } from './methods/passenger.ts';
import { paymentMethods } from './methods/payments.ts';
import { policyOutcomeMethods } from './methods/policy-outcome.ts';
import { pricingMethods } from './methods/pricing.ts';
import { pricingExampleMethods } from './methods/pricing-example.ts';
import { pricingListMethods } from './methods/pricing-list.ts';
import { whatIfMethods } from './methods/pricing-what-if.ts';
import { queueMethods } from './methods/queues.ts';
import { reaccommodationMethods } from './methods/reaccommodation.ts';
import { refundMethods } from './methods/refunds.ts';
import { salesReportMethods } from './methods/sales-report.ts';
import { scheduleMethods } from './methods/schedule.ts';
import { seatBlockMethods } from './methods/seat-blocks.ts';
import { sessionMethods } from './methods/session.ts';
import { settingMethods } from './methods/settings.ts';
import { shiftMethods } from './methods/shifts.ts';
import { timeLimitMethods } from './methods/time-limits.ts';
import { userMethods } from './methods/users.ts';
import { volunteerMethods } from './methods/volunteers.ts';
import { voucherMethods } from './methods/vouchers.ts';
import { waitlistMethods } from './methods/waitlist.ts';
import type { Reply } from './refusals.ts';

/**
 * Every method of Aisle, declared once: who may call it, what goes in, what comes out, how it may refuse. Handlers,
 * the preload's bridge, the console's client and the tests' fakes are derived from this by type.
 */
export const contract = {
  ...sessionMethods,
  ...liveMethods,
  ...clockMethods,
  ...userMethods,
  ...deskMethods,
  ...flightMethods,
  ...seatBlockMethods,
  ...aircraftMethods,
  ...holdMethods,
  ...flashSaleMethods,
  ...hoardingMethods,
  ...bookingMethods,
  ...changeMethods,
  ...timeLimitMethods,
  ...customerMethods,
  ...waitlistMethods,
  ...volunteerMethods,
  ...compensationMethods,
  ...passengerMethods,
  ...queueMethods,
  ...reaccommodationMethods,
  ...refundMethods,
  ...paymentMethods,
  ...voucherMethods,
  ...accountMethods,
  ...shiftMethods,
  ...salesReportMethods,
  ...pricingMethods,
  ...pricingExampleMethods,
  ...holidayCalendarMethods,
  ...pricingListMethods,
  ...whatIfMethods,
  ...overbookingMethods,
  ...policyOutcomeMethods,
  ...classOverrideMethods,
  ...competitorFareMethods,
  ...scheduleMethods,
  ...handChangeMethods,
  ...fleetMethods,
  ...airportMethods,
  ...settingMethods,
  ...backupMethods,
  ...jobMethods,
  ...messageMethods,
  ...healthMethods,
};

export type Contract = typeof contract;
export type MethodName = keyof Contract;
type NamesOfKind<Kind> = { [Name in MethodName]: Contract[Name]['kind'] extends Kind ? Name : never }[MethodName];
/** A command changes the store, through the writer. A query only reads, through the reader. The hub answers all other methods itself. */
export type CommandName = NamesOfKind<'command'>;
export type QueryName = NamesOfKind<'query'>;
export type HubMethodName = NamesOfKind<'hub'>;

export type Input<Name extends MethodName> = z.output<Contract[Name]['input']>;
export type Output<Name extends MethodName> = z.output<Contract[Name]['output']>;
export type ReplyOf<Name extends MethodName> = Reply<Output<Name>>;

/**
 * Why a console calls: a person at it pressed a key or clicked, or the page asks by itself. It travels beside method and input, over
 * both transports; a call that does not say it is the console's. Sessions lock when no person has done anything for a while, and a
 * page that asks by itself must not keep them open.
 */
export const CALLED_BY = ['person', 'console'] as const;
export type CalledBy = (typeof CALLED_BY)[number];

/** The console's way to the hub: over a socket, or through what the preload exposes. */
export interface Bridge {
  call<Name extends MethodName>(method: Name, input: Input<Name>, by?: CalledBy): Promise<ReplyOf<Name>>;
  /** Hears every message of the hub until the returned function is called. */
  on(listener: (message: unknown) => void): () => void;
}

/** What became of a PDF. failed: it could not be drawn or written. */
export type SavedPdf = 'saved' | 'cancelled' | 'failed';

/**
 * What the preload exposes. Replies and messages come as JSON: between the two worlds of a window an object is copied property by property, twice, and
 * a board holds a million of them. A text is copied as it is.
 */
export interface WindowBridge extends Pick<Bridge, 'on'> {
  call<Name extends MethodName>(method: Name, input: Input<Name>, by?: CalledBy): Promise<Json<ReplyOf<Name>>>;
  /** Draws what the page prints as a PDF and asks the person where it goes. `name`: proposed for the file, without its ending. */
  savePdf(name: string): Promise<SavedPdf>;
  /** The way to a hub on another computer. */
  readonly link: WindowLink;
}

export const PROTOCOL_VERSION = 4;
