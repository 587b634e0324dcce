import { expect, test } from 'vitest';
import { voucherProblem } from '../../../renderer/pay/voucher-problem.ts';
import { DAY_MS, instant } from '../../../shared/instants.ts';
import type { VoucherView } from '../../../shared/methods/vouchers.ts';
import { type RefusalCode, refuse } from '../../../shared/refusals.ts';
import { NEW_YORK, NOON } from '../support/samples.ts';

test.each<[Partial<VoucherView>, string]>([
  [{}, ''],
  [{ balance: 1 }, ''], // the rest is paid by another tender
  [{ balance: 0 }, 'Nothing is left on it.'],
  [{ currency: 'EUR' }, 'It is in EUR, the price in USD.'],
  [{ validUntil: NOON + 1 }, ''],
  [{ validUntil: NOON }, 'It was valid until 07:00 on Sat 21 Nov 2026.'],
  [{ validUntil: NOON, currency: 'EUR', balance: 0 }, 'It was valid until 07:00 on Sat 21 Nov 2026.'],
  [{ currency: 'EUR', balance: 0 }, 'It is in EUR, the price in USD.'],
])('a voucher with %j', (change, expected) => {
  const view: VoucherView = {
    ...{ number: 'VQ8H2K', currency: 'USD', issued: 10_000, balance: 10_000, reason: 'delay', locator: null },
    ...{ issuedAt: NOON - DAY_MS, validUntil: NOON + DAY_MS },
    ...change,
  };
  expect(voucherProblem({ number: view.number, view }, 'USD', instant(NOON), NEW_YORK)).toBe(expected);
});

test.each<[RefusalCode, string]>([
  ['VOUCHER_UNKNOWN', 'There is no voucher NOSUCH.'],
  ['HUB_UNREACHABLE', ''], // nobody knows yet
])('a number to which the hub says %s', (code, expected) => {
  const { refusal } = refuse(code, { voucher: 'NOSUCH' });
  expect(voucherProblem({ number: 'NOSUCH', refusal }, 'USD', instant(NOON), NEW_YORK)).toBe(expected);
});

test('a number that the register has not answered', () => {
  expect(voucherProblem(undefined, 'USD', instant(NOON), NEW_YORK)).toBe('');
});
