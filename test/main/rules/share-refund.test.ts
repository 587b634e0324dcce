import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shareRefund, sharesByTender } from '../../../main/rules/share-refund.ts';
import { minor } from '../../../shared/money.ts';
import { REFUND_ORDER, type TenderKind } from '../../../shared/tender-kinds.ts';

const paid = (place: number, kind: TenderKind, amount: number, refunded = 0) => ({
  ...{ place, kind, amount, refunded },
  approval_code: kind === 'card' ? `A${place}` : null,
  voucher: kind === 'voucher' ? `V${place}` : null,
  wallet: kind === 'wallet' ? `W${place}` : null,
  account: kind === 'account' ? 'ACME' : null,
});

describe('a refund of a part goes back to each tender in proportion', () => {
  test.each([
    ['half, to cash and card alike', 200_00, [paid(0, 'cash', 100_00), paid(1, 'card', 300_00)], ['card A1 150.00', 'cash 50.00']],
    ['all of it', 400_00, [paid(0, 'cash', 100_00), paid(1, 'card', 300_00)], ['card A1 300.00', 'cash 100.00']],
    ['none of it', 0, [paid(0, 'cash', 100_00)], []],
    [
      'by what is left, not by what was paid',
      100_00,
      [paid(0, 'cash', 200_00, 100_00), paid(1, 'card', 100_00)],
      ['card A1 50.00', 'cash 50.00'],
    ],
    ['nothing to what was paid back whole', 50_00, [paid(0, 'card', 100_00, 100_00), paid(1, 'cash', 50_00)], ['cash 50.00']],
    ['the odd cent to the largest rest', 1_01, [paid(0, 'voucher', 1_00), paid(1, 'card', 2_00)], ['card A1 0.67', 'voucher V0 0.34']],
    ['two cards, each its own', 100_00, [paid(0, 'card', 100_00), paid(1, 'card', 100_00)], ['card A0 50.00', 'card A1 50.00']],
    ['what was paid in cash twice is handed over once', 150_00, [paid(0, 'cash', 100_00), paid(1, 'cash', 200_00)], ['cash 150.00']],
  ])('%s', (_, refund, tenders, told) => {
    const words = shareRefund(minor(refund), tenders).map(
      ({ kind, reference, amount }) => `${kind} ${reference} ${(amount / 100).toFixed(2)}`,
    );
    expect(words.map((text) => text.replace('  ', ' '))).toEqual(told);
  });

  test('never more than a tender has left, and all of it in all', () => {
    const tender = fc.record({
      kind: fc.constantFrom(...REFUND_ORDER),
      amount: fc.integer({ min: 1, max: 1e9 }),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(tender, { minLength: 1, maxLength: 6 }), fc.double({ min: 0, max: 1, noNaN: true }), (given, share) => {
        const tenders = given.map(({ kind, amount, part }, place) => paid(place, kind, amount, Math.floor(amount * part)));
        const left = tenders.reduce((sum, { amount, refunded }) => sum + amount - refunded, 0);
        const refund = Math.floor(left * share);
        const shares = sharesByTender(minor(refund), tenders);
        expect(shares.reduce((sum, { amount }) => sum + amount, 0)).toBe(refund);
        for (const { tender, amount } of shares) expect(amount).toBeLessThanOrEqual(tender.amount - tender.refunded);
      }),
    );
  });
});
