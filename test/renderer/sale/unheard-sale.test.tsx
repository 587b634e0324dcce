import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useBridge as connect } from '../../../renderer/client/client.ts';
import { useSession } from '../../../renderer/client/session-store.ts';
import { SaleColumns } from '../../../renderer/flight/sale-columns.tsx';
import { followSale } from '../../../renderer/sale/follow-sale.ts';
import { confirmSale, extendHold } from '../../../renderer/sale/sale-actions.ts';
import { saleOf } from '../../../renderer/sale/sale-flow.ts';
import { useSale } from '../../../renderer/sale/sale-store.ts';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { connectionLive, connectionStale } from '../../../renderer/stores/connection-store.ts';
import { startOver, useNavigation } from '../../../renderer/stores/navigation-store.ts';
import { instant } from '../../../shared/instants.ts';
import type { BookingView } from '../../../shared/methods/booking-view.ts';
import type { Tender } from '../../../shared/methods/tenders.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { atOnce } from '../support/at-once.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { hold, hubState, NOON, signedIn, sold } from '../support/samples.ts';

const NOT_KNOWN = 'Not known yet whether this sale was made.';
const TENDERS: Tender[] = [{ kind: 'cash', amount: hold().total, given: 60_000 }];
const DRAFT = {
  passengers: [
    { name: 'petrov/elena mrs', host: '', birthDate: '', infantName: '', infantHost: '', infantBirthDate: '' },
    { name: 'petrov/lea', host: '', birthDate: '12MAR18', infantName: '', infantHost: '', infantBirthDate: '' },
  ],
  contact: '2125550148',
  askedBy: null,
  tenders: TENDERS,
};
const KEPT = { ...DRAFT, savedAt: NOON, user: 'ruiz', desk: 'T1-04' };

let hub: FakeBridge;
let stop: () => void;
let stored: BookingView;

function Shown() {
  const sale = useSale((now) => now.sale);
  return sale ? <SaleColumns sale={sale} flightId={7} listed={false} onList={() => undefined} /> : <p>Nothing open</p>;
}

beforeEach(() => {
  setServerNow(NOON);
  connectionLive();
  stored = hold({ draft: KEPT });
  hub = new FakeBridge()
    .answers('bookings.get', () => accept({ booking: stored, history: [], version: 100 }))
    .answers('pricing.quote', () => refuse('FLIGHT_UNKNOWN'));
  connect(hub, atOnce);
  useSession.setState({ state: hubState(), session: signedIn, locked: false });
  stop = followSale();
  render(<Shown />);
});
afterEach(() => {
  stop();
  cleanup();
  startOver();
  useSale.setState({ sale: null, opened: null, parked: {} });
  useSession.setState({ state: null, session: null, locked: false });
});

const lock = () => act(async () => useSession.setState({ locked: true }));
const unlock = () => act(async () => useSession.setState({ locked: false }));
const openHold = () => act(async () => useSale.setState({ sale: saleOf(hold({ draft: KEPT })) }));
const isUnheard = (outcome: 'made' | 'not-made' | 'under-way') =>
  hub.gives('bookings.unheard', { sales: [{ booking: stored, askedAt: NOON, outcome }] });

test('after a kill of the hub and an unlock the sale does not say that the console is locked, but that it was made, with its change', async () => {
  hub.answers('bookings.confirm', () => refuse('SESSION_LOCKED'));
  await openHold();
  await lock();
  await act(() => confirmSale(TENDERS));
  expect(screen.getByText(NOT_KNOWN)).toBeTruthy();
  expect(screen.queryByText(/locked/)).toBeNull();
  stored = sold();
  isUnheard('made');
  await unlock();
  await screen.findByText('This sale was made.');
  expect(screen.getByRole('button', { name: /21\.80 given back/ })).toBeTruthy();
  await waitFor(() => expect(hub.inputsOf('bookings.heard')).toMatchObject([{ bookingId: 1 }]));
});

test('a sale that the hub never got says that it was not made, and keeps names, contact and tenders', async () => {
  hub.answers('bookings.confirm', () => refuse('HUB_UNREACHABLE'));
  await openHold();
  await act(async () => connectionStale(instant(NOON)));
  await act(() => confirmSale(TENDERS));
  expect(screen.getByText(NOT_KNOWN)).toBeTruthy();
  expect(screen.getByRole('region', { name: 'Hold and payment' }).textContent).not.toMatch(/still to pay|nothing was charged/i);
  await act(async () => connectionLive());
  await screen.findByText('This sale was not made.');
  expect(screen.getByLabelText<HTMLInputElement>('Name of adult 1').value).toBe('petrov/elena mrs');
  expect(screen.getByLabelText<HTMLInputElement>('Phone or e-mail').value).toBe('2125550148');
  expect(useSale.getState().sale?.tenders).toEqual(TENDERS);
});

test('a sale whose draft could not be kept was never asked for, and says so at once', async () => {
  hub.answers('holds.keepDraft', () => refuse('HUB_UNREACHABLE'));
  await openHold();
  await act(() => confirmSale(TENDERS));
  expect(screen.getByText('This sale was not made.')).toBeTruthy();
  expect(hub.inputsOf('bookings.confirm')).toEqual([]);
});

test.each(['not-made', 'under-way'] as const)(
  'a sale that is %s is the first thing that is shown after signing in again',
  async (outcome) => {
    stored = { ...stored, payingSince: outcome === 'under-way' ? NOON : null };
    isUnheard(outcome);
    await act(async () => useSession.setState({ session: null }));
    await act(async () => useSession.setState({ session: signedIn }));
    await screen.findByText(outcome === 'not-made' ? 'This sale was not made.' : NOT_KNOWN);
    expect(useNavigation.getState().screen).toMatchObject({ name: 'flight', bookingId: 1 });
    expect(screen.getByLabelText<HTMLInputElement>('Birth date of child 2').value).toBe('12MAR18');
    expect(hub.inputsOf('bookings.heard')).toHaveLength(outcome === 'not-made' ? 1 : 0);
  },
);

test('what was refused because the console was locked is gone once it is unlocked', async () => {
  hub.answers('holds.extend', () => refuse('SESSION_LOCKED'));
  await openHold();
  await lock();
  await act(() => extendHold());
  expect(screen.getByText(/This console is locked/)).toBeTruthy();
  await unlock();
  expect(screen.queryByText(/This console is locked/)).toBeNull();
});
