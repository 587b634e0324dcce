import { describe, expect, test } from 'vitest';
import { cleanCurves } from '../../../../main/pricing/revenue/clean-curves.ts';
import { dayOf, readCurves } from './read-curves.ts';

const U = undefined;
const one = (onBooks: (number | undefined)[], departureDay = 100) => ({ departureDay, onBooks });

describe('one flight', () => {
  test.each<[string, (number | undefined)[], (number | undefined)[]]>([
    ['as it is', [90, 80, 70], [90, 80, 70]],
    ['fewer at departure than days before is no fault', [85, 90, 95, 80], [85, 90, 95, 80]],
    ['a night loaded twice, a blank two nights later', [219, U, 214, 426, 212, 210], [219, 217, 214, 213, 212, 210]],
    ['a step up stays', [120, 119, 60, 60, 59], [120, 119, 60, 60, 59]],
    ['a step down stays', [60, 61, 120, 119, 118], [60, 61, 120, 119, 118]],
    ['few seats tell nothing', [2, 4, 2, 2], [2, 4, 2, 2]],
    ['the last night cannot be judged', [200, 100, 100, 99], [200, 100, 100, 99]],
    ['a gap fills in a straight line', [90, U, U, 60, 60], [90, 80, 70, 60, 60]],
    ['ends stay unknown', [U, 50, U, 48, U], [U, 50, 49, 48, U]],
    ['what is no number of seats was not read', [90, -1, 70, 70.5, 50, Number.NaN], [90, 80, 70, 60, 50, U]],
    ['nothing known', [U, U], [U, U]],
  ])('%s', (_, dirty, clean) => {
    expect(cleanCurves([one(dirty)]).curves).toEqual([one(clean)]);
  });
});

describe('a night is judged by all flights', () => {
  // Read on day 98: two days before the flight of day 100, three before that of 101, four before that of 102.
  const first = [40, 40, 80, 40, 40];
  test('a group that comes and goes on one flight stays when the others are as always', () => {
    const others = [one([50, 50, 50, 50, 50, 50], 101), one([60, 60, 60, 60, 60, 60], 102)];
    expect(cleanCurves([one(first), ...others])).toMatchObject({ doubledDays: [], curves: [{ onBooks: first }, {}, {}] });
  });

  test('doubled for most, it is halved for all, also at departure, where a flight cannot tell by itself', () => {
    const others = [one([50, 50, 50, 100, 50, 50], 101), one([60, 60, 60, 60, 120, 60], 102), one([140, 70, 70], 98)];
    const { doubledDays, curves } = cleanCurves([one(first), ...others]);
    expect(doubledDays).toEqual([98]);
    expect(curves.map(({ onBooks }) => Math.max(...onBooks.map(Number)))).toEqual([40, 50, 60, 70]);
  });
});

describe('182 real departures', () => {
  const dirty = readCurves();
  const { curves, doubledDays, filled } = cleanCurves(dirty);

  test('one night was loaded twice, and the night that was left out is filled', () => {
    expect(doubledDays).toEqual([dayOf('2022-06-10')]);
    expect(filled).toBe(100);
    expect(dirty.filter(({ onBooks }) => onBooks.includes(undefined)).length).toBe(101);
  });

  test('the departure of that night has the load of its neighbours, not 978', () => {
    const finals = new Map(curves.map(({ departureDay, onBooks }) => [departureDay, onBooks[0]]));
    expect(dirty.find(({ departureDay }) => departureDay === dayOf('2022-06-10'))?.onBooks[0]).toBe(978);
    expect(['2022-06-09', '2022-06-10', '2022-06-11'].map((date) => finals.get(dayOf(date)))).toEqual([502, 489, 501]);
  });

  test('what is clean stays as it is when it is cleaned again', () => {
    expect(cleanCurves(curves)).toEqual({ curves, doubledDays: [], filled: 0 });
  });
});
