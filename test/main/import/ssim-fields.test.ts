import { describe, expect, it } from 'vitest';
import {
  carriesPassengers,
  field,
  ssimDay,
  ssimDayShift,
  ssimMinute,
  ssimVariation,
  ssimWeekdays,
} from '../../../main/import/ssim-fields.ts';
import { dateOfDay } from '../../../shared/instants.ts';

const dated = (text: string) => {
  const day = ssimDay(text);
  return day === undefined ? undefined : dateOfDay(day);
};

describe('fields of an SSIM record, at their edges', () => {
  it.each([
    ['01JAN00', '2000-01-01'],
    ['09JUN05', '2005-06-09'],
    ['31DEC70', '2070-12-31'],
    ['01JAN71', '1971-01-01'], // the first year of the last century
    ['31DEC71', '1971-12-31'],
    ['01JAN72', '1972-01-01'],
    ['31DEC99', '1999-12-31'],
    ['29FEB28', '2028-02-29'],
    ['29FEB00', '2000-02-29'],
    ['29FEB27', undefined],
    ['31APR26', undefined],
    ['00JAN26', undefined],
    ['32JAN26', undefined],
    ['1JAN26', undefined],
    ['01jan26', undefined],
    ['01JUX26', undefined],
    ['00XXX00', undefined],
    ['01JAN261', undefined],
  ])('the date %s is %s', (text, date) => {
    expect(dated(text)).toBe(date);
  });

  it.each([
    ['0000', 0],
    ['0001', 1],
    ['2359', 1439],
    ['2400', 1440],
    ['2401', undefined],
    ['0060', undefined],
    ['0059', 59],
    ['930', undefined],
    ['    ', undefined],
  ])('the time %s is minute %s', (text, minute) => {
    expect(ssimMinute(text)).toBe(minute);
  });

  it.each([
    ['+0000', 0],
    ['-0000', 0],
    ['+0545', 345],
    ['-0930', -570],
    ['+1500', 900],
    ['+1559', 959],
    ['+1600', undefined],
    ['+0060', undefined],
    ['+0059', 59],
    ['0500', undefined],
    ['     ', undefined],
  ])('the variation %s is %s minutes', (text, minutes) => {
    expect(ssimVariation(text)).toBe(minutes);
  });

  it.each([
    [' ', undefined],
    ['0', 0],
    ['7', 7],
    ['8', null],
    ['A', -1],
    ['B', null],
  ])('the date variation "%s" is %s', (text, days) => {
    expect(ssimDayShift(text)).toBe(days);
  });

  it.each([
    ['1234567', '1234567'],
    ['1      ', '1'],
    ['      7', '7'],
    ['1', '1'], // what is missing is blank
    ['       ', undefined],
    ['7      ', undefined],
    ['12345678', undefined],
    ['0      ', undefined],
  ])('the days of operation "%s" are %s', (text, days) => {
    const read = ssimWeekdays(text)?.flatMap((flown, place) => (flown ? [place + 1] : []));
    expect(read?.join('')).toBe(days);
  });

  it('are cut at their bytes, the first byte being 1', () => {
    expect([field('ABC', 1), field('ABC', 3), field('ABC', 1, 3), field('ABC', 4)]).toEqual(['A', 'C', 'ABC', '']);
  });

  it('sell seats on service types J S U Q G B R C O L only', () => {
    expect([...'ABCDEFGHIJKLMNOPQRSTUVWXYZ '].filter(carriesPassengers).join('')).toBe('BCGJLOQRSU');
  });
});
