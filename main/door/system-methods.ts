import type { MethodName } from '../../shared/contract.ts';
import { type Refused, refuse } from '../../shared/refusals.ts';
import { isEnough, type SystemCalls, type SystemRights } from '../../shared/system-rights.ts';

interface Why {
  readonly why: string;
  readonly instead: string;
}

const SIGNS_IN: Why = { why: 'a person signs in there', instead: 'A system has its key, and signs in nowhere' };
const PEOPLE: Why = { why: 'a person types a PIN there, or decides who may sign in', instead: 'Ask a supervisor to do it in Admin, Users' };
const PAIRS: Why = {
  why: 'a person decides there who is paired, and reads the code',
  instead: 'Ask a supervisor to do it in Admin, Desks',
};
const PROVES: Why = { why: 'it signs with its key there', instead: 'Send the key of the system with each call' };
const CLOCK: Why = { why: 'a person compares the time there with a clock', instead: 'Ask somebody at a console to confirm the time' };
const TYPED: Why = { why: 'it keeps what is typed there', instead: 'Send the same call again under its Idempotency-Key' };
const PAPER: Why = { why: 'it writes down what is printed there', instead: 'Print at a console' };
const DRAWER: Why = { why: 'a person counts the cash of a drawer there', instead: 'Read shift.list and shift.report' };
const LIVE: Why = { why: 'it says what a screen shows', instead: 'Read the journal at /feeds/journal' };
const STORE: Why = {
  why: 'the store of the hub is replaced, and everybody signs in again',
  instead: 'Ask a supervisor to do it in Admin, Backups',
};

type Needed = Exclude<SystemCalls, 'nothing'>;

/**
 * What a system needs for each method of the contract, or why it cannot call it at all: it takes a person or a screen. A method that is not in this list does
 * not compile, so a new one is open to nobody before somebody has said to whom. reads: it changes nothing. sells: what agents do. supervises: what
 * supervisors alone do or see.
 */
