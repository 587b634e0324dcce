import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FailedPaymentsPanel } from '../../../renderer/admin/failed-payments-panel.tsx';
import { startOver, useNavigation } from '../../../renderer/stores/navigation-store.ts';
import type { JournalEvent } from '../../../shared/events.ts';
import { ACTED } from '../support/acted.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { OSEI, openConsole } from '../support/open-console.ts';
import { bookingEvent, LOCATOR, NOON } from '../support/samples.ts';

let hub: FakeBridge;
const failed = {
  ...{ bookingId: 1, locator: LOCATOR, desk: 'T1-04', user: 'ruiz', heldAt: NOON, failedAt: NOON, reason: 'the bank refused the card' },
  ...{ flights: ['AA 185'], passengers: 2, currency: 'USD', total: 57_820 },
  charges: [
    { amount: 30_000, standing: 'due' as const, reason: '' },
    { amount: 27_820, standing: 'declined' as const, reason: 'the bank refused the card' },
    { amount: 27_820, standing: 'declined' as const, reason: 'the bank refused the card' },
  ],
};

beforeEach(() => {
  hub = new FakeBridge().gives('payments.failed', { payments: [], more: 0 });
  openConsole(hub, OSEI);
});
afterEach(() => {
  cleanup();
  startOver();
});

test('a payment that failed is listed for a supervisor as soon as it failed, with what became of each charge', async () => {
  render(<FailedPaymentsPanel />);
  await screen.findByText('No payment failed in the last day');
  hub.gives('payments.failed', { payments: [failed], more: 0 });
  act(() => hub.tell({ ...bookingEvent(101, 'hold.expired'), type: 'payment.failed' } as JournalEvent));
  const row = (await screen.findByRole('button', { name: LOCATOR })).closest('tr');
  expect(row?.textContent).toContain('578.20 USD');
  expect(row?.textContent).toContain('300.00 being given back; 278.20 declined, 2 times');
  await userEvent.click(screen.getByRole('button', { name: LOCATOR }));
  expect(useNavigation.getState().screen).toEqual({ name: 'reservations', bookingId: 1 });
});

test('a press anywhere in a row opens its booking (the row looked like a button and did nothing); arrows walk the rows, O opens one', async () => {
  const second = { ...failed, bookingId: 2, locator: 'P2XW9R' };
  hub.gives('payments.failed', { payments: [failed, second], more: 0 });
  render(<FailedPaymentsPanel />);
  await userEvent.click((await screen.findAllByText('AA 185'))[0] as HTMLElement);
  expect(useNavigation.getState().screen).toEqual({ name: 'reservations', bookingId: 1 });
  act(() => startOver());
  act(() => screen.getByRole('button', { name: LOCATOR }).focus());
  await userEvent.keyboard('{ArrowDown}');
  expect(document.activeElement?.textContent).toBe('P2XW9R');
  await userEvent.keyboard(`o${ACTED}`);
  expect(useNavigation.getState().screen).toEqual({ name: 'reservations', bookingId: 2 });
});
