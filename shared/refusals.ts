import { REFUSALS_OF_AIRCRAFT } from './refusals/refusals-of-aircraft.ts';
import { REFUSALS_OF_AIRPORTS } from './refusals/refusals-of-airports.ts';
import { REFUSALS_OF_CALLS } from './refusals/refusals-of-calls.ts';
import { REFUSALS_OF_CHANGES } from './refusals/refusals-of-changes.ts';
import { REFUSALS_OF_CUSTOMERS } from './refusals/refusals-of-customers.ts';
import { REFUSALS_OF_DESKS } from './refusals/refusals-of-desks.ts';
import { REFUSALS_OF_DOOR } from './refusals/refusals-of-door.ts';
import { REFUSALS_OF_FAILURES } from './refusals/refusals-of-failures.ts';
import { REFUSALS_OF_FLIGHTS } from './refusals/refusals-of-flights.ts';
import { REFUSALS_OF_HOLDS } from './refusals/refusals-of-holds.ts';
import { REFUSALS_OF_LINES } from './refusals/refusals-of-lines.ts';
import { REFUSALS_OF_OVERSALES } from './refusals/refusals-of-oversales.ts';
import { REFUSALS_OF_PASSENGERS } from './refusals/refusals-of-passengers.ts';
import { REFUSALS_OF_PAYMENT } from './refusals/refusals-of-payment.ts';
import { REFUSALS_OF_PEOPLE } from './refusals/refusals-of-people.ts';
import { REFUSALS_OF_PRICING } from './refusals/refusals-of-pricing.ts';
import { REFUSALS_OF_QUEUES } from './refusals/refusals-of-queues.ts';
import { REFUSALS_OF_SCHEDULE } from './refusals/refusals-of-schedule.ts';
import { REFUSALS_OF_SEATS } from './refusals/refusals-of-seats.ts';
import { REFUSALS_OF_SHIFTS } from './refusals/refusals-of-shifts.ts';
import { REFUSALS_OF_UPKEEP } from './refusals/refusals-of-upkeep.ts';
import { REFUSALS_OF_WAITLISTS } from './refusals/refusals-of-waitlists.ts';

/**
 * Every way in which Aisle says no: one closed list, in order of precedence, part by part. Where several would be true, the one
 * that stands first here is given. `message` is the sentence for the screen, `next` what would work; both may name
 * `{details}` by key. A refusal is a value that travels inside the reply; it is never thrown.
 */
export const REFUSALS = {
  ...REFUSALS_OF_DOOR,
  ...REFUSALS_OF_CALLS,
  ...REFUSALS_OF_DESKS,
  ...REFUSALS_OF_PEOPLE,
  ...REFUSALS_OF_FLIGHTS,
  ...REFUSALS_OF_SCHEDULE,
  ...REFUSALS_OF_AIRCRAFT,
  ...REFUSALS_OF_AIRPORTS,
  ...REFUSALS_OF_PRICING,
  ...REFUSALS_OF_SEATS,
  ...REFUSALS_OF_WAITLISTS,
  ...REFUSALS_OF_OVERSALES,
  ...REFUSALS_OF_LINES,
  ...REFUSALS_OF_HOLDS,
  ...REFUSALS_OF_PASSENGERS,
  ...REFUSALS_OF_PAYMENT,
  ...REFUSALS_OF_CUSTOMERS,
  ...REFUSALS_OF_CHANGES,
  ...REFUSALS_OF_QUEUES,
  ...REFUSALS_OF_SHIFTS,
  ...REFUSALS_OF_UPKEEP,
  ...REFUSALS_OF_FAILURES,
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
