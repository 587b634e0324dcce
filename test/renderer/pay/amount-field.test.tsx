import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useBridge as connect } from '../../../renderer/client/client.ts';
import { useSession } from '../../../renderer/client/session-store.ts';
import { amountTyped } from '../../../renderer/pay/amount-field.tsx';
import { PayHold } from '../../../renderer/pay/pay-hold.tsx';
import { useTenderDraft } from '../../../renderer/pay/tender-draft-store.ts';
import { saleOf } from '../../../renderer/sale/sale-flow.ts';
import { useSale } from '../../../renderer/sale/sale-store.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { hold, hubState } from '../support/samples.ts';

const booking = hold({ total: 62_200 });
const user = userEvent.setup();

function Shown() {
  const sale = useSale((now) => now.sale);
  return sale?.booking ? <PayHold sale={sale} booking={sale.booking} /> : null;
}

beforeEach(() => {
  // The hold of the sample lies in the past, so its clock asks whether it still lives.
  connect(new FakeBridge().gives('bookings.get', { booking, history: [], version: 1 }));
  useSession.setState({ state: hubState() });
  const sale = saleOf(booking);
  useSale.setState({
    sale: {
      ...sale,
      party: sale.party.map((one) => ({ ...one, name: 'PETROV/ELENA', birthDate: one.type === 'ADT' ? '' : '12MAR18' })),
      contact: '2125550148',
    },
  });
  render(<Shown />);
});
afterEach(() => {
  cleanup();
  useSale.setState({ sale: null });
  useSession.setState({ state: null });
});

const amount = () => screen.getByRole<HTMLInputElement>('textbox', { name: /Cash given|Amount/ });
const chosen = () => screen.getByRole<HTMLInputElement>('radio', { checked: true }).parentElement?.textContent;
const go = () => screen.getByRole('button', { name: /^(Take|Try) (?!back)/ }).textContent;

test.each([
  ['60', '60'],
  ['60.5', '60.5'],
  ['60,', '60.'],
  ['6x0', '60'],
  ['K7QF2M', '72'],
  ['1,234.50', '1,234.50'],
])('typed %s, the amount holds %s', (typed, kept) => expect(amountTyped(typed)).toBe(kept));

test('letters typed in the amount choose the tender and do not stand in it', async () => {
  await user.type(amount(), '5k');
  expect(chosen()).toBe('CardK');
  expect(amount().value).toBe('5');
  expect(go()).toContain('Take 5.00 by card, 617.00 stays due');
  await user.type(amount(), 'C');
  expect(chosen()).toBe('CashC');
  await user.type(amount(), 'xyz 0v');
  expect(useTenderDraft.getState().draft).toMatchObject({ kind: 'voucher', amount: '50' });
});

test('+ gives the next round sum, and the button says what goes back', async () => {
  expect(go()).toContain('Take 622.00 cash');
  const seen: string[] = [];
  for (let time = 0; time < 4; time++) {
    await user.type(amount(), '+');
    seen.push(amount().value);
  }
  expect(seen).toEqual(['630.00', '640.00', '650.00', '700.00']);
  expect(go()).toContain('Take 700.00 cash, give 78.00');
  await user.click(screen.getByRole('button', { name: '640.00 given' }));
  expect(go()).toContain('Take 640.00 cash, give 18.00');
  expect(document.activeElement).toBe(amount());
});
