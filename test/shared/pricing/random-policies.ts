import fc from 'fast-check';
import { PASSENGER_TYPES } from '../../../shared/passengers.ts';
import { type PolicyRule, SEAT_TYPES } from '../../../shared/pricing/policy.ts';
import { CABINS } from '../../../shared/seat-map.ts';
import { priceQuestion } from './price-question.ts';

const cabin = fc.constantFrom(...CABINS);
const currency = fc.constantFrom('USD', 'JPY', 'KWD');
const baseFare = fc.oneof(
  fc.integer({ min: 1, max: 5_000_000 }),
  fc.integer({ min: 1, max: 900 }).map((whole) => whole * 1_000),
);
const load = fc.record({ authorised: fc.integer({ min: 0, max: 400 }), held: fc.nat(50), sold: fc.nat(420) });
const date = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
/** What may be asked of a price, with every rule's own figures. */
export const randomQuestion = fc
  .record({
    baseFare,
    currency,
    cabin,
    ofCabin: load,
    ofFlight: load,
    date,
    daysAhead: fc.nat(400),
    miles: fc.option(fc.nat(12_500), { nil: undefined }),
  })
  .chain((some) =>
    fc
      .record({
        competitor: fc.option(fc.record({ fare: fc.integer({ min: 1, max: 900_000 }), ageHours: fc.nat(60) }), { nil: undefined }),
        promotion: fc.constantFrom(undefined, 'WELCOME', 'STAFF99'),
        seat: fc.constantFrom(...SEAT_TYPES),
        passenger: fc.constantFrom(...PASSENGER_TYPES),
      })
      .map((more) => priceQuestion({ ...some, ...more })),
  );

const change = fc.integer({ min: -60, max: 200 });
const percents = (min: number) => fc.integer({ min, max: 400 });
const rising = <K extends string>(field: K, max: number) =>
  fc.uniqueArray(fc.integer({ min: field === 'below' ? 1 : 0, max }), { minLength: 1, maxLength: 5 }).map((at) => at.sort((a, b) => a - b));
const rule: fc.Arbitrary<PolicyRule> = fc.oneof(
  fc
    .tuple(fc.constantFrom('cabin', 'flight'), rising('taken', 100), fc.array(change, { minLength: 5, maxLength: 5 }))
    .map(([over, at, changes]) => ({
      rule: 'loadCurve' as const,
      over: over as 'cabin' | 'flight',
      knots: at.map((taken, place) => ({ taken, change: changes[place] ?? 0 })),
    })),
  fc
    .tuple(fc.constantFrom('cabin', 'flight'), rising('below', 100), fc.array(percents(40), { minLength: 6, maxLength: 6 }))
    .map(([over, at, percent]) => ({
      rule: 'loadTiers' as const,
      over: over as 'cabin' | 'flight',
      tiers: at.map((below, place) => ({ below, percent: percent[place] ?? 100 })),
      above: percent[5] ?? 100,
    })),
  fc.tuple(rising('days', 400), fc.array(change, { minLength: 5, maxLength: 5 })).map(([at, changes]) => ({
    rule: 'daysAhead' as const,
    knots: at.map((days, place) => ({ days, change: changes[place] ?? 0 })),
  })),
  fc.array(change, { minLength: 7, maxLength: 7 }).map((all) => ({ rule: 'weekday' as const, change: all })),
  fc.tuple(date, change).map(([day, by]) => ({ rule: 'holiday' as const, days: [{ date: day, name: 'Holiday', change: by }] })),
  fc
    .tuple(date, date, change)
    .map(([from, to, by]) => ({ rule: 'season' as const, name: 'Season', from: from.slice(5), to: to.slice(5), change: by })),
  fc
    .record({ standard: percents(40), preferred: percents(40), extraLegroom: percents(40), exit: percents(40) })
    .map((percent) => ({ rule: 'seatType' as const, percent })),
  fc
    .record({ ADT: percents(40), CHD: percents(40), INF: percents(0), INS: percents(40) })
    .map((percent) => ({ rule: 'passengerType' as const, percent })),
  fc
    .record({ within: fc.integer({ min: 1, max: 50 }), noOlderThanHours: fc.integer({ min: 1, max: 48 }) })
    .map((some) => ({ rule: 'competitor' as const, ...some })),
  fc
    .record({ code: fc.constantFrom('WELCOME', 'STAFF99', 'SUMMER'), change: fc.integer({ min: -99, max: -1 }) })
    .map((some) => ({ rule: 'promotion' as const, ...some, from: '2026-01-01', to: '2026-12-31', stock: 10 })),
  fc.nat(10_000).map((USD) => ({ rule: 'charge' as const, name: 'Fuel', amounts: { USD } })),
  fc.integer({ min: 1, max: 50_000 }).map((USD) => ({ rule: 'floor' as const, amounts: { USD } })),
  fc.integer({ min: 50_000, max: 900_000 }).map((USD) => ({ rule: 'ceiling' as const, amounts: { USD } })),
);
const BY_CABIN = { F: 400, J: 250, W: 150, Y: 100 };
const byCabin = (amount: fc.Arbitrary<number>) => fc.record({ F: amount, J: amount, W: amount, Y: amount });
const base: fc.Arbitrary<PolicyRule> = fc.oneof(
  fc.constant({ rule: 'filedBase' as const, percent: BY_CABIN }),
  fc
    .record({ currency, start: byCabin(fc.integer({ min: 1, max: 90_000 })), perMile: byCabin(fc.nat(40)) })
    .map((some) => ({ rule: 'distanceBase' as const, ...some, otherwise: BY_CABIN })),
);
/** A base fare, up to eight other rules, and a rounding. */
export const randomPolicy: fc.Arbitrary<readonly PolicyRule[]> = fc
  .tuple(base, fc.array(rule, { maxLength: 8 }))
  .map(([first, rules]) => [first, ...rules, { rule: 'rounding', to: 1, less: 0 }]);
