import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useBridge as connect } from '../../../renderer/client/client.ts';
import { useSession } from '../../../renderer/client/session-store.ts';
import { SaleColumns } from '../../../renderer/flight/sale-columns.tsx';
import { useLostFocus } from '../../../renderer/frame/use-lost-focus.ts';
import { resetDraft } from '../../../renderer/pay/tender-draft-store.ts';
import { releaseHold } from '../../../renderer/sale/sale-actions.ts';
import { saleOf } from '../../../renderer/sale/sale-flow.ts';
import { useSale } from '../../../renderer/sale/sale-store.ts';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { connectionLive } from '../../../renderer/stores/connection-store.ts';
import type { BookingView } from '../../../shared/methods/booking-view.ts';
import { accept, type RefusalCode, refuse } from '../../../shared/refusals.ts';
import { atOnce } from '../support/at-once.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { hold, hubState, NOON, signedIn } from '../support/samples.ts';

const user = userEvent.setup();
let hub: FakeBridge;
let held: BookingView;

/** A charge of 300.00 that was approved, and stands taken. */
const CHARGE = {
  ...{ kind: 'card' as const, amount: 30_000, given: null, approvalCode: '083914', voucher: null, charge: 'ch-1', refunded: 0 },
  refundVoucher: null,
} as const;

function Shown() {
  const sale = useSale((now) => now.sale);
  return sale ? <SaleColumns sale={sale} flightId={7} listed={false} onList={() => undefined} /> : null;
}

beforeEach(() => {
  setServerNow(NOON);
  connectionLive();
  held = hold({ total: 62_200 });
  hub = new FakeBridge().answers('bookings.get', () => accept({ booking: held, history: [], version: 100 }));
  hub.answers('pricing.quote', () => refuse('FLIGHT_UNKNOWN'));
  connect(hub, atOnce);
  useSession.setState({ state: hubState(), session: signedIn, locked: false });
  const sale = saleOf(held);
  const party = sale.party.map((one) => ({ ...one, name: 'PETROV/ELENA', birthDate: one.type === 'ADT' ? '' : '12MAR18' }));
  useSale.setState({ sale: { ...sale, party, contact: '2125550148' } });
  render(<Shown />);
});
afterEach(() => {
  cleanup();
  resetDraft();
  useSale.setState({ sale: null });
  useSession.setState({ state: null, session: null });
});

/** The next confirmation fails so; `standing`: charges that stand taken after it. */
function fails(code: RefusalCode, standing: BookingView['tenders'] = []): void {
  hub.answers('bookings.confirm', () => {
    held = { ...held, tenderFailedAt: NOON + 1, tenders: [...standing] };
    return refuse(code, {
      bookingId: 1,
      failures: 5,
      reason: 'the bank refused the card',
      until: held.expiresAt,
      taken: 0,
      currency: 'USD',
    });
  });
}
const amount = () => screen.getByRole<HTMLInputElement>('textbox', { name: /Cash given|Amount/ });
const takes = () => screen.getByRole('button', { name: /^(Take (?!back)|Try)/ }).textContent;

test.each([
  ['PAYMENT_DECLINED', 'The card was declined: the bank refused the card.'],
  ['PAYMENT_TIMED_OUT', 'The terminal did not answer. The charge is being reversed.'],
  ['PAYMENT_GIVEN_UP', 'The terminal was given up. What it may have charged is being reversed.'],
] as const)(
  'after %s the seats stay, Enter tries again and another tender is one key (they went back to sale at once)',
  async (code, said) => {
    fails(code);
    await user.type(amount(), 'k{Enter}');
    expect((await screen.findByText(said)).closest('[role=alert]')?.textContent).toMatch(/Seats kept, \d:\d\d left\. Nothing is taken\./);
    expect(useSale.getState().sale).toMatchObject({ stage: 'details', tenders: [] });
    expect(screen.getByRole('timer')).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(amount()));
    expect(takes()).toContain('Try the card again for 622.00');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(hub.inputsOf('bookings.confirm')).toHaveLength(2));
    await screen.findByText(said);
    await user.keyboard('c');
    expect(takes()).toContain('Take 622.00 cash');
  },
);

