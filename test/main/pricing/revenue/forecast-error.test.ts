import { describe, expect, test } from 'vitest';
import type { BookingCurve } from '../../../../main/pricing/revenue/booking-curve.ts';
import { cleanCurves } from '../../../../main/pricing/revenue/clean-curves.ts';
import { forecastErrorAt } from '../../../../main/pricing/revenue/forecast-error.ts';
import { forecastLoad } from '../../../../main/pricing/revenue/forecast-load.ts';
import { pastErrors } from '../../../../main/pricing/revenue/past-errors.ts';
import { pickUp } from '../../../../main/pricing/revenue/pick-up.ts';
import { readCurves } from './read-curves.ts';

const { curves } = cleanCurves(readCurves());

/** Each departure foretold by another rule from the 60 that had left by then, as the forecast has it. */
function meanShareOf(rule: (books: number, past: readonly { books: number; final: number }[]) => number, daysBefore: number): number {
  const shares = curves.flatMap(({ departureDay, onBooks }) => {
    const past = curves
      .filter((curve) => curve.departureDay <= departureDay - daysBefore)
      .sort((one, other) => other.departureDay - one.departureDay)
      .slice(0, 60)
      .map((curve) => ({ books: curve.onBooks[daysBefore] ?? 0, final: curve.onBooks[0] ?? 0 }));
    const final = onBooks[0] ?? 0;
    return past.length < 7 ? [] : [Math.abs(rule(onBooks[daysBefore] ?? 0, past) - final) / final];
  });
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
const mean = (figures: readonly number[]) => figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
const additive = (books: number, past: readonly { books: number; final: number }[]) =>
  books + mean(past.map((one) => one.final - one.books));
const multiplicative = (books: number, past: readonly { books: number; final: number }[]) =>
  (books * mean(past.map((one) => one.final))) / mean(past.map((one) => one.books));

describe('the stated error on 182 real departures', () => {
  test.each([
    // days, departures, error, bias in seats, share of flights that ended in the band
    [60, 117, '10.0 %', '26', '98 %'],
    [30, 147, '7.1 %', '13', '71 %'],
    [14, 163, '4.0 %', '3', '70 %'],
    [7, 170, '2.8 %', '-1', '74 %'],
  ])('%i days before: %i departures, off by %s, bias %s, in the band %s', (daysBefore, departures, off, bias, inBand) => {
    const error = forecastErrorAt(curves, daysBefore);
    expect([
      error?.departures,
      `${((error?.meanShare ?? 0) * 100).toFixed(1)} %`,
      error?.bias.toFixed(0),
      `${((error?.inBand ?? 0) * 100).toFixed(0)} %`,
    ]).toEqual([departures, off, bias, inBand]);
  });

  test.each([60, 30, 14, 7])('%i days before it errs no more than additive and multiplicative pick-up', (daysBefore) => {
    const own = forecastErrorAt(curves, daysBefore)?.meanShare ?? Number.NaN;
    expect(own).toBeLessThan(meanShareOf(additive, daysBefore) * 1.05);
    expect(own).toBeLessThan(meanShareOf(multiplicative, daysBefore) * 1.05);
  });
});

describe('pick-up', () => {
  /** Departures of days 0 to count - 1 with a final load and the seats on the books ten days before. */
  const history = (count: number, of: (day: number) => { books: number; final: number }): BookingCurve[] =>
    Array.from({ length: count }, (_, day) => {
      const { books, final } = of(day);
      return { departureDay: day, onBooks: [final, ...new Array<undefined>(9).fill(undefined), books] };
    });
  const flight = (onBooks: number, departureDay = 200) => ({ departureDay, daysBefore: 10, onBooks });

  test.each<[string, (day: number) => { books: number; final: number }, number, number]>([
    ['the same pick-up everywhere is added', (day) => ({ books: 50 + day, final: 90 + day }), 100, 140],
    ['flights that all end alike end alike', (day) => ({ books: 50 + day, final: 150 }), 100, 150],
    ['a pick-up that falls with the books', (day) => ({ books: 50 + day, final: 100 + day / 2 }), 60, 105],
    ['a slope above 1 is held to 1', (day) => ({ books: 50 + day, final: 100 + 3 * day }), 79.5, 188.5],
    ['a slope below 0 is held to 0', (day) => ({ books: 50 + day, final: 100 - day }), 50, 70.5],
    ['equal books have no slope', () => ({ books: 50, final: 80 }), 40, 70],
    ['nobody is taken from an empty flight', () => ({ books: 50, final: 20 }), 0, 0],
  ])('%s', (_, of, books, seats) => {
    expect(pickUp(history(60, of), flight(books))?.seats).toBeCloseTo(seats, 9);
  });

  test('only flights that left by the day of the reading count, and the latest sixty of them', () => {
    const grown = history(100, (day) => ({ books: 50, final: 50 + day }));
    expect(pickUp(grown, flight(50, 99))).toEqual({ departures: 60, seats: 50 + (30 + 89) / 2 });
  });

  test('fewer than seven departures foretell nothing; a flight without a final load is none', () => {
    const six = history(6, () => ({ books: 50, final: 80 }));
    expect(pickUp(six, flight(50))).toBeUndefined();
    expect(pickUp([...six, { departureDay: 7, onBooks: [undefined, 50] }], flight(50))).toBeUndefined();
    expect(
      pickUp(
        history(7, () => ({ books: 50, final: 80 })),
        flight(45),
      ),
    ).toEqual({ seats: 75, departures: 7 });
    expect(forecastErrorAt(six, 10)).toBeUndefined();
  });
});

describe('the band', () => {
  const errors = (offs: number[]) => offs.map((off, index) => ({ departureDay: 100 - index, final: 100, off }));
  const told = { seats: 100, departures: 30 };

  test.each<[string, number[], number, { low: number; high: number } | undefined]>([
    ['nine errors: none', new Array(9).fill(5), 300, undefined],
    ['ten errors: the ninth in size', [1, -2, 3, -4, 5, -6, 7, -8, 9, -10], 300, { low: 91, high: 109 }],
    ['the highest is what may be sold', [1, -2, 3, -4, 5, -6, 7, -8, 9, -10], 105, { low: 91, high: 105 }],
    ['not below an empty flight', new Array(10).fill(150), 300, { low: 0, high: 250 }],
  ])('%s', (_, offs, authorised, band) => {
    expect(forecastLoad(told, errors(offs), 100, authorised).band).toEqual(band);
  });

  test('errors of flights that had not left by then are not known yet', () => {
    expect(forecastLoad(told, errors(new Array(10).fill(5)), 99, 300).band).toBeUndefined();
  });

  test('the forecast itself is held to what may be sold', () => {
    expect(forecastLoad({ seats: 190, departures: 9 }, [], 0, 178)).toEqual({ seats: 178, band: undefined, departures: 9 });
  });

  test('past errors come the latest first', () => {
    const days = pastErrors(curves, 30).map(({ departureDay }) => departureDay);
    expect(days).toEqual([...days].sort((one, other) => other - one));
  });
});
