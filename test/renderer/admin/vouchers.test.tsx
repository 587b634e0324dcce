import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest';
import { AdminScreen } from '../../../renderer/admin/admin-screen.tsx';
import { useBridge as connect } from '../../../renderer/client/client.ts';
import { useSession } from '../../../renderer/client/session-store.ts';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { connectionLive } from '../../../renderer/stores/connection-store.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { hubState, NOON } from '../support/samples.ts';

const { issued: ISSUED, spent: SPENT } = inject('samples').admin.vouchers;

let hub: FakeBridge;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON });
  setServerNow(NOON);
  connectionLive();
  hub = new FakeBridge()
    .gives('vouchers.issue', ISSUED)
    .answers('vouchers.get', ({ number }) => (number === SPENT.number ? accept(SPENT) : refuse('VOUCHER_UNKNOWN', { voucher: number })));
  connect(hub);
  useSession.setState({ state: hubState(), session: { user: 'osei', display: 'M. Osei', role: 'supervisor', desk: 'T1-01' } });
  render(<AdminScreen screen={{ name: 'admin', tab: 'vouchers' }} />);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});
const user = () => userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
const fill = async (label: string, text: string) => {
  const field = screen.getByRole('textbox', { name: label });
  await user().clear(field);
  await user().type(field, text);
};

test('a voucher is issued in its currency, with its decimals, and its number stays on the screen', async () => {
  await fill('Currency', 'kwd');
  await fill('Amount', '129.5');
  await fill('Days valid', '90');
  await fill('Reason', 'delay{Enter}');
  const issued = within(await screen.findByRole('table', { name: 'Voucher issued' }));
  expect(issued.getByText(ISSUED.number)).toBeTruthy();
  expect(issued.getByText('129.500')).toBeTruthy();
  expect(hub.inputsOf('vouchers.issue')).toMatchObject([{ amount: 129_500, currency: 'KWD', days: 90, reason: 'delay' }]);
});

test.each([
  ['Currency', 'EURO', 'Three letters, such as USD.'],
  ['Amount', '12.345', 'An amount in USD.'],
  ['Days valid', '0', '1 to 3650.'],
])('%s %s is not sent', async (label, typed, said) => {
  await fill('Amount', '50');
  await fill('Reason', 'delay');
  await fill(label, `${typed}{Enter}`);
  expect(screen.getByText(said)).toBeTruthy();
  expect(hub.inputsOf('vouchers.issue')).toEqual([]);
});

test('what is left of a voucher is looked up by its number', async () => {
  await fill('Voucher number', `${SPENT.number.toLowerCase()}{Enter}`);
  const found = within(await screen.findByRole('table', { name: 'Voucher found' }));
  expect(found.getByText('100.000')).toBeTruthy();
  expect(found.getByText('129.500 on Sat 21 Nov 2026')).toBeTruthy();
  await fill('Voucher number', 'NOSUCH{Enter}');
  expect((await screen.findByRole('alert')).textContent).toContain('There is no voucher NOSUCH.');
});
