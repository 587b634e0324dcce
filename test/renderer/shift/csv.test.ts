import { expect, test } from 'vitest';
import { csvField, csvText } from '../../../renderer/shift/csv.ts';
import { salesCsv } from '../../../renderer/shift/sales-csv.ts';
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
  const [head, row] = salesCsv([sale], 'America/New_York').split('\r\n');
  expect(head).toContain('Card,Wallet,Account,Cash,Voucher,Total');
  expect(row).toBe(
    `Sat 21 Nov 2026,09:05,K7QF2M,refund,T1-04,ruiz,B6 101 B6 102,JFK,LAX,2,USD,-100.00,0.00,0.00,-50.00,0.00,-150.00,cash; card 4711,"'=1+1"`,
  );
});
