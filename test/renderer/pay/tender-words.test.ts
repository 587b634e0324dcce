import { expect, test } from 'vitest';
import { takeWords } from '../../../renderer/pay/tender-words.ts';
import { NEW_DRAFT, readTender, type TenderDraft } from '../../../renderer/pay/tenders.ts';
import { minor } from '../../../shared/money.ts';

test.each<[Partial<TenderDraft>, tryAgain: boolean, string]>([
  [{}, false, 'Take 622.00 cash'],
  [{ amount: '640' }, false, 'Take 640.00 cash, give 18.00'],
  [{ amount: '100' }, false, 'Take 100.00 cash, 522.00 stays due'],
  [{ kind: 'card' }, false, 'Take 622.00 by card'],
  [{ kind: 'card', amount: '500' }, false, 'Take 500.00 by card, 122.00 stays due'],
  [{ kind: 'card' }, true, 'Try the card again for 622.00'],
  [{}, true, 'Take 622.00 cash'],
  [{ kind: 'voucher', code: 'VQ8H2K' }, false, 'Take 622.00 by voucher'],
  [{ kind: 'voucher' }, false, 'Take a voucher'],
  [{ amount: '1.2.3' }, false, 'Take cash'],
])('the button names the sum that it takes: %j', (draft, tryAgain, words) => {
  const whole = { ...NEW_DRAFT, ...draft };
  const due = minor(62_200);
  expect(takeWords(whole, readTender(whole, due, 'USD', 'simulated'), due, 'USD', tryAgain)).toBe(words);
});
