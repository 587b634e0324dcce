import { HOUR_MS, type LocalDate } from '../../shared/instants.ts';
import type { UnknownRule } from '../../shared/methods/volunteers.ts';
import { type Minor, minor, percentOf } from '../../shared/money.ts';
import type { Airport } from '../reference/reference.ts';
import {
  EU_FROM,
  EU_MEMBERS,
  EU_ROWS,
  US_COUNTRIES,
  US_FREE_HOURS,
  US_HIGH_HOURS,
  US_HIGH_PERCENT,
  US_LOW_PERCENT,
  US_ROWS,
  US_SEATS_MIN,
} from './denied-boarding-rows.ts';

/** The flight that a passenger is not let on. */
export interface DeniedFlight {
  readonly from: Pick<Airport, 'country'>;
  readonly to: Pick<Airport, 'country'>;
  /** Along the great circle; undefined when a place is in doubt. */
  readonly km: number | undefined;
  /** Of the whole aircraft. */
  readonly seats: number;
  /** The day of departure, local to where it leaves. */
  readonly date: LocalDate;
}

/** The rule that a flight is under: amounts in minor units of `currency`. */
export type DeniedRule =
  | {
      readonly regime: 'US';
      /** The day from which its row is in force. */
      readonly since: LocalDate;
      readonly currency: 'USD';
      readonly low: Minor;
      readonly high: Minor;
      readonly highHours: number;
    }
  | {
      readonly regime: 'EU';
      readonly since: LocalDate;
      readonly currency: 'EUR';
      readonly amount: Minor;
      readonly halfHours: number;
    };

export type KnownRule = { readonly known: true; readonly rule: DeniedRule } | { readonly known: false; readonly why: UnknownRule };

export interface Owed {
  readonly amount: Minor;
  readonly currency: 'USD' | 'EUR';
  /** Of the fare; null where the amount does not depend on it. */
  readonly percent: number | null;
  /** The fare would give more than the most that is owed. */
  readonly capped: boolean;
  /** Half is owed, because the other flight arrives soon enough. */
  readonly halved: boolean;
}
export type KnownOwed = ({ readonly known: true } & Owed) | { readonly known: false; readonly why: UnknownRule };

const inUs = ({ country }: Pick<Airport, 'country'>): boolean => US_COUNTRIES.has(country);

function inEu({ country }: Pick<Airport, 'country'>, date: LocalDate): boolean {
  const member = EU_MEMBERS.get(country);
  return member !== undefined && date >= member.from && (member.until === undefined || date < member.until);
}

/**
 * The rule for a passenger who is denied boarding: where the flight leaves decides. A flight into the Union from elsewhere is under its rule only if
 * its carrier is of the Union, which nobody here knows. Source: 14 CFR 250.2 and 250.5; Regulation (EC) 261/2004, articles 3 and 7.
 */
export function deniedRule({ from, to, km, seats, date }: DeniedFlight): KnownRule {
  if (inUs(from)) {
    if (seats < US_SEATS_MIN) return { known: false, why: 'small-aircraft' };
    const row = US_ROWS.findLast((one) => one.from <= date);
    if (!row) return { known: false, why: 'before-rows' };
    const highHours = inUs(to) ? US_HIGH_HOURS.domestic : US_HIGH_HOURS.abroad;
    return { known: true, rule: { regime: 'US', since: row.from, currency: 'USD', low: row.low, high: row.high, highHours } };
  }
  if (inEu(from, date)) {
    if (km === undefined) return { known: false, why: 'distance' };
    const within = inEu(to, date);
    // Within the Union no distance is in the last row.
    const row = EU_ROWS.find(({ upToKm }, at) => km <= upToKm || (within && at === EU_ROWS.length - 2));
    if (!row) return { known: false, why: 'distance' };
    return { known: true, rule: { regime: 'EU', since: EU_FROM, currency: 'EUR', amount: row.amount, halfHours: row.halfHours } };
  }
  return { known: false, why: inEu(to, date) ? 'carrier' : 'no-rule' };
}

/**
 * What is owed by a rule. `lateMs`: how much later than planned the other flight arrives that is offered; null when none is. `fare`: what the
 * passenger pays to the destination, or to the first stopover, in minor units of `currency`.
 */
export function deniedOwed(
  rule: DeniedRule,
  { fare, currency, lateMs }: { fare: Minor; currency: string; lateMs: number | null },
): KnownOwed {
  const late = lateMs ?? Number.POSITIVE_INFINITY;
  if (rule.regime === 'EU') {
    const halved = late <= rule.halfHours * HOUR_MS;
    const amount = halved ? percentOf(rule.amount, 50) : rule.amount;
    return { known: true, amount, currency: rule.currency, percent: null, capped: false, halved };
  }
  const none = { known: true, amount: minor(0), currency: rule.currency, percent: 0, capped: false, halved: false } as const;
  if (late <= US_FREE_HOURS * HOUR_MS) return none;
  if (currency !== rule.currency) return { known: false, why: 'currency' };
  // A ticket without a fare is paid for by the lowest fare that others paid, which is not known here.
  if (fare <= 0) return { known: false, why: 'no-fare' };
  const high = late >= rule.highHours * HOUR_MS;
  const percent = high ? US_HIGH_PERCENT : US_LOW_PERCENT;
  const most = high ? rule.high : rule.low;
  const full = percentOf(fare, percent);
  return { ...none, amount: full > most ? most : full, percent, capped: full > most };
}
