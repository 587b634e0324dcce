import { describe, expect, it } from 'vitest';
import { readDate } from '../../../renderer/format/read-date.ts';

const TODAY = '2026-11-21';

describe('a day to travel on', () => {
  it.each<[string, string, string | null | undefined]>([
    ['TODAY', TODAY, TODAY],
    ['tomorrow', '2026-12-31', '2027-01-01'],
    ['yesterday', TODAY, '2026-11-20'],
    ['+3', TODAY, '2026-11-24'],
    [' 24nov ', TODAY, '2026-11-24'],
    ['3JAN', TODAY, '2027-01-03'], // over for this year: the next one
    ['20NOV', TODAY, '2026-11-20'], // yesterday is not next year
    ['29FEB', '2027-12-01', '2028-02-29'],
    ['29FEB', TODAY, null], // neither 2026 nor its neighbours leap
    ['29FEB28', TODAY, '2028-02-29'],
    ['31DEC', '2027-01-03', '2026-12-31'], // a few days back, over the turn of the year
    ['24XYZ', TODAY, undefined],
    ['LAX', TODAY, undefined],
    ['0NOV', TODAY, null],
  ])('%s on %s', (text, today, date) => {
    expect(readDate(text, today, 'ahead')).toBe(date);
  });
});

describe('a day to look a booking up by', () => {
  it.each<[string, string | null | undefined]>([
    ['24NOV', '2026-11-24'],
    ['24nov26', '2026-11-24'],
    ['24NOV2026', '2026-11-24'],
    ['1JAN', '2027-01-01'], // nearer than the one that is over
    ['20OCT', '2026-10-20'], // a booking is looked for after its flight too
    ['29FEB', null],
    ['31NOV', null],
    ['2026-11-24', '2026-11-24'],
    ['2026-13-01', null],
    ['', undefined],
  ])('%s', (text, date) => {
    expect(readDate(text, TODAY, 'near')).toBe(date);
  });
});

describe('a year that the hub does not know is no day, instead of ending the command bar with an error', () => {
  it.each(['24NOV0001', '0001-11-24', '0050-01-01', '1899-12-31', '24NOV9999', '2200-01-01'])('%s', (text) => {
    expect(readDate(text, TODAY, 'ahead')).toBeNull();
    expect(readDate(text, TODAY, 'near')).toBeNull();
  });
});
