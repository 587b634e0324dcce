import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useBridge as connect } from '../../../renderer/client/client.ts';
import { useSession } from '../../../renderer/client/session-store.ts';
import { PayHold } from '../../../renderer/pay/pay-hold.tsx';
import { submitTender } from '../../../renderer/pay/tender-form.tsx';
import { saleOf } from '../../../renderer/sale/sale-flow.ts';
import { useSale } from '../../../renderer/sale/sale-store.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { hold, hubState, refused } from '../support/samples.ts';

const booking = hold({ party: [{ passenger: 1, type: 'ADT', infant: false, assistance: false }] });
let hub: FakeBridge;

beforeEach(() => {
  hub = new FakeBridge()
    .gives('bookings.get', { booking, history: [], version: 1 })
    .answers('vouchers.get', () => refused('VOUCHER_UNKNOWN'));
  connect(hub);
  useSession.setState({ state: hubState() });
  const sale = saleOf(booking);
  const named = { ...sale, party: sale.party.map((one) => ({ ...one, name: 'PETROV/ELENA' })), contact: '2125550148' };
  useSale.setState({ sale: named });
  render(<PayHold sale={named} booking={booking} />);
});
afterEach(() => {
  cleanup();
  useSale.setState({ sale: null });
  useSession.setState({ state: null });
});

test('a voucher that the register does not know is not taken (it stood there as paid, and the hub refused the sale)', async () => {
  await userEvent.click(screen.getByText('Voucher'));
  const number = screen.getByLabelText('Voucher number');
  await userEvent.type(number, 'nosuch');
  expect((await screen.findByText('There is no voucher NOSUCH.')).className).toContain('wrong');
  act(() => screen.getByLabelText('Amount').focus());
  act(submitTender);
  expect(document.activeElement).toBe(number);
  expect(useSale.getState().sale?.tenders).toEqual([]);
  expect(hub.inputsOf('bookings.confirm')).toEqual([]);
});
