import { expect, test } from 'vitest';
import { moneyAfterUndo } from '../../../renderer/frame/use-steps-undone.ts';
import type { BookingView } from '../../../shared/methods/booking-view.ts';

type Tender = BookingView['tenders'][number];
const tender = (kind: Tender['kind'], refunded: number): Tender => ({
  ...{ kind, amount: 100_00, refunded, given: null, approvalCode: null, voucher: null, charge: null, refundVoucher: null },
});

test.each<[string, [Tender['kind'], before: number, after: number][], string]>([
  ['a cash sale', [['cash', 0, 100_00]], 'Give 100.00 USD back in cash.'],
  ['a cancellation that gave cash', [['cash', 50_00, 0]], 'Take 50.00 USD back in cash.'],
  ['a card that was not asked yet', [['card', 50_00, 0]], 'The card keeps paying 50.00 USD.'],
  [
    'two tenders',
    [
      ['card', 0, 100_00],
      ['voucher', 0, 20_00],
    ],
    '100.00 USD goes back to the card. 20.00 USD is on the voucher again.',
  ],
  ['a change that cost nothing', [['cash', 0, 0]], ''],
])('after the undo of %s', (_, tenders, words) => {
  const before = { currency: 'USD', tenders: tenders.map(([kind, refunded]) => tender(kind, refunded)) };
  const after = { tenders: tenders.map(([kind, , refunded]) => tender(kind, refunded)) };
  expect(moneyAfterUndo(before, after)).toBe(words);
});