const NEEDED = {
  'session.state': SIGNS_IN,
  'session.signIn': SIGNS_IN,
  'session.resume': SIGNS_IN,
  'session.lock': SIGNS_IN,
  'session.signOut': SIGNS_IN,
  'session.createFirstSupervisor': SIGNS_IN,
  'console.follow': LIVE,
  'clock.confirm': CLOCK,
  'clock.setRight': CLOCK,
  'users.list': 'supervises',
  'users.create': PEOPLE,
  'users.setPin': PEOPLE,
  'users.unlock': PEOPLE,
  'users.setActive': PEOPLE,
  'desks.list': 'supervises',
  'desks.offer': PAIRS,
  'desks.offered': PAIRS,
  'desks.endOffer': PAIRS,
  'desks.pair': PAIRS,
  'desks.pairHere': PAIRS,
  'desks.rename': PAIRS,
  'desks.allow': PAIRS,
  'desks.revoke': PAIRS,
  'session.prove': PROVES,
  'flights.places': 'reads',
  'flights.search': 'reads',
  'flights.carriers': 'reads',
  'flights.board': 'reads',
  'flights.find': 'reads',
  'flights.named': 'reads',
  'flights.connections': 'reads',
  'flights.seatMap': 'reads',
  'flights.bestSeats': 'reads',
  'seats.blocks': 'reads',
  'seats.block': 'sells',
  'seats.unblock': 'sells',
  'aircraft.list': 'reads',
  'aircraft.set': 'supervises',
  'aircraft.assign': 'supervises',
  'holds.place': 'sells',
  'holds.extend': 'sells',
  'holds.release': 'sells',
  'holds.revive': 'sells',
  'holds.keepDraft': TYPED,
  'holds.check': 'reads',
  'holds.ofDesk': 'reads',
  'flashSale.open': 'supervises',
  'flashSale.close': 'supervises',
  'flashSale.look': 'reads',
  'flashSale.lot': 'supervises',
  'queue.status': 'reads',
  'queue.leave': 'sells',
  'hoarding.list': 'supervises',
  'bookings.confirm': 'sells',
  'bookings.unheard': TYPED,
  'bookings.heard': TYPED,
  'bookings.recordPrint': PAPER,
  'bookings.lastOfDesk': 'reads',
  'bookings.get': 'reads',
  'bookings.find': 'reads',
  'bookings.cancelQuote': 'sells',
  'bookings.cancel': 'sells',
  'bookings.changeQuote': 'sells',
  'bookings.missed': 'sells',
  'bookings.undo': 'sells',
  'bookings.split': 'sells',
  'bookings.change': 'sells',
  'holds.payLater': 'sells',
  'holds.takeOver': 'sells',
  'customers.find': 'reads',
  'customers.get': 'reads',
  'customers.keep': 'sells',
  'customers.change': 'sells',
  'customers.erase': 'supervises',
  'waitlist.join': 'sells',
  'waitlist.drop': 'sells',
  'waitlist.move': 'supervises',
  'waitlist.answer': 'sells',
  'waitlist.tell': 'sells',
  'waitlist.offer': 'sells',
  'waitlist.flights': 'reads',
  'waitlist.of': 'reads',
  'oversale.room': 'reads',
  'oversale.ask': 'supervises',
  'oversale.answer': 'supervises',
  'oversale.deny': 'supervises',
  'oversale.printed': PAPER,
  'oversale.pay': 'sells',
  'passenger.show': LIVE,
  'passenger.follow': LIVE,
  'queues.look': 'reads',
  'queues.next': 'sells',
  'queues.open': 'sells',
  'queues.letGo': 'sells',
  'queues.done': 'sells',
  'queues.later': 'sells',
  'queues.pass': 'sells',
  'reaccommodation.list': 'reads',
  'reaccommodation.of': 'reads',
  'reaccommodation.propose': 'reads',
  'reaccommodation.keep': 'sells',
  'reaccommodation.release': 'sells',
  'reaccommodation.accept': 'sells',
  'reaccommodation.undo': 'sells',
  'refunds.policies': 'reads',
  'refunds.addPolicy': 'supervises',
  'refunds.due': 'supervises',
  'refunds.markDone': 'supervises',
  'payments.giveUp': 'sells',
  'payments.failed': 'supervises',
  'vouchers.get': 'reads',
  'vouchers.issue': 'supervises',
  'accounts.list': 'reads',
  'accounts.statement': 'supervises',
  'accounts.open': 'supervises',
  'accounts.change': 'supervises',
  'accounts.receive': 'supervises',
  'shift.now': DRAWER,
  'shift.report': 'reads',
  'shift.list': 'reads',
  'shift.open': DRAWER,
  'shift.drop': DRAWER,
  'shift.count': DRAWER,
  'shift.close': DRAWER,
  'reports.sales': 'reads',
  'flights.passengerList': 'reads',
  'pricing.quote': 'reads',
  'pricing.policies': 'reads',
  'pricing.history': 'reads',
  'pricing.publish': 'supervises',
  'pricing.example': 'reads',
  'pricing.readCalendar': 'supervises',
  'pricing.flights': 'supervises',
  'pricing.flight': 'supervises',
  'pricing.routeDays': 'supervises',
  'whatIf.start': 'supervises',
  'whatIf.stop': 'supervises',
  'whatIf.status': 'supervises',
  'pricing.overbookingAdvice': 'reads',
  'pricing.authorise': 'supervises',
  'pricing.receipt': 'reads',
  'pricing.score': 'reads',
  'pricing.overrides': 'reads',
  'pricing.overrideScore': 'reads',
  'pricing.overrideClass': 'supervises',
  'pricing.readFares': 'supervises',
  'pricing.setFares': 'supervises',
  'schedule.upload': 'supervises',
  'schedule.preview': 'supervises',
  'schedule.apply': 'supervises',
  'schedule.cancel': 'supervises',
  'schedule.byHand': 'supervises',
  'schedule.handChanges': 'reads',
  'fleet.list': 'reads',
  'fleet.map': 'reads',
  'fleet.read': 'supervises',
  'fleet.save': 'supervises',
  'fleet.preview': 'supervises',
  'fleet.takeOver': 'supervises',
  'airports.list': 'reads',
  'airports.read': 'reads',
  'airports.preview': 'supervises',
  'airports.set': 'supervises',
  'settings.get': 'reads',
  'settings.set': 'supervises',
  'settings.setBackups': 'supervises',
  'events.since': LIVE,
  'backups.start': 'supervises',
  'backups.stop': 'supervises',
  'backups.status': 'supervises',
  'backups.list': 'supervises',
  'backups.restore': STORE,
  'jobs.list': 'supervises',
  'jobs.tryAgain': 'supervises',
  'messages.list': 'supervises',
  'messages.ofBooking': 'reads',
  'messages.preview': 'reads',
  'messages.sendAgain': 'supervises',
  'messages.wish': 'sells',
  'messages.channels': 'supervises',
  'messages.setChannels': 'supervises',
  'messages.test': 'supervises',
  'health.figures': 'reads',
  'health.day': 'reads',
  'health.acknowledge': 'supervises',
  'health.setLimit': 'supervises',
} as const satisfies { readonly [Name in MethodName]: Needed | Why };

export type OpenMethod = Exclude<MethodName, ConsoleOnly>;

type ConsoleOnly = { [Name in MethodName]: (typeof NEEDED)[Name] extends Why ? Name : never }[MethodName];

export const isOpen = (method: MethodName): method is OpenMethod => !isConsoleOnly(method);

export const isConsoleOnly = (method: MethodName): method is ConsoleOnly => typeof NEEDED[method] === 'object';

export const consoleOnly = (method: ConsoleOnly): Refused => refuse('CONSOLE_ONLY', { method, ...NEEDED[method] });

/** What a system needs to call a method that is no console's alone. */
export const neededFor = (method: OpenMethod): Needed => NEEDED[method];

/** Why a system with these rights may not call a method; undefined: it may. */
export function mayNotCall(method: OpenMethod, { calls }: SystemRights): Refused | undefined {
  const needed = neededFor(method);
  return isEnough(calls, needed) ? undefined : refuse('SYSTEM_MAY_NOT', { what: `call ${method}`, needed });
}
