import { expect, test } from 'vitest';
import { type FindKind, findText, readFind } from '../../../renderer/reservations/read-find.ts';

const TODAY = '2026-11-21';

const locator = (text: string) => ({ by: 'locator', locator: text });
const name = (text: string) => ({ by: 'name', name: text });
const flight = (carrier: string, number: number, date: string) => ({ by: 'flight', carrier, number, date });

test.each<[string, FindKind, unknown[]]>([
  ['k7qf2m', 'any', [locator('K7QF2M')]],
  ['R4TM0W', 'any', [locator('R4TM0W')]], // misread, but the hub says so better than this console
  ['AA2336', 'any', [locator('AA2336'), flight('AA', 2336, TODAY)]], // reads as both: the locator first
  ['SMITHS', 'any', [locator('SMITHS'), name('SMITHS')]],
  ['SMITH/J', 'any', [name('SMITH/J')]],
  ['  Sze-To/Mei   Lin ', 'any', [name('Sze-To/Mei Lin')]],
  ['AA185', 'any', [flight('AA', 185, TODAY)]],
  ['aa 185 24nov', 'any', [flight('AA', 185, '2026-11-24')]],
  ['AA 185 tomorrow', 'any', [flight('AA', 185, '2026-11-22')]],
  ['AA185/24NOV', 'any', [flight('AA', 185, '2026-11-24')]],
  ['B6 23 2026-11-24', 'any', [flight('B6', 23, '2026-11-24')]],
  ['AA 0', 'any', []], // no flight has the number 0
  ['AA 185 31NOV', 'any', []],
  ['/J', 'any', []], // a name begins with a surname
  ['S', 'any', []],
  ['', 'any', []],
  ['AA2336', 'flight', [flight('AA', 2336, TODAY)]],
  ['AA2336', 'name', []],
  ['SMITHS', 'name', [name('SMITHS')]],
  ['SMITH/J', 'locator', []],
])('%s as %s reads as %j', (text, kind, expected) => {
  expect(readFind(text, kind, TODAY)).toEqual(expected);
});

test('what a find is written as reads as the same find', () => {
  for (const text of ['K7QF2M', 'SMITH/J', 'AA 185 24NOV']) {
    const find = readFind(text, 'any', TODAY)[0];
    expect(find && readFind(findText(find), find.by, TODAY)[0]).toEqual(find);
  }
});

test('a pasted page of strokes is read at once, instead of keeping the console busy for minutes', () => {
  expect(readFind('/'.repeat(1_000_000), 'any', TODAY)).toEqual([]);
  expect(readFind(`AA${' /'.repeat(5_000)}`, 'any', TODAY)).toEqual([]);
});

test('a name that the hub would refuse as malformed is not sought', () => {
  expect(readFind(`SMITH/${'J'.repeat(80)}`, 'any', TODAY)).toEqual([]);
  expect(readFind('SMITH\ud83d', 'any', TODAY)).toEqual([]);
});
