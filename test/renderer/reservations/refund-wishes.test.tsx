import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useBooking } from '../../../renderer/reservations/booking-store.ts';
import { ReservationsScreen } from '../../../renderer/reservations/reservations-screen.tsx';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { useNavigation } from '../../../renderer/stores/navigation-store.ts';
import { accept } from '../../../shared/refusals.ts';
import { ACTED } from '../support/acted.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { OSEI, openConsole, RUIZ } from '../support/open-console.ts';
import { firstOffer, hold, LOCATOR, NOON, refundPolicies, settings, sold, soldHistory } from '../support/samples.ts';

let hub: FakeBridge;
beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  setServerNow(NOON);
  hub = new FakeBridge()
    .gives('settings.get', settings)
    .gives('refunds.policies', refundPolicies)
    .answers('bookings.cancelQuote', ({ toVoucher, waiver }) =>
      accept({
        ...firstOffer,
        ...(toVoucher ? { toVoucher, to: [{ kind: 'voucher' as const, amount: firstOffer.total, reference: '' }] } : {}),
        ...(waiver ? { waiver: { user: 'osei', reason: waiver }, total: firstOffer.paid } : {}),
      }),
    );
});
afterEach(() => {
  cleanup();
  useBooking.getState().forget();
  vi.useRealTimers();
});
const user = () => userEvent.setup({ advanceTimers: vi.advanceTimersByTime });

async function open(booking = sold()): Promise<void> {
  hub.gives('bookings.get', { booking, history: soldHistory, version: 100 });
  render(<ReservationsScreen screen={{ name: 'reservations', bookingId: booking.bookingId }} />);
  await screen.findByRole('heading', { name: LOCATOR });
}

test('V puts the refund of the quote on a new voucher, and again back to what paid', async () => {
  openConsole(hub, RUIZ);
  const person = user();
  await open();
  document.querySelector<HTMLElement>('.rv-act')?.focus();
  await person.keyboard(`x${ACTED}`);
  await person.click(await screen.findByRole('button', { name: /To a new voucher instead/ }));
  expect(await screen.findByText('to a new voucher')).toBeTruthy();
  await person.click(await screen.findByRole('button', { name: /Back to what paid/ }));
  await waitFor(() => expect(screen.queryByText('to a new voucher')).toBeNull());
  expect(hub.inputsOf('bookings.cancelQuote').map(({ toVoucher }) => toVoucher)).toEqual([undefined, true, undefined]);
  expect(screen.queryByRole('form', { name: 'Waive the refund rule' })).toBeNull();
  // Who must wait for a supervisor is told that one may be asked.
  expect(screen.getByText('A supervisor may waive what is kept, with a reason.')).toBeTruthy();
});

test('V on the button that keeps the booking, where the focus is, opened the command bar: it asks for a new voucher', async () => {
  openConsole(hub, RUIZ);
  const person = user();
  await open();
  document.querySelector<HTMLElement>('.rv-act')?.focus();
  await person.keyboard(`x${ACTED}`);
  const keep = await screen.findByRole('button', { name: /Keep it/ });
  await waitFor(() => expect(document.activeElement).toBe(keep));
  await person.keyboard(`v${ACTED}`);
  expect(await screen.findByText('to a new voucher')).toBeTruthy();
});

test('a supervisor waives the rule with a reason, which stands in the worksheet', async () => {
  openConsole(hub, OSEI);
  const person = user();
  await open();
  document.querySelector<HTMLElement>('.rv-act')?.focus();
  await person.keyboard(`x${ACTED}`);
  const reason = await screen.findByRole('textbox', { name: 'Waive the rule, because' });
  await person.type(reason, '{Enter}');
  expect(await screen.findByText('Why it is waived.')).toBeTruthy();
  await person.type(reason, 'broken leg{Enter}');
  expect(await screen.findByText('Waived by osei: broken leg')).toBeTruthy();
  expect(hub.inputsOf('bookings.cancelQuote').at(-1)).toMatchObject({ waiver: 'broken leg' });
});

test('Y holds again what ended unpaid, and goes on with the new hold', async () => {
  openConsole(hub, RUIZ);
  const again = hold({ bookingId: 9, locator: 'NEWLOC' });
  hub.gives('holds.revive', again).gives('holds.ofDesk', { holds: [again] });
  await open(sold({ state: 'EXPIRED', expiresAt: null }));
  document.querySelector<HTMLElement>('.rv-act')?.focus();
  await user().keyboard(`y${ACTED}`);
  await waitFor(() => expect(useNavigation.getState().screen).toMatchObject({ name: 'flight', bookingId: 9 }));
  expect(hub.inputsOf('holds.revive')).toMatchObject([{ bookingId: sold().bookingId }]);
});
