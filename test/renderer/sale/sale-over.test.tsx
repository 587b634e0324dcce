import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SaleColumns } from '../../../renderer/flight/sale-columns.tsx';
import { followSale } from '../../../renderer/sale/follow-sale.ts';
import { saleOf } from '../../../renderer/sale/sale-flow.ts';
import { dispatch, useSale } from '../../../renderer/sale/sale-store.ts';
import type { JournalEvent } from '../../../shared/events.ts';
import type { Tender } from '../../../shared/methods/tenders.ts';
import { accept } from '../../../shared/refusals.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { openConsole, RUIZ } from '../support/open-console.ts';
import { bookingEvent, hold, LOCATOR, settings, sold } from '../support/samples.ts';

const CASH: Tender = { kind: 'cash', amount: 57_820, given: 60_000 };
let hub: FakeBridge;
let stop = () => {};

function Shown() {
  const sale = useSale((state) => state.sale);
  return sale ? <SaleColumns sale={sale} flightId={7} listed={false} onList={() => undefined} /> : null;
}
const tell = (...told: Parameters<FakeBridge['tell']>) => act(async () => hub.tell(...told));

/** What is told like a cancellation. */
const toldAs = (event: number, type: 'booking.saleUndone' | 'booking.cancelUndone') =>
  ({ ...bookingEvent(event, 'booking.cancelled'), type }) as JournalEvent;

/** A sale that this screen has just confirmed, paid in cash with change. */
beforeEach(async () => {
  hub = new FakeBridge()
    .gives('settings.get', settings)
    .answers('bookings.get', () => accept({ booking: sold(), history: [], version: 102 }));
  openConsole(hub, RUIZ);
  stop = followSale();
  useSale.setState({ sale: { ...saleOf(hold()), tenders: [CASH], busy: 'confirming' } });
  dispatch({ do: 'booking', booking: sold() });
  render(<Shown />);
  await act(async () => undefined);
  expect(screen.getByRole('heading', { name: 'Sold' })).toBeTruthy();
});
afterEach(() => {
  stop();
  cleanup();
  useSale.setState({ sale: null });
});

test.each([
  ['before', 'Give 578.20 back in cash, and the change of 21.80.'],
  ['after', 'Give 578.20 back in cash.'],
])('a sale that was undone stood there as sold: it says so, and what goes back %s the change was given', async (when, words) => {
  if (when === 'after') act(() => dispatch({ do: 'changeGiven' }));
  await tell(toldAs(101, 'booking.saleUndone'));
  expect(screen.queryByRole('heading', { name: 'Sold' })).toBeNull();
  expect(screen.getByRole('heading', { name: 'Sale undone' })).toBeTruthy();
  expect(screen.getByText(words)).toBeTruthy();
  expect(screen.getByText('Its seats went back to sale, and its receipt is void.')).toBeTruthy();
  expect(screen.getByRole('button', { name: /^Hold .* again/ })).toBeTruthy();
});

test('a sale that was cancelled meanwhile stood there as sold: its money stands in the booking, and undone it is sold again', async () => {
  await tell(bookingEvent(101, 'booking.cancelled'));
  expect(screen.getByRole('heading', { name: 'Booking cancelled' })).toBeTruthy();
  expect(screen.getByText(/What goes back of its money stands in the booking/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /again/ })).toBeNull();
  await tell(toldAs(102, 'booking.cancelUndone'));
  expect(screen.getByRole('heading', { name: 'Sold' })).toBeTruthy();
  expect(screen.getByRole('region', { name: 'Locator' }).textContent).toContain(LOCATOR);
  expect(screen.queryByText('This sale was made.')).toBeNull();
});