test('a terminal that rests offered the card all the same: it says how long, Enter asks it only after that, a slip and cash pay meanwhile', async () => {
  const REST_MS = 25_000;
  hub.answers('bookings.confirm', () => {
    held = { ...held, tenderFailedAt: NOON + 1 };
    return refuse('TERMINAL_RESTS', { bookingId: 1, failures: 5, until: NOON + REST_MS });
  });
  await user.type(amount(), 'k{Enter}');
  const rests = await screen.findByText(/^The card terminal failed 5 times in a row, so it is not asked until .* Nothing was charged\.$/);
  expect(rests.closest('[role=alert]')?.textContent, 'said once').not.toContain('Nothing is taken');
  const submits = () => document.querySelector('.acts .go')?.textContent;
  expect(submits()).toMatch(/^Terminal rests, 0:2[45]/);
  expect(screen.getByText(/In 0:2[45] Enter tries the card again\./)).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(amount()));
  await user.keyboard('{Enter}{Enter}');
  expect(screen.getByText('The terminal rests until 07:00 JFK')).toBeTruthy();
  expect(hub.inputsOf('bookings.confirm')).toHaveLength(1);

  await user.type(screen.getByRole('textbox', { name: /Approval code/ }), '083914');
  expect(submits()).toContain('622.00');
  await user.clear(screen.getByRole('textbox', { name: /Approval code/ }));
  await user.type(amount(), 'c');
  expect(submits()).toContain('Take 622.00 cash');
  await user.type(amount(), 'k');
  expect(submits()).toMatch(/^Terminal rests/);
  act(() => setServerNow(NOON + REST_MS));
  await waitFor(() => expect(submits()).toContain('Try the card again for 622.00'), { timeout: 2_000 });
  await user.type(amount(), '{Enter}');
  await waitFor(() => expect(hub.inputsOf('bookings.confirm')).toHaveLength(2));
});

test('a card that was approved before another was declined stands taken, and is part of the next try', async () => {
  fails('PAYMENT_DECLINED', [CHARGE]);
  await user.type(amount(), '300k{Enter}');
  await user.type(amount(), '322{Enter}');
  await screen.findByText(/300\.00 stay taken/);
  expect(screen.getByText('Card, approved 083914')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Take back Card/ })).toBeNull();
  hub.answers('bookings.confirm', () => refuse('HOLD_EXPIRED'));
  await user.keyboard('c{Enter}');
  await waitFor(() =>
    expect(hub.inputsOf('bookings.confirm')[1]?.tenders).toEqual([
      { kind: 'card', amount: 30_000, approvalCode: '083914', testCard: null, charge: 'ch-1' },
      { kind: 'cash', amount: 32_200, given: 32_200 },
    ]),
  );
});

test('what a card has still to pay is not said to be paid, and the terminal can be given up while it is asked', async () => {
  let answer: ((reply: ReturnType<typeof refuse>) => void) | undefined;
  hub.answers('bookings.confirm', () => new Promise((resolve) => (answer = resolve)));
  hub.answers('payments.giveUp', ({ bookingId }) => accept({ bookingId }));
  await user.type(amount(), 'k{Enter}');
  await screen.findByText('The terminal is asking for the card');
  const panel = screen.getByRole('region', { name: 'Hold and payment' }).textContent;
  expect(panel).toContain('622.00USD to pay by card');
  expect(panel).not.toContain('0.00USD still to pay');
  await user.click(screen.getByRole('button', { name: 'Give up the terminal' }));
  await act(() => releaseHold());
  expect(hub.inputsOf('payments.giveUp')).toEqual([{ bookingId: 1 }, { bookingId: 1 }]);
  expect(hub.inputsOf('holds.release')).toEqual([]);
  await act(async () => answer?.(refuse('PAYMENT_GIVEN_UP', { until: held.expiresAt })));
  await screen.findByText(/The terminal was given up/);
});

test.each(['TERMINAL_RESTS', 'SLIP_USED'] as const)(
  'after %s a second Enter took the cash out that was taken before: it stays',
  async (code) => {
    hub.answers('bookings.confirm', () => refuse(code, { bookingId: 1, failures: 5, until: held.expiresAt, approvalCode: '083914' }));
    function WithFocus() {
      useLostFocus(true);
      return null;
    }
    render(<WithFocus />);
    await user.type(amount(), '200{Enter}');
    await user.type(amount(), code === 'SLIP_USED' ? 'k{Tab}083914{Enter}' : 'k{Enter}');
    await screen.findByText(code === 'SLIP_USED' ? /has paid/ : /failed 5 times in a row/);
    // The focus is looked for in the second frame after it was lost.
    await act(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(resolve)))));
    expect(document.activeElement?.getAttribute('aria-label') ?? '').not.toContain('Take back');
    await user.keyboard('{Enter}');
    // A terminal that rests is not asked again.
    await waitFor(() => expect(hub.inputsOf('bookings.confirm')).toHaveLength(code === 'SLIP_USED' ? 2 : 1));
    expect(useSale.getState().sale?.tenders[0]).toMatchObject({ kind: 'cash', amount: 20_000 });
  },
);
