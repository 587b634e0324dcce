import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LastSales } from '../../../renderer/frame/last-sales.tsx';
import { closeLastSales } from '../../../renderer/frame/last-sales-store.ts';
import { useFrameKeys } from '../../../renderer/frame/use-frame-keys.ts';
import { startOver, useNavigation } from '../../../renderer/stores/navigation-store.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { openConsole, RUIZ } from '../support/open-console.ts';
import { LOCATOR, NOON, refused } from '../support/samples.ts';

let hub: FakeBridge;
const user = userEvent.setup();
const sale = {
  ...{ bookingId: 1, locator: LOCATOR, state: 'CONFIRMED' as const, at: NOON, user: 'ruiz', currency: 'USD', total: 57_820 },
  ...{ names: ['PETROV/ELENA MRS', 'PETROV/LEA'], change: 2_180 },
};

const noKeys = () => undefined;
function Shown() {
  useFrameKeys(noKeys, true);
  return <LastSales />;
}

beforeEach(() => {
  hub = new FakeBridge();
  openConsole(hub, RUIZ);
  render(<Shown />);
});
afterEach(() => {
  cleanup();
  closeLastSales();
  startOver();
});

test('Alt 0 brings back the locator and the change of the sale before (a second Enter wiped them unseen)', async () => {
  hub.gives('bookings.lastOfDesk', { sales: [sale] });
  await user.keyboard('{Alt>}[Digit0]{/Alt}');
  const row = await screen.findByRole('button', { name: new RegExp(LOCATOR) });
  expect(row.textContent).toContain('PETROV/ELENA MRS and 1 more');
  expect(row.textContent).toContain('578.20 USDchange 21.80');
  await waitFor(() => expect(document.activeElement).toBe(row));
  await user.keyboard('1');
  expect(useNavigation.getState().screen).toEqual({ name: 'reservations', bookingId: 1 });
});

test('a desk that sold nothing yet, and a hub that says no, are told', async () => {
  hub.gives('bookings.lastOfDesk', { sales: [] });
  await user.click(screen.getByRole('button', { name: 'Last five sales' }));
  await screen.findByText('Nothing was sold at this desk yet.');
  await user.keyboard('{Escape}');
  hub.answers('bookings.lastOfDesk', () => refused('BOOKING_UNKNOWN'));
  await user.click(screen.getByRole('button', { name: 'Last five sales' }));
  await screen.findByRole('alert');
});
