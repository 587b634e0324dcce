import { expect, test } from 'vitest';
import { readRefundFees, refundFeesText } from '../../../renderer/admin/read-refund-fees.ts';
import { readRefundTiers, refundTiersText } from '../../../renderer/admin/read-refund-tiers.ts';

test.each([
  ['24 h 100\n6 h 50', ['1440 100', '360 50', '0 0'], '24 h 100\n6 h 50'],
  ['6 h 100\n2 h 50\n30 min 25', ['360 100', '120 50', '30 25', '0 0'], '6 h 100\n2 h 50\n30 min 25'],
  ['Over 7 days: 100 %\n 2 days, 40%\n', ['10080 100', '2880 40', '0 0'], '7 days 100\n2 days 40'],
  ['1 day 100\n0 10', ['1440 100', '0 10'], '24 h 100\n0 h 10'],
])('tiers are read as a supervisor types them: %j', (text, tiers, again) => {
  const read = readRefundTiers(text);
  expect(Array.isArray(read) && read.map(({ overMinutes, percent }) => `${overMinutes} ${percent}`)).toEqual(tiers);
  expect(Array.isArray(read) && refundTiersText(read)).toBe(again);
});

test.each([
  ['', 'One a line: 24 h 100, 6 h 50, 30 min 25, 7 days 100.'],
  ['soon 50', '\u201csoon 50\u201d is no line such as 24 h 100, 30 min 25 or 7 days 100.'],
  ['24 h 50\n6 h 100', 'A line gives more back nearer to departure.'],
  ['24 h 50\n1 day 40', 'A line names one time twice.'],
  ['24 h 120', 'A time is at most 400 days and goes back 0 to 100 %; at most 12 lines.'],
])('tiers that cannot be are said to be wrong: %j', (text, problem) => {
  expect(readRefundTiers(text)).toBe(problem);
});

test.each([
  ['', {}, ''],
  ['25 usd', { USD: 25_00 }, '25.00 USD'],
  ['1,250.50 USD, 3000 JPY', { USD: 1_250_50, JPY: 3_000 }, '1,250.50 USD, 3,000 JPY'],
  ['12.345 KWD', { KWD: 12_345 }, '12.345 KWD'],
])('fees are read with their currency: %j', (text, fees, again) => {
  const read = readRefundFees(text);
  expect(read).toEqual(fees);
  expect(typeof read !== 'string' && refundFeesText(read)).toBe(again);
});

test.each([
  ['25', '\u201c25\u201d is no fee such as 25.00 USD.'],
  ['25.001 USD', '\u201c25.001 USD\u201d is no fee such as 25.00 USD.'],
  ['5 USD, 6 USD', 'USD stands there twice.'],
])('fees that cannot be are said to be wrong: %j', (text, problem) => {
  expect(readRefundFees(text)).toBe(problem);
});
