import { describe, expect, it } from 'vitest';
import { costSoFar } from '../../../renderer/oversale/cost-so-far.ts';
import type { Denial, Volunteer } from '../../../shared/methods/volunteers.ts';

const volunteer = (more: Partial<Volunteer>): Volunteer => ({
  ...{ volunteerId: 1, bookingId: 1, locator: 'T5HN8C', passenger: 1, name: 'HALE/JAMES MR', state: 'TOOK', seat: '8C' },
  ...{
    amount: 200_00,
    currency: 'USD',
    askedAt: 1,
    answeredAt: 2,
    rebooked: 0,
    rebookedCurrency: 'USD',
    voucher: null,
    voucherUntil: null,
    printedAt: null,
  },
  way: { flightId: 2, flight: 'UA 711', date: '2026-01-02', departsAt: 1, arrivesAt: 2, lateMs: 0 },
  ...more,
});
const denial = (more: Partial<Denial>): Denial => ({
  ...{ denialId: 1, bookingId: 2, locator: 'J9WQ2F', passenger: 1, name: 'DUARTE/PAUL MR', deniedAt: 1, author: 'osei', reason: 'full' },
  ...{
    way: null,
    fare: 131_00,
    fareCurrency: 'USD',
    percent: 400,
    rebooked: 0,
    rebookedCurrency: 'USD',
    owed: 524_00,
    owedCurrency: 'USD',
  },
  ...{ paid: null, voucher: null, voucherUntil: null, printedAt: null },
  ...more,
});

const textOf = (volunteers: readonly Volunteer[], denied: readonly Denial[]): string[] => {
  const { lines, sums } = costSoFar({ volunteers: [...volunteers], denied: [...denied], currency: 'USD' });
  return [...lines, ...sums].map(({ label, detail, currency, amount }) => `${label} (${detail}) ${amount} ${currency}`);
};

describe('what an oversale has cost', () => {
  it('is nothing before anybody took it', () => {
    expect(textOf([volunteer({ state: 'ASKED' }), volunteer({ state: 'NO' })], [])).toEqual(['Spent (nothing yet) 0 USD']);
  });

  it('adds vouchers and seats on other carriers, as the drawn screen does', () => {
    const took = [
      volunteer({ rebooked: 142_10 }),
      volunteer({ seat: '22A', rebooked: 147_40, way: { ...volunteer({}).way, flight: 'AA 317' } }),
      volunteer({ state: 'ASKED', amount: 250_00 }),
    ];
    expect(textOf(took, [])).toEqual([
      'Vouchers, 2 (8C, 22A) 40000 USD',
      'Other carriers (UA 711, AA 317) 28950 USD',
      'Spent () 68950 USD',
    ]);
  });

  it('adds each currency by itself, and leaves out what is not known', () => {
    const denied = [denial({}), denial({ owed: 250_00, owedCurrency: 'EUR', percent: null }), denial({ owed: null, owedCurrency: null })];
    expect(textOf([volunteer({})], denied)).toEqual([
      'Voucher, 1 (8C) 20000 USD',
      'Denied boarding, 3 (400 %) 52400 USD',
      'Denied boarding, 3 (as the rule says) 25000 EUR',
      'Spent () 72400 USD',
      'Spent () 25000 EUR',
    ]);
  });
});
