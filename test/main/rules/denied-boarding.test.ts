import { describe, expect, it } from 'vitest';
import { type DeniedFlight, type DeniedRule, deniedOwed, deniedRule } from '../../../main/rules/denied-boarding.ts';
import { HOUR_MS, localDate, MINUTE_MS } from '../../../shared/instants.ts';
import { minor } from '../../../shared/money.ts';

const flight = (from: string, to: string, date: string, more: Partial<DeniedFlight> = {}): DeniedFlight => ({
  ...{ from: { country: from }, to: { country: to }, km: 1_000, seats: 150, date: localDate(date) },
  ...more,
});

// The day before a row begins, and its first day.
const US_DAYS: readonly [date: string, since: string | null, low: number, high: number][] = [
  ['2011-08-22', null, 0, 0],
  ['2011-08-23', '2011-08-23', 650_00, 1_300_00],
  ['2015-01-02', '2011-08-23', 650_00, 1_300_00],
  ['2015-08-24', '2011-08-23', 650_00, 1_300_00],
  ['2015-08-25', '2015-08-25', 675_00, 1_350_00],
  ['2021-04-12', '2015-08-25', 675_00, 1_350_00],
  ['2021-04-13', '2021-04-13', 775_00, 1_550_00],
  ['2025-01-21', '2021-04-13', 775_00, 1_550_00],
  ['2025-01-22', '2025-01-22', 1_075_00, 2_150_00],
  ['2031-01-01', '2025-01-22', 1_075_00, 2_150_00],
];

// Each distance at its border and just beyond it; then the same within the Union.
const EU_DISTANCES: readonly [from: string, to: string, km: number, amount: number, halfHours: number][] = [
  ['FR', 'MA', 1_500, 250_00, 2],
  ['FR', 'MA', 1_500.1, 400_00, 3],
  ['FR', 'EG', 3_500, 400_00, 3],
  ['FR', 'US', 3_500.1, 600_00, 4],
  ['FR', 'DE', 1_500, 250_00, 2],
  ['ES', 'FI', 1_500.1, 400_00, 3],
  // Paris to Réunion is farther than 3,500 km and within the Union.
  ['FR', 'RE', 9_350, 400_00, 3],
];

const UNKNOWN: readonly [flight: DeniedFlight, why: string][] = [
  [flight('US', 'US', '2015-01-02', { seats: 29 }), 'small-aircraft'],
  [flight('US', 'US', '2011-08-22'), 'before-rows'],
  [flight('FR', 'DE', '2015-01-02', { km: undefined }), 'distance'],
  [flight('JP', 'FR', '2015-01-02'), 'carrier'],
  [flight('JP', 'US', '2015-01-02'), 'no-rule'],
  [flight('GB', 'JP', '2021-01-01'), 'no-rule'],
  [flight('GB', 'FR', '2021-01-01'), 'carrier'],
  [flight('FR', 'DE', '2005-02-16'), 'no-rule'],
  [flight('HR', 'RS', '2013-06-30'), 'no-rule'],
  [flight('RO', 'RS', '2006-12-31'), 'no-rule'],
  [flight('NO', 'IS', '2024-05-01'), 'no-rule'],
];

const EU_BEGINS: readonly [country: string, date: string][] = [
  ['FR', '2005-02-17'],
  ['RO', '2007-01-01'],
  ['BG', '2007-01-01'],
  ['HR', '2013-07-01'],
  ['YT', '2014-01-01'],
  ['GB', '2020-12-31'],
];

const hours = (count: number): number => count * HOUR_MS;
const US_RULE: DeniedRule = {
  ...{ regime: 'US', since: localDate('2011-08-23'), currency: 'USD', low: minor(650_00), high: minor(1_300_00), highHours: 2 },
};
const ABROAD: DeniedRule = { ...US_RULE, highHours: 4 };
const euRule = (amount: number, halfHours: number): DeniedRule => ({
  ...{ regime: 'EU', since: localDate('2005-02-17'), currency: 'EUR', amount: minor(amount), halfHours },
});

