import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useBooking } from '../../../renderer/reservations/booking-store.ts';
import { useMissed } from '../../../renderer/reservations/missed/missed-store.ts';
import { ReservationsScreen } from '../../../renderer/reservations/reservations-screen.tsx';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { HOUR_MS, instant, MINUTE_MS } from '../../../shared/instants.ts';
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

test('the screen of the booking was gone once a flight was said to be missed by the fault of the carrier', async () => {
  const shown = await openDialog();
  await user.click(shown.getByRole('button', { name: /Whose fault/ }));
  await user.click(await screen.findByRole('option', { name: /The carrier's/ }));
  await user.click(screen.getByRole('textbox', { name: 'Reason' }));
  // The hub tells only afterwards what this means for the flights.
  const told = Promise.withResolvers<void>();
  hub.answers('bookings.get', async () => {
    await told.promise;
    return accept({ booking: sold(), history: soldHistory, version: 100 });
  });
  await user.keyboard('the flight before was late{Enter}');
  await waitFor(() => expect(hub.inputsOf('bookings.missed')).toMatchObject([{ by: 'carrier' }]));
  expect(await screen.findByText('100 %, missed because of AA')).toBeTruthy();
  expect(screen.getByRole('heading', { level: 1, name: sold().locator })).toBeTruthy();
  told.resolve();
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
  const shown = within(await screen.findByRole('dialog', { name: `Did ${sold().locator} miss AA 185?` }));
  expect(shown.getByText('Said so far: missed by their own fault.'), 'the dialog did not know what was said').toBeTruthy();
  expect(shown.getByText('The booking is again as if nothing had been said.'), 'what is said already was proposed again').toBeTruthy();
  await user.click(shown.getByRole('button', { name: /What is true/ }));
  const choices = (await screen.findAllByRole('option')).map(({ textContent }) => textContent);
  expect(choices, 'what the hub refuses, because it is said already, could be chosen').toEqual([
    'It was not missed',
    'It was the fault of the carrier',
  ]);
});

test('where one of two flights was missed, going from one to the other left the field of the fault empty', async () => {
  const legs = leg
    ? [
        { ...leg, departsAt: leg.departsAt - 9 * HOUR_MS, arrivesAt: leg.departsAt - 3 * HOUR_MS, missed: 'passenger' as const },
        { ...leg, segment: 2, flightId: 8, flight: 'AA 9' },
      ]
    : [];
  hub.gives('bookings.get', { booking: sold({ version: 2, legs }), history: soldHistory, version: 100 });
  const shown = await openDialog();
  expect(shown.getByRole('button', { name: /Whose fault/ }).textContent).toContain('Their own');
  await user.click(shown.getByRole('button', { name: /Flight/ }));
  await user.click(await screen.findByRole('option', { name: /AA 185/ }));
  const field = await screen.findByRole('button', { name: /What is true/ });
  expect(field.textContent).toContain('It was not missed');
  await user.click(screen.getByRole('textbox', { name: 'Reason' }));
  await user.keyboard('they were on board{Enter}');
  await waitFor(() => expect(hub.inputsOf('bookings.missed')).toMatchObject([{ segment: 1, by: null, reason: 'they were on board' }]));
});
