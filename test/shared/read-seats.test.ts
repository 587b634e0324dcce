import { describe, expect, it } from 'vitest';
import { readSeats } from '../../shared/read-seats.ts';
import type { Cabin } from '../../shared/seat-map.ts';
import { reference } from '../main/support/once/reference.ts';

/** Economy alone: rows 1 to 32 without 13, ABC DEF; row 1 has no ABC, rows 31 and 32 are short. */
const a320 = reference.seatPlan('a320')?.seats ?? [];
/** Business in rows 1 to 4, whose B and E are never sold; economy from row 5 on. */
const a321 = reference.seatPlan('a321')?.seats ?? [];

const read = (text: string, seats = a320, cabin?: Cabin): string => {
  const found = readSeats(text, seats, cabin);
  return found.ok ? found.seats.join(' ') : found.problem;
};

describe('seats that are typed', () => {
  it.each([
    ['12D', '12D'],
    ['12 d', '12D'],
    [' 12D , 14f ', '12D 14F'],
    ['12D;14F', '12D 14F'],
    ['12', '12A 12B 12C 12D 12E 12F'],
    ['1', '1D 1E 1F'],
    ['10-12 D', '10D 11D 12D'],
    ['12-14 D', '12D 14D'],
    ['12–14 DF', '12D 12F 14D 14F'],
    ['12 - 14 D-F', '12D 12E 12F 14D 14E 14F'],
    ['12-14D', '12D 14D'],
    ['2 A-C', '2A 2B 2C'],
    ['31 A-F', '31A 31B 31D 31E 31F'],
    ['14D, 12D, 12-14 D', '12D 14D'],
    ['31-32', '31A 31B 31D 31E 31F 32A 32B'],
    ['31-32 D', '31D'],
  ])('%s is %s', (text, seats) => expect(read(text)).toBe(seats));

  it('a column alone is all of it', () => {
    expect(read('D').split(' ')).toHaveLength(30);
    expect(read('d')).toMatch(/^1D 2D 3D/);
  });

  it.each([
    ['', 'write a seat, row, range or column, such as 14D, 12, 12-14 D or D'],
    ['  ,  ', '“” cannot be read; write a seat, row, range or column, such as 14D, 12, 12-14 D or D'],
    ['12D,', '“” cannot be read; write a seat, row, range or column, such as 14D, 12, 12-14 D or D'],
    ['row twelve', '“ROW TWELVE” cannot be read; write a seat, row, range or column, such as 14D, 12, 12-14 D or D'],
    ['12D-14F', '“12D-14F” cannot be read; write a seat, row, range or column, such as 14D, 12, 12-14 D or D'],
    ['12I', '“12I” cannot be read; write a seat, row, range or column, such as 14D, 12, 12-14 D or D'],
    ['123', '“123” cannot be read; write a seat, row, range or column, such as 14D, 12, 12-14 D or D'],
    ['-12', '“-12” cannot be read; write a seat, row, range or column, such as 14D, 12, 12-14 D or D'],
    ['13', 'there is no row 13'],
    ['13D', 'there is no row 13'],
    ['12-13 D', 'there is no row 13'],
    ['40-50', 'there is no row 40'],
    ['0', 'there is no row 0'],
    ['14-12 D', 'the rows 14-12 D are the wrong way round'],
    ['12 F-D', 'the letters F-D are the wrong way round'],
    ['1A', 'there is no seat 1A'],
    ['12K', 'there is no seat 12K'],
    ['12-14 K', 'there is no column K'],
    ['K', 'there is no column K'],
    ['12 A-K', 'there is no seat 12K'],
    ['12D, 13D', 'there is no row 13'],
  ])('%j is refused: %s', (text, problem) => expect(read(text)).toBe(problem));
});

describe('with several cabins', () => {
  it.each([
    ['3A', undefined, '3A'],
    // B and E of business are never sold.
    ['3', undefined, '3A 3C 3D 3F'],
    ['3-4 A-C', undefined, '3A 3C 4A 4C'],
    ['3B', undefined, 'seat 3B is never sold'],
    ['B', 'J', 'there is no seat B'],
    ['A', 'J', '1A 2A 3A 4A'],
    ['B', undefined, /^5B 6B/],
    ['4-5 A', undefined, 'they are in business and economy; name one cabin at a time'],
    ['4-5 A', 'Y', 'they are in business and economy; name one cabin at a time'],
    ['3A, 12A', undefined, 'they are in business and economy; name one cabin at a time'],
    ['A', undefined, 'they are in business and economy; name one cabin at a time'],
  ] as const)('%s in %s: %s', (text, cabin, expected) => {
    if (typeof expected === 'string') expect(read(text, a321, cabin)).toBe(expected);
    else expect(read(text, a321, cabin)).toMatch(expected);
  });

  it('says in which cabin the seats are', () => {
    expect(readSeats('3A', a321)).toMatchObject({ ok: true, cabin: 'J' });
    expect(readSeats('12A', a321)).toMatchObject({ ok: true, cabin: 'Y' });
  });
});