const OWED: readonly [rule: DeniedRule, fare: number, late: number | null, amount: number, says: string][] = [
  // Up to an hour late nothing is owed, less than two hours the lower rate, from two hours on the higher one.
  [US_RULE, 131_00, hours(-1), 0, '0 %'],
  [US_RULE, 131_00, 22 * MINUTE_MS, 0, '0 %'],
  [US_RULE, 131_00, hours(1), 0, '0 %'],
  [US_RULE, 131_00, hours(1) + 1, 262_00, '200 %'],
  [US_RULE, 131_00, hours(2) - 1, 262_00, '200 %'],
  [US_RULE, 131_00, hours(2), 524_00, '400 %'],
  [US_RULE, 131_00, null, 524_00, '400 %'],
  // From the country abroad the higher rate begins at four hours.
  [ABROAD, 131_00, hours(2), 262_00, '200 %'],
  [ABROAD, 131_00, hours(4) - 1, 262_00, '200 %'],
  [ABROAD, 131_00, hours(4), 524_00, '400 %'],
  // The fare whose percentage is the most that is owed, and a cent more.
  [US_RULE, 325_00, hours(1.5), 650_00, '200 %'],
  [US_RULE, 325_01, hours(1.5), 650_00, '200 %, capped'],
  [US_RULE, 325_00, hours(2), 1_300_00, '400 %'],
  [US_RULE, 325_01, hours(2), 1_300_00, '400 %, capped'],
  // Half is owed up to the hours of the row, at most.
  [euRule(250_00, 2), 90_00, hours(2), 125_00, 'half'],
  [euRule(250_00, 2), 90_00, hours(2) + 1, 250_00, 'whole'],
  [euRule(400_00, 3), 90_00, hours(3), 200_00, 'half'],
  [euRule(400_00, 3), 90_00, hours(3) + 1, 400_00, 'whole'],
  [euRule(600_00, 4), 90_00, hours(4), 300_00, 'half'],
  [euRule(600_00, 4), 90_00, hours(4) + 1, 600_00, 'whole'],
  [euRule(600_00, 4), 0, null, 600_00, 'whole'],
];

describe('denied boarding', () => {
  it.each(US_DAYS)('in the United States on %s: the row of %s', (date, since, low, high) => {
    const found = deniedRule(flight('US', 'US', date));
    if (since === null) expect(found).toEqual({ known: false, why: 'before-rows' });
    else expect(found).toEqual({ known: true, rule: { regime: 'US', since, currency: 'USD', low, high, highHours: 2 } });
  });

  it.each([
    ['US', 'PR', 2],
    ['PR', 'VI', 2],
    ['US', 'MX', 4],
    ['GU', 'JP', 4],
    ['US', 'FR', 4],
  ])('from %s to %s the higher rate begins at %d hours', (from, to, highHours) => {
    expect(deniedRule(flight(from, to, '2015-01-02', { seats: 30 }))).toMatchObject({ known: true, rule: { regime: 'US', highHours } });
  });

  it.each(EU_DISTANCES)('from %s to %s, %d km: %d', (from, to, km, amount, halfHours) => {
    expect(deniedRule(flight(from, to, '2015-01-02', { km }))).toEqual({
      ...{ known: true, rule: { regime: 'EU', since: '2005-02-17', currency: 'EUR', amount, halfHours } },
    });
  });

  it.each(EU_BEGINS)('from %s on %s the rule of the Union is in force', (country, date) => {
    expect(deniedRule(flight(country, 'RS', date))).toMatchObject({ known: true, rule: { regime: 'EU' } });
  });

  it.each(UNKNOWN)('%o: not known, %s', (one, why) => {
    expect(deniedRule(one)).toEqual({ known: false, why });
  });

  it.each(OWED)('%o, fare %d, late %d: %d, %s', (rule, fare, lateMs, amount, says) => {
    const owed = deniedOwed(rule, { fare: minor(fare), currency: 'USD', lateMs });
    if (!owed.known) throw new Error(owed.why);
    expect(owed.amount).toBe(amount);
    const said = owed.percent === null ? (owed.halved ? 'half' : 'whole') : `${owed.percent} %${owed.capped ? ', capped' : ''}`;
    expect(said).toBe(says);
  });

  it.each([
    ['a fare in another currency', 90_00, 'CAD', 'currency'],
    ['a ticket without a fare', 0, 'USD', 'no-fare'],
  ])('is not known by percent of %s', (_, fare, currency, why) => {
    expect(deniedOwed(US_RULE, { fare: minor(fare), currency, lateMs: null })).toEqual({ known: false, why });
  });
});
