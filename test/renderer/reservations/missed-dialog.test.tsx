import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useBooking } from '../../../renderer/reservations/booking-store.ts';
import { useMissed } from '../../../renderer/reservations/missed/missed-store.ts';
import { ReservationsScreen } from '../../../renderer/reservations/reservations-screen.tsx';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { instant, MINUTE_MS } from '../../../shared/instants.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { ACTED } from '../support/acted.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { openConsole, RUIZ } from '../support/open-console.ts';
import { refundPolicies, settings, sold, soldHistory } from '../support/samples.ts';

const [leg] = sold().legs;
/** Five minutes after the flight of the sale has left. */
const LATE = instant((leg?.departsAt ?? 0) + 5 * MINUTE_MS);
const user = userEvent.setup({ delay: null });
let hub: FakeBridge;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: LATE });
  setServerNow(LATE);
  hub = new FakeBridge()
    .gives('bookings.get', { booking: sold(), history: soldHistory, version: 100 })
    .gives('settings.get', settings)
    .gives('refunds.policies', refundPolicies)
    .answers('bookings.missed', ({ by }) => accept(sold({ version: 2, legs: leg ? [{ ...leg, ...(by ? { missed: by } : {}) }] : [] })));
  openConsole(hub, RUIZ);
});
afterEach(() => {
  cleanup();
  useBooking.getState().forget();
  useMissed.getState().close();
  vi.useRealTimers();
});

async function openDialog() {
  render(<ReservationsScreen screen={{ name: 'reservations', bookingId: 1 }} />);
  (await screen.findByRole('button', { name: /Missed a flight/ })).focus();
  await user.keyboard(`n${ACTED}`);
  return within(await screen.findByRole('dialog', { name: `Did ${sold().locator} miss a flight?` }));
}

test('N asks by whose fault a flight that has left was missed, and says what follows; a reason is wanted, and Enter twice says it once', async () => {
  const shown = await openDialog();
  expect(shown.getByText(/The ticket keeps its value/)).toBeTruthy();
  const reason = shown.getByRole('textbox', { name: 'Reason' });
  await user.click(reason);
  await user.keyboard('{Enter}');
  expect(shown.getByText('Say why, in three letters or more.')).toBeTruthy();
  expect(hub.inputsOf('bookings.missed')).toEqual([]);
  await user.keyboard('slept in the lounge{Enter}{Enter}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(hub.inputsOf('bookings.missed')).toMatchObject([{ bookingId: 1, segment: 1, by: 'passenger', reason: 'slept in the lounge' }]);
});

test('what the hub refuses is said in the dialog, and nothing that was typed is lost', async () => {
  hub.answers('bookings.missed', () =>
    refuse('CHANGE_REFUSED', {
      bookingId: 1,
      locator: sold().locator,
      problem: 'AA 1 still takes passengers',
      advice: 'Send them to the gate',
    }),
  );
  const shown = await openDialog();
  await user.click(shown.getByRole('textbox', { name: 'Reason' }));
  await user.keyboard('late at the gate{Enter}');
  await waitFor(() => expect(shown.getByText(/still takes passengers/)).toBeTruthy());
  expect((shown.getByRole('textbox', { name: 'Reason' }) as HTMLInputElement).value).toBe('late at the gate');
});

test('a flight that they missed reads as missed, and N proposes to take that back', async () => {
  const legs = leg ? [{ ...leg, missed: 'passenger' as const }] : [];
  hub.gives('bookings.get', { booking: sold({ version: 2, legs }), history: soldHistory, version: 100 });
  render(<ReservationsScreen screen={{ name: 'reservations', bookingId: 1 }} />);
  (await screen.findByRole('button', { name: /Change flight or date/ })).focus();
  expect(screen.getByText('HK missed'), 'the flight read as confirmed').toBeTruthy();
  await user.keyboard(`n${ACTED}`);
  const shown = within(await screen.findByRole('dialog', { name: `Did ${sold().locator} miss a flight?` }));
  expect(shown.getByText('The booking is as if nothing had been said.'), 'what is said already was proposed again').toBeTruthy();
});
