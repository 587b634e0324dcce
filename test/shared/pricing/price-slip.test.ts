import { describe, expect, test } from 'vitest';
import type { PolicyRule } from '../../../shared/pricing/policy.ts';
import { priceSlip } from '../../../shared/pricing/price-slip.ts';

const THURSDAY = '2026-11-26';
const FILED = [{ baseFare: 100_00, currency: 'USD' }];
const ALL = { F: 100, J: 100, W: 100, Y: 100 };
const BASE: PolicyRule = { rule: 'filedBase', percent: ALL };
const CENTS: PolicyRule = { rule: 'rounding', to: 1, less: 0 };
const slip = (before: PolicyRule, draft: PolicyRule) => {
  const isBase = before.rule === 'distanceBase' || before.rule === 'bookingClasses';
  const whole = (rule: PolicyRule) => (isBase ? [rule, CENTS] : [BASE, rule, CENTS]);
  return priceSlip(whole(before), whole(draft), FILED, THURSDAY);
};

const knots = (middle: number) => [0, middle, 0].map((change, place) => ({ at: 60 + place * 15, change }));
const load = (middle: number): PolicyRule => ({
  rule: 'loadCurve',
  over: 'cabin',
  knots: knots(middle).map(({ at, change }) => ({ taken: at, change })),
});
const days = (middle: number): PolicyRule => ({
  rule: 'daysAhead',
  knots: [0, middle, 0].map((change, place) => ({ days: 12 + place, change })),
});
const weekday = (saturday: number): PolicyRule => ({ rule: 'weekday', change: [0, 0, 0, 0, 0, saturday, 0] });
const holiday = (change: number): PolicyRule => ({ rule: 'holiday', days: [{ date: '2026-12-25', name: 'Christmas', change }] });
const season = (change: number): PolicyRule => ({ rule: 'season', name: 'Summer', from: '07-01', to: '08-31', change });
const seats = (exit: number): PolicyRule => ({ rule: 'seatType', percent: { standard: 100, preferred: 100, extraLegroom: 100, exit } });
const people = (CHD: number): PolicyRule => ({ rule: 'passengerType', percent: { ADT: 100, CHD, INF: 10, INS: 100 } });
const promotion = (change: number): PolicyRule => ({
  ...{ rule: 'promotion', code: 'WELCOME', change, from: '2026-11-01', to: '2026-12-31', stock: 10 },
});
const distance = (perMile: number): PolicyRule => {
  const each = (amount: number) => ({ F: amount, J: amount, W: amount, Y: amount });
  return { rule: 'distanceBase', currency: 'USD', start: each(39_00), perMile: each(perMile), otherwise: ALL };
};
const classes = (middle: number): PolicyRule => {
  const fares = [
    { code: 'Y', fare: 900_00 },
    { code: 'M', fare: middle },
    { code: 'Q', fare: 10_00 },
  ];
  const Y = fares.map((one) => ({ ...one, mean: 0.1, deviation: 0.1 }));
  return { rule: 'bookingClasses', over: 'cabin', currency: 'USD', cabins: { F: [], J: [], W: [], Y }, otherwise: ALL };
};

describe('a slip in one figure is found, though it decides only', () => {
  test.each<[state: string, before: PolicyRule, draft: PolicyRule, question: object]>([
    ['at one knot of the load', load(15), load(150), { ofCabin: { sold: 75 } }],
    ['at one knot of the days', days(15), days(150), { daysAhead: 13 }],
    ['on Saturdays', weekday(50), weekday(500), { date: '2026-11-28' }],
    ['on a holiday', holiday(100), holiday(900), { date: '2026-12-25' }],
    ['in a season', season(10), season(100), { date: '2027-07-01' }],
    ['in an exit row', seats(150), seats(15), { seat: 'exit' }],
    ['for children', people(75), people(7), { passenger: 'CHD' }],
    ['with a code', promotion(-10), promotion(-91), { promotion: 'WELCOME' }],
    ['by the mile', distance(11), distance(110), { miles: 12_500 }],
    ['while a class in the middle is what is open', classes(150_00), classes(15_00), { closed: ['Y', 'Q'] }],
  ])('%s', (_state, before, draft, question) => {
    expect(slip(before, draft)?.question).toMatchObject(question);
    expect(slip(before, before)).toBeUndefined();
  });

  test('a rail hides it where the flight is empty, and not where it fills', () => {
    const floor: PolicyRule = { rule: 'floor', amounts: { USD: 100_00 } };
    const curve: PolicyRule = {
      rule: 'loadCurve',
      over: 'cabin',
      knots: [
        { taken: 0, change: 0 },
        { taken: 100, change: 300 },
      ],
    };
    const rules = (exit: number) => [BASE, curve, seats(exit), floor, CENTS];
    expect(priceSlip(rules(100), rules(10), FILED, THURSDAY)).toMatchObject({ before: 400_00, fare: 100_00, question: { seat: 'exit' } });
  });

  test('a holiday that is over, and a class that only one of both policies has, are none', () => {
    const past = (change: number): PolicyRule => ({ rule: 'holiday', days: [{ date: '2026-11-25', name: 'Past', change }] });
    expect(slip(past(0), past(900))).toBeUndefined();
    const [one, other] = [classes(150_00), classes(150_00)];
    if (other.rule !== 'bookingClasses') throw new Error('is a rule of classes');
    const more = [...other.cabins.Y, { code: 'V', fare: 9_00, mean: 0.1, deviation: 0.1 }];
    expect(slip(one, { ...other, cabins: { ...other.cabins, Y: more } })).toBeUndefined();
  });
});
