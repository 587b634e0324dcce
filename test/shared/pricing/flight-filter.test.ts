import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterWords } from '../../../shared/pricing/filter-words.ts';
import { FILTER_FIGURES, FLIGHT_MARKS, readFlightFilter } from '../../../shared/pricing/flight-filter.ts';

const words = (line: string) => {
  const read = readFlightFilter(line);
  return read.ok ? filterWords(read.filter).join(', ') : read.problem;
};

describe('a filter line is read back in words', () => {
  const lines: readonly (readonly [line: string, words: string])[] = [
    ['', 'all flights'],
    ['  ', 'all flights'],
    ['JFK-LAX d<30 load<60', 'JFK to LAX, leaves in under 30 days, under 60 % sold'],
    ['jfk-lax D<30 cabin=y LOAD<60', 'JFK to LAX, leaves in under 30 days, economy under 60 % sold'],
    ['jfk lax', 'JFK to LAX'],
    ['JFK', 'from JFK'],
    ['JFK-', 'from JFK'],
    ['-LAX', 'to LAX'],
    ['AA9', 'AA 9'],
    ['aa 0009', 'AA 9'],
    ['B6 23D', 'B6 23D'],
    ['B6', 'all flights, carrier B6'],
    ['JFK 9W load>=90', 'from JFK, carrier 9W, 90 % or more sold'],
    ['d < 30  d>=7', 'all flights, leaves in under 30 days, leaves in 7 days or more'],
    ['d=0', 'all flights, leaves today'],
    ['d<1', 'all flights, leaves in under 1 day'],
    ['price>199.50 price<=1000', 'all flights, price over 199.50, price 1000 or less'],
    ['price=0.125', 'all flights, price 0.125'],
    ['pickup<=-3', 'all flights, -3 seats or less in 7 days'],
    ['pickup1>1', 'all flights, over 1 seat in the last day'],
    ['pickup3>5', 'all flights, over 5 seats in 3 days'],
    ['day=fri day=sun,fri', 'all flights, leaves on Friday or Sunday'],
    ['day=mon,tue,wed', 'all flights, leaves on Monday, Tuesday or Wednesday'],
    ['cabin=J', 'all flights, business'],
    ['ahead below-bid', 'all flights, ahead of usual or below bid'],
    ['floor ceiling override behind', 'all flights, at floor, at ceiling, override or behind usual'],
    // San Antonio and Hailey are airports, so days of the week need their name before them.
    ['SAT-SUN', 'SAT to SUN'],
  ];
  it.each(lines)('%s', (line, expected) => {
    expect(words(line)).toBe(expected);
  });
});

describe('a line that cannot be read says where and why', () => {
  const lines: readonly (readonly [line: string, part: string, says: RegExp])[] = [
    ['JFK-LAX lod<60', 'lod<60', /begin with d, load, price/],
    ['JFK-LAX d<x', 'd<x', /no whole number/],
    ['d<-1', 'd<-1', /no whole number/],
    ['d<3.5', 'd<3.5', /no whole number/],
    ['d<10000', 'd<10000', /no whole number/],
    ['price>1.2345', 'price>1.2345', /no amount/],
    ['price>-1', 'price>-1', /no amount/],
    ['d<', 'd<', /is no route/],
    ['<30', '<30', /is no route/],
    ['JFKLAX', 'JFKLAX', /is no route, airport, flight, carrier or figure/],
    ['JFK-JFK', 'JFK-JFK', /leaves from where it arrives/],
    ['JFK JFK', 'JFK', /leaves from where it arrives/],
    ['JFK-LAX SFO', 'SFO', /second place/],
    ['AA9 JFK', 'JFK', /second place/],
    ['JFK AA9', 'AA9', /second place/],
    ['AA B6', 'B6', /second carrier/],
    ['cabin=X', 'cabin=X', /no cabin: write one of F, J, W, Y/],
    ['cabin<Y', 'cabin<Y', /with = alone/],
    ['cabin=Y cabin=J', 'cabin=J', /second cabin/],
    ['day=fri,xyz', 'day=fri,xyz', /no day of the week/],
    ['-', '-', /is no route/],
    ['d<30 ✈', '✈', /is no route/],
  ];
  it.each(lines)('%s', (line, part, says) => {
    const read = readFlightFilter(line);
    if (read.ok) throw new Error('it was read');
    const { at, length } = read.problem;
    expect(line.slice(at, at + length)).toBe(part);
    expect(at).toBe(line.lastIndexOf(part));
    expect(read.problem.says).toMatch(says);
  });

  it('a line that is too long', () => {
    expect(words('d<30 '.repeat(40))).toMatch(/^all flights, leaves in under 30 days/);
    expect(words(`${'d<30 '.repeat(40)} `)).toMatchObject({ at: 200, length: 1 });
  });
});

describe('properties', () => {
  const bound = fc.record({
    figure: fc.constantFrom(...FILTER_FIGURES),
    is: fc.constantFrom('<', '<=', '>', '>=', '=' as const),
    value: fc.integer({ min: 0, max: 9_999 }),
  });
  const code = (length: number) => fc.stringMatching(new RegExp(`^[A-Z]{${length}}$`));

  it('what was written is read, in any order, with any spaces and letters', () => {
    const parts = fc.record({
      from: code(3),
      to: code(3),
      carrier: code(2),
      bounds: fc.array(bound, { maxLength: 5 }),
      marks: fc.uniqueArray(fc.constantFrom(...FLIGHT_MARKS)),
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
      order: fc.array(fc.nat(), { minLength: 20, maxLength: 20 }),
      small: fc.boolean(),
    });
    fc.assert(
      fc.property(parts, ({ from, to, carrier, bounds, marks, weekdays, order, small }) => {
        fc.pre(from !== to);
        const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
        const texts = [`${from}-${to}`, carrier, ...bounds.map(({ figure, is, value }) => `${figure}${is}${value}`), ...marks];
        if (weekdays.length > 0) texts.push(`day=${weekdays.map((day) => days[day - 1]).join(',')}`);
        const mixed = texts.map((text, place) => ({ text, place: order[place] ?? 0 })).sort((a, b) => a.place - b.place);
        const line = mixed.map(({ text }) => text).join('  ');
        const read = readFlightFilter(small ? line.toLowerCase() : line.toUpperCase());
        if (line.length > 200) return;
        if (!read.ok) throw new Error(`${line}: ${read.problem.says}`);
        expect(read.filter.scope).toEqual({ kind: 'route', from, to });
        expect(read.filter.carrier).toBe(carrier);
        const inThousandths = bounds.map((one) => (one.figure === 'price' ? { ...one, value: one.value * 1_000 } : one));
        expect([...read.filter.bounds].sort(byText)).toEqual(inThousandths.sort(byText));
        expect([...read.filter.marks].sort()).toEqual([...marks].sort());
        expect(read.filter.weekdays).toEqual([...weekdays].sort((a, b) => a - b));
      }),
    );
  });

  it('any text is read or refused at a place in it, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 220, unit: 'binary' }), (line) => {
        const read = readFlightFilter(line);
        if (read.ok) expect(filterWords(read.filter).every((text) => text.length > 0)).toBe(true);
        else {
          expect(read.problem.length).toBeGreaterThan(0);
          expect(read.problem.at + read.problem.length).toBeLessThanOrEqual(line.length);
        }
      }),
    );
  });
});

const byText = (a: object, b: object): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
