import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useBooking } from '../../../renderer/reservations/booking-store.ts';
import { useBookingMessages } from '../../../renderer/reservations/messages/booking-messages-store.ts';
import { ReservationsScreen } from '../../../renderer/reservations/reservations-screen.tsx';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { startOver } from '../../../renderer/stores/navigation-store.ts';
import type { Output } from '../../../shared/contract.ts';
import type { MessageView } from '../../../shared/methods/messages.ts';
import { accept } from '../../../shared/refusals.ts';
import { ACTED } from '../support/acted.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { openConsole, RUIZ } from '../support/open-console.ts';
import { LOCATOR, NOON, refundPolicies, refused, settings, sold, soldHistory } from '../support/samples.ts';

let hub: FakeBridge;
let told: Output<'messages.ofBooking'>;
const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });

const message = (change: Partial<MessageView>): MessageView => ({
  ...{ messageId: 1, bookingId: 1, locator: LOCATOR, kind: 'held', channel: 'email', language: 'en', standing: 'waits' },
  ...{ since: NOON, nextAt: null, tries: [] },
  ...change,
});
const dialog = () => screen.findByRole('dialog', { name: `Messages of ${LOCATOR}` });

async function openMessages() {
  render(<ReservationsScreen screen={{ name: 'reservations', bookingId: 1 }} />);
  (await screen.findByRole('button', { name: /Cancel and refund/ })).focus();
  await user.keyboard(`m${ACTED}`);
  return within(await dialog());
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON });
  setServerNow(NOON);
  startOver();
  told = { wishes: { language: 'en', optedOut: false }, messages: [] };
  hub = new FakeBridge()
    .gives('bookings.get', { booking: sold(), history: soldHistory, version: 100 })
    .gives('settings.get', settings)
    .gives('refunds.policies', refundPolicies)
    .answers('messages.ofBooking', () => accept(told));
  openConsole(hub, RUIZ);
});
afterEach(() => {
  cleanup();
  useBooking.getState().forget();
  useBookingMessages.getState().close();
  vi.useRealTimers();
});

test('M shows what the passengers were told, newest first: what, by what, in which language, and what came of it', async () => {
  const minute = 60_000;
  told.messages = [
    message({ standing: 'sent', tries: [{ at: NOON + minute, answer: 'the mail server took it' }] }),
    message({ messageId: 2, kind: 'confirmed', standing: 'dead', tries: [{ at: NOON, answer: 'the mail server said 550' }] }),
    message({ messageId: 3, kind: 'changed', channel: 'sms', language: 'es', nextAt: NOON + 2 * minute }),
  ];
  const shown = await openMessages();
  const rows = within(await shown.findByRole('table', { name: 'Messages' })).getAllByRole('row');
  expect(rows.slice(1).map((row) => [...row.children].map(({ textContent }) => textContent?.trim()))).toEqual([
    ['07:00', 'changed', 'SMS', 'Spanish', 'waits next try 07:02'],
    ['07:00', 'confirmed', 'e-mail', 'English', 'dead letter the mail server said 550'],
    ['07:00', 'held', 'e-mail', 'English', 'sent 07:01'],
  ]);
});

test('passengers who want no messages say so after the sale: Ctrl Enter keeps it, and what waits is stopped', async () => {
  told.messages = [message({ nextAt: NOON })];
  hub.answers('messages.wish', ({ language, optedOut }) => {
    told = { wishes: { language, optedOut }, messages: [message({ standing: 'stopped' })] };
    return accept(told.wishes);
  });
  const shown = await openMessages();
  expect(await shown.findByText('The next messages are in English.')).toBeTruthy();
  // Nothing is kept that is as it was.
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(hub.inputsOf('messages.wish')).toEqual([]);
  await user.click(shown.getByRole('checkbox', { name: 'No messages' }));
  expect(shown.getByText('One message that is not sent yet will be stopped for good.')).toBeTruthy();
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await shown.findByText('not wanted')).toBeTruthy();
  expect(hub.inputsOf('messages.wish')).toMatchObject([{ bookingId: 1, language: 'en', optedOut: true }]);
  expect(shown.getByText('The passengers are told nothing of this booking.')).toBeTruthy();
});

test('another language is kept by the button, from the keyboard, and the focus is on the language at once', async () => {
  hub.answers('messages.wish', ({ language, optedOut }) => {
    told = { ...told, wishes: { language, optedOut } };
    return accept(told.wishes);
  });
  const shown = await openMessages();
  const field = await shown.findByRole('button', { name: /Messages in/ });
  await waitFor(() => expect(document.activeElement).toBe(field));
  await user.keyboard('{ArrowDown}');
  await user.click(await screen.findByRole('option', { name: 'Spanish' }));
  await user.click(within(await dialog()).getByRole('button', { name: /Keep/ }));
  expect(await within(await dialog()).findByText('The next messages are in Spanish.')).toBeTruthy();
  expect(hub.inputsOf('messages.wish')).toMatchObject([{ language: 'es', optedOut: false }]);
});

test('a message that is sent meanwhile is seen at once, and no message at all is said', async () => {
  const shown = await openMessages();
  expect(await shown.findByText(/^No message was written\./)).toBeTruthy();
  told = { ...told, messages: [message({ standing: 'sent', tries: [{ at: NOON, answer: 'taken' }] })] };
  await act(async () => hub.tell({ notice: true, type: 'messages.changed' }));
  expect(await shown.findByText('sent')).toBeTruthy();
});

test('a hub that refuses is told: to read the messages, and to keep a wish', async () => {
  hub.answers('messages.wish', () => refused('BOOKING_UNKNOWN'));
  const shown = await openMessages();
  await user.click(await shown.findByRole('checkbox', { name: 'No messages' }));
  await user.keyboard('{Control>}{Enter}{/Control}');
  await shown.findByText(/^There is no booking/);
  expect(shown.getByRole<HTMLInputElement>('checkbox', { name: 'No messages' }).checked).toBe(true);
  await user.keyboard('{Escape}');
  hub.answers('messages.ofBooking', () => refused('BOOKING_UNKNOWN'));
  await user.click(screen.getByRole('button', { name: /^M? ?Messages/ }));
  expect(await within(await dialog()).findByText(/^There is no booking/)).toBeTruthy();
});
