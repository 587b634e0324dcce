import type { MethodName } from '../../shared/contract.ts';
import { type Refused, refuse } from '../../shared/refusals.ts';

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

/** What a system cannot call, because it needs a person or a screen. All other methods are open to it, by its role. */
const CONSOLE_ONLY = {
  'session.state': SIGNS_IN,
  'session.signIn': SIGNS_IN,
  'session.resume': SIGNS_IN,
  'session.lock': SIGNS_IN,
  'session.signOut': SIGNS_IN,
  'session.createFirstSupervisor': SIGNS_IN,
  'console.follow': LIVE,
  'passenger.show': LIVE,
  'passenger.follow': LIVE,
  'session.prove': PROVES,
  'desks.offer': PAIRS,
  'desks.offered': PAIRS,
  'desks.endOffer': PAIRS,
  'desks.pair': PAIRS,
  'desks.pairHere': PAIRS,
  'desks.rename': PAIRS,
  'desks.revoke': PAIRS,
  'users.create': PEOPLE,
  'users.setPin': PEOPLE,
  'users.unlock': PEOPLE,
  'users.setActive': PEOPLE,
  'clock.confirm': CLOCK,
  'clock.setRight': CLOCK,
  'holds.keepDraft': TYPED,
  'bookings.unheard': TYPED,
  'bookings.heard': TYPED,
  'bookings.recordPrint': PAPER,
  'oversale.printed': PAPER,
  'shift.now': DRAWER,
  'shift.open': DRAWER,
  'shift.drop': DRAWER,
  'shift.count': DRAWER,
  'shift.close': DRAWER,
  'backups.restore': STORE,
} as const satisfies { readonly [Name in MethodName]?: Why };

type ConsoleOnly = keyof typeof CONSOLE_ONLY;

export const isConsoleOnly = (method: MethodName): method is ConsoleOnly => Object.hasOwn(CONSOLE_ONLY, method);

export const consoleOnly = (method: ConsoleOnly): Refused => refuse('CONSOLE_ONLY', { method, ...CONSOLE_ONLY[method] });
