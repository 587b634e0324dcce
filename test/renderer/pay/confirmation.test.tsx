import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useBridge as connect } from '../../../renderer/client/client.ts';
import { useSession } from '../../../renderer/client/session-store.ts';
import { SaleColumns } from '../../../renderer/flight/sale-columns.tsx';
import { useFlightKeys } from '../../../renderer/flight/use-flight-keys.ts';
import { QUIET_MS } from '../../../renderer/parts/use-quiet-start.ts';
import { saleOf } from '../../../renderer/sale/sale-flow.ts';
import { dispatch, useSale } from '../../../renderer/sale/sale-store.ts';
import { go, startOver, useNavigation } from '../../../renderer/stores/navigation-store.ts';
import { minor, moneyText } from '../../../shared/money.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { hold, hubState, LOCATOR, sold } from '../support/samples.ts';

const CHANGE = moneyText(minor(60_000 - sold().total), sold().currency);

function Screen() {
  const sale = useSale((now) => now.sale);
  useFlightKeys(sale ?? saleOf(hold()), () => undefined);
  return sale ? <SaleColumns sale={sale} flightId={7} listed={false} onList={() => undefined} /> : <p>Board</p>;
}

beforeEach(() => {
  vi.useFakeTimers();
  connect(new FakeBridge());
  useSession.setState({ state: hubState() });
  go({ name: 'flight', flightIds: [7], bookingId: 1 });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  useSale.setState({ sale: null, notice: '' });
  startOver();
  useSession.setState({ state: null });
});

/** The confirmation that comes when the hub has answered; `tenders`: what was paid. */
function sell(tenders = sold().tenders): void {
  useSale.setState({ sale: { ...saleOf(hold()), busy: 'confirming' } });
  act(() => dispatch({ do: 'booking', booking: sold({ tenders }) }));
  render(<Screen />);
}
const press = (key: string): void => {
  const on = document.activeElement ?? document.body;
  fireEvent.keyDown(on, { key });
  fireEvent.keyUp(on, { key });
  // A key that does nothing: the letter before it acts at once, and not after 50 ms.
  fireEvent.keyDown(on, { key: 'F24' });
};
const isShown = (): boolean => screen.queryAllByText(LOCATOR).length > 0 && useNavigation.getState().screen.name === 'flight';

test.each([0, QUIET_MS - 1, QUIET_MS, 10 * QUIET_MS])(
  'Enter %i ms after the sale keeps the confirmation (the second Enter wiped locator and change)',
  (ms) => {
    sell();
    act(() => void vi.advanceTimersByTime(ms));
    press('Enter');
    press(' ');
    expect(isShown()).toBe(true);
    expect(screen.getByRole('button', { name: new RegExp(`${CHANGE} given back`) })).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('group', { name: 'What next' }));
  },
);

test('a click that was meant for the payment presses nothing of the confirmation', () => {
  sell(sold().tenders.map((tender) => ({ ...tender, given: tender.amount })));
  fireEvent.click(screen.getByRole('button', { name: /Next customer/ }));
  expect(isShown()).toBe(true);
  act(() => void vi.advanceTimersByTime(QUIET_MS));
  fireEvent.click(screen.getByRole('button', { name: /Next customer/ }));
  expect(isShown()).toBe(false);
});

test('the change is confirmed with one key before the next customer comes', () => {
  sell();
  act(() => void vi.advanceTimersByTime(QUIET_MS));
  act(() => press('n'));
  expect(isShown()).toBe(true);
  expect(useSale.getState().notice).toBe(`Give back ${CHANGE} first, then Y.`);
  expect(document.activeElement?.textContent).toContain(`${CHANGE} given back`);
  act(() => press('y'));
  expect(screen.queryByText(/given back/)).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('group', { name: 'What next' }));
  act(() => press('n'));
  expect(isShown()).toBe(false);
});

test('a sale that another console made owes no change here', () => {
  useSale.setState({ sale: saleOf(sold()) });
  render(<Screen />);
  expect(screen.queryByText(/given back/)).toBeNull();
});
