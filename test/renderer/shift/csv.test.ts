import { expect, test } from 'vitest';
import { salesCsv } from '../../../renderer/shift/sales-csv.ts';
import { shiftsCsv } from '../../../renderer/shift/shifts-csv.ts';
import { sumsCsv } from '../../../renderer/shift/sums-csv.ts';
import { csvField, csvText } from '../../../shared/csv.ts';
import type { SalesDocument } from '../../../shared/methods/sales-report.ts';

test.each([
  ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
  ['+1 212 555', `"'+1 212 555"`],
  ['-2+3', `"'-2+3"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['\t=1', `"'\t=1"`],
  // A spreadsheet leaves spaces before a formula out.
  [' =1', `"' =1"`],
  ['card 4711, cash', '"card 4711, cash"'],
  ['K7QF2M', 'K7QF2M'],
  ['say "so"', '"say ""so"""'],
  ['\r=1', `"'\r=1"`],
  ['\n+1', `"'\n+1"`],
  ['\tcash', `"'\tcash"`],
  ['-', `"'-"`],
  // Wide signs, as they are typed in Japan.
  ['\uff1d1+1', `"'\uff1d1+1"`],
  ['\uff20SUM(A1)', `"'\uff20SUM(A1)"`],
  // A spreadsheet that takes a semicolon, a tab or a new line for the end of a field.
  ['paid; =1+1', `"paid;' =1+1"`],
  ['paid;=1;-2', `"paid;'=1;'-2"`],
  ['paid\t@SUM(A1)', `"paid\t'@SUM(A1)"`],
  ['paid\n=1', `"paid\n'=1"`],
  ['card 1; cash', '"card 1; cash"'],
  // It reads two quotes at the beginning of a field as a text without letters, and the rest of the field as it is.
  ['paid;"=1;x', `"paid;'""=1;x"`],
  ['paid; "" @SUM(A1)', `"paid;' """" @SUM(A1)"`],
  ['"=1+1', `"'""=1+1"`],
  // The same for one that knows no quotes, or ends fields with a bar.
  ['paid,=1+1', `"paid,'=1+1"`],
  ['paid|=1+1', `"paid|'=1+1"`],
  // Signs within a text are no formula.
  ['a-b=c', 'a-b=c'],
])('the text %j is a text in a spreadsheet, never a formula', (text, field) => {
  expect(csvField(text)).toBe(field);
});

test.each([
  [-96_20, 'USD', '-96.20'],
  [149_500, 'JPY', '149500'],
  [-12_125, 'KWD', '-12.125'],
  [5, 'USD', '0.05'],
  [null, 'USD', ''],
])('%s minor units of %s are the number %s', (amount, currency, field) => {
  expect(csvField({ amount, currency })).toBe(field);
});

test('rows end as RFC 4180 says, and begin with the mark of UTF-8', () => {
  expect(csvText([['a', 'b'], ['c']])).toBe('\uFEFFa,b\r\nc\r\n');
});

test('a sale is one row, with what each tender has of it and its currency', () => {
  const sale: SalesDocument = {
    ...{ event: 9, at: Date.UTC(2026, 10, 21, 14, 5), bookingId: 1, locator: 'K7QF2M', kind: 'refund', desk: 'T1-04', user: 'ruiz' },
    ...{ flights: ['B6 101', 'B6 102'], origin: 'JFK', destination: 'LAX', passengers: 2, currency: 'USD', amount: -150_00, note: '=1+1' },
    tenders: [
      { kind: 'cash', amount: -50_00, detail: '' },
      { kind: 'card', amount: -100_00, detail: '4711' },
    ],
  };
  const [head, row] = salesCsv([sale], new Map([['ruiz', '=Ana Ruiz']]), 'America/New_York').split('\r\n');
  expect(head).toContain('Card,Wallet,Account,Cash,Voucher,Total');
  expect(row).toBe(
    `Sat 21 Nov 2026,09:05,K7QF2M,refund,T1-04,ruiz,"'=Ana Ruiz",B6 101 B6 102,JFK,LAX,2,USD,-100.00,0.00,0.00,-50.00,0.00,-150.00,"cash; card 4711","'=1+1"`,
  );
});

test('a closed shift has its Z, who it was of and who closed it, by user name and by name, and a row for each currency (names were missing)', () => {
  const people = new Map([
    ['ruiz', 'Ana Ruiz'],
    ['okafor', '@Okafor'],
  ]);
  const shift = { shiftId: 3, desk: 'T1-04', user: 'ruiz', openedAt: Date.UTC(2026, 10, 21, 14, 5) };
  const closed = { z: 12, at: Date.UTC(2026, 10, 21, 22), user: 'okafor', desk: 'T1-05', reason: '+found' };
  const differences = [
    { currency: 'USD', amount: -4_88 },
    { currency: 'JPY', amount: 0 },
  ];
  const text = shiftsCsv(
    [
      { ...shift, closed, nextZ: null, differences },
      { ...shift, user: 'gone', closed: null, nextZ: 13, differences: [] },
    ],
    people,
    'UTC',
  );
  const [, usd, jpy, open] = text.split('\r\n');
  const same = `12,T1-04,ruiz,Ana Ruiz,Sat 21 Nov 2026 14:05,Sat 21 Nov 2026 22:00,okafor,"'@Okafor",T1-05`;
  expect(usd).toBe(`${same},USD,-4.88,"'+found"`);
  expect(jpy).toBe(`${same},JPY,0,"'+found"`);
  // A user without a display name stands there by the user name.
  expect(open).toBe('open,T1-04,gone,gone,Sat 21 Nov 2026 14:05,,,,,,,');
});

test('sums have what a row is about, its name and its amounts; what is hidden is empty', () => {
  const row = { key: 'ruiz USD', name: 'Ana Ruiz', more: 'ruiz', currency: 'USD', documents: 2, taken: 20_00, back: 5_50 };
  const hidden = { key: 'x', name: 'Cash', currency: 'USD', documents: null, taken: null, back: null };
  expect(sumsCsv('Agents', [row, hidden]).split('\r\n').slice(0, 3)).toEqual([
    '\uFEFFAgents,Name,Currency,Documents,Taken,Given back,Net',
    'ruiz,Ana Ruiz,USD,2,20.00,5.50,14.50',
    'Cash,Cash,USD,,,,',
  ]);
  // What has no name beside it stood there twice.
  expect(sumsCsv('Tenders', [hidden]).split('\r\n').slice(0, 2)).toEqual([
    '\uFEFFTenders,Currency,Documents,Taken,Given back,Net',
    'Cash,USD,,,,',
  ]);
});
