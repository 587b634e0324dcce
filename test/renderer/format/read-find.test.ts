import { describe, expect, it } from 'vitest';
import { readFind } from '../../../renderer/format/read-find.ts';
import type { BookingFind } from '../../../shared/methods/bookings.ts';

const TODAY = '2026-11-21';
const locator = (text: string): BookingFind => ({ by: 'locator', locator: text });
const name = (text: string): BookingFind => ({ by: 'name', name: text });
const phone = (text: string): BookingFind => ({ by: 'phone', phone: text });
const flight = (number: number, date: string | null): BookingFind => ({ by: 'flight', carrier: 'AA', number, date });

describe('what a text may ask for of bookings', () => {
  it.each<[string, BookingFind[]]>([
    ['K7QF2M', [locator('K7QF2M')]],
    [' k7q  f2m ', [locator('K7QF2M')]], // as it is read out
    ['k7q-f2m', [locator('K7QF2M')]],
    ['K7OF2M', [locator('K7OF2M')]], // misread: the hub says what it may be
    ['WILSON', [locator('WILSON'), name('WILSON')]], // a surname of six letters is no dead locator
    ['MARTIN', [locator('MARTIN'), name('MARTIN')]],
    ['TAYLOR', [locator('TAYLOR'), name('TAYLOR')]],
    ['BARNES', [locator('BARNES'), name('BARNES')]],
    ['SMITH/J', [name('SMITH/J')]],
    ['SZE TO', [name('SZE TO')]],
    ['Anne Li', [locator('ANNELI'), name('Anne Li')]],
    ['O/CEDRIC MR', [name('O/CEDRIC MR')]],
    ['DE LA CRUZ/MARIA JOSE MRS', [name('DE LA CRUZ/MARIA JOSE MRS')]],
    ['P<UTOERIKSSON<<ANNA<MARIA<<<', [name('P<UTOERIKSSON<<ANNA<MARIA<<<')]],
    ['AA 185', [flight(185, null)]], // its next departure
    ['aa185 24nov', [flight(185, '2026-11-24')]],
    ['AA 185/tomorrow', [flight(185, '2026-11-22')]],
    ['AA2336', [locator('AA2336'), flight(2336, null)]],
    ['+1 (212) 555-0148', [phone('+1 (212) 555-0148')]],
    ['234567', [locator('234567'), phone('234567')]],
    ['Elena@example.com', [{ by: 'email', email: 'Elena@example.com' }]],
    ['elena@', [{ by: 'email', email: 'elena@' }]],
    ['S', []],
    ['/J', []],
    ['SMITH/J/K', []],
    ['1234', []],
    ['@', []],
    ['AA 185 31NOV', []],
    ['', []],
  ])('%s', (text, readings) => {
    expect(readFind(text, TODAY)).toEqual(readings);
  });
});

it('a pasted page of strokes is read at once, instead of keeping the console busy for minutes', () => {
  expect(readFind('/'.repeat(1_000_000), TODAY)).toEqual([]);
  expect(readFind(`AA${' /'.repeat(5_000)}`, TODAY)).toEqual([]);
});

it('a name that the hub would refuse as malformed is not sought', () => {
  expect(readFind(`SMITH/${'J'.repeat(80)}`, TODAY)).toEqual([]);
  expect(readFind('SMITH\ud83d', TODAY)).toEqual([]);
});
