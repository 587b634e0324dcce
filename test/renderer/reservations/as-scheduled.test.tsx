import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useBooking } from '../../../renderer/reservations/booking-store.ts';
import { ReservationsScreen } from '../../../renderer/reservations/reservations-screen.tsx';
import { WorksheetSheet } from '../../../renderer/reservations/worksheet-sheet.tsx';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { startOver } from '../../../renderer/stores/navigation-store.ts';
import { HOUR_MS } from '../../../shared/instants.ts';
import type { BookingView } from '../../../shared/methods/booking-view.ts';
import type { LegNow } from '../../../shared/methods/leg-now.ts';
import { accept } from '../../../shared/refusals.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { openConsole, RUIZ } from '../support/open-console.ts';
import { firstOffer, hold, LOCATOR, legNow, movedLater, NOON, refundPolicies, settings, sold } from '../support/samples.ts';

let hub: FakeBridge;
const version = 100;

/** Opens a booking whose legs are scheduled so now. */
function open(booking: BookingView, scheduled?: LegNow[]): void {
  hub.answers('bookings.get', () => accept({ booking, history: [], version, ...(scheduled ? { scheduled } : {}) }));
  render(<ReservationsScreen screen={{ name: 'reservations', bookingId: 1 }} />);
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON });
  setServerNow(NOON);
  startOver();
  hub = new FakeBridge().gives('settings.get', settings).gives('refunds.policies', refundPolicies);
  openConsole(hub, RUIZ);
});
afterEach(() => {
  cleanup();
  useBooking.getState().forget();
  vi.useRealTimers();
});

const scheduledAs = (change: Partial<LegNow>): LegNow[] => [legNow({ status: 'TK', ...change })];
const actionRow = (name: RegExp): string =>
  [...document.querySelectorAll('.rv-act')].map((row) => row.textContent ?? '').find((text) => name.test(text)) ?? '';

test('a flight that was moved is shown as it is scheduled now, beside what was sold', async () => {
  open(sold(), [movedLater(35)]);
  expect(await screen.findAllByText('TK 35 min later')).toHaveLength(2);
  expect(screen.getByText(/^12:35/)).toBeTruthy();
  expect(screen.getByText(/^As sold: Sat 21 Nov, JFK 12:00 to LAX 15:25$/)).toBeTruthy();
  // Within the limit the refund rule of the sale stays, by the departure of now.
  expect(screen.getByText('08:35 JFK')).toBeTruthy();
});

test.each([
  ['cancelled', { status: 'HX', kind: 'cancelled' }, 'HX cancelled by AA', 'cancelled by AA'],
  ['moved by more than the limit', { kind: 'movedFar', movedMinutes: 1430 }, 'TK 23 h 50 later, beyond the limit', 'moved by AA'],
  ['sent elsewhere', { kind: 'otherDestination', destination: 'SAN' }, 'TK goes to SAN', 'flown elsewhere by AA'],
] as const)('a flight that was %s says that all goes back, without a fee', async (_, change, mark, reason) => {
  open(sold(), scheduledAs(change));
  expect(await screen.findAllByText(mark, { ignore: '.receipt *' })).toHaveLength(2);
  expect(actionRow(/Cancel and refund/)).toContain(`${reason}: 100 %, no fee`);
  expect(actionRow(/Cancel and refund/)).toContain('578.20 back');
  expect(screen.getAllByText(`All goes back, without a fee: ${reason}.`), 'beside the actions, and on the receipt').toHaveLength(2);
});

test('nobody changes planes at a flight that does not fly, on the screen and on paper (a connection stood there, and how long all takes)', async () => {
  const [leg] = sold().legs;
  if (!leg) throw new Error('it was sold a flight');
  const by = 8 * HOUR_MS;
  const onward = { ...leg, segment: 2, flightId: leg.flightId + 1, origin: 'LAX', destination: 'SAN', originZone: leg.destinationZone };
  const two = sold({ legs: [leg, { ...onward, departsAt: leg.departsAt + by, arrivesAt: leg.arrivesAt + by }] });
  hub.gives('flights.connections', { connections: [{ airport: 'LAX', toAirport: 'LAX', minutes: 95, minimumMinutes: 30 }] });
  open(two, [legNow(), legNow()]);
  expect(await screen.findAllByText(/LAX 1 h 35/)).not.toHaveLength(0);
  expect(screen.getByText(/in all$/)).toBeTruthy();
  cleanup();
  useBooking.getState().forget();
  open(two, [legNow(), legNow({ status: 'HX', kind: 'cancelled' })]);
  await screen.findAllByText(/HX cancelled by AA/);
  expect(screen.queryByText(/LAX 1 h 35/)).toBeNull();
  expect(screen.queryByText(/in all$/)).toBeNull();
});

test('a cancelled flight may be cancelled after the time at which it would have left', async () => {
  setServerNow((sold().legs[0]?.departsAt ?? 0) + HOUR_MS);
  open(sold(), scheduledAs({ status: 'HX', kind: 'cancelled' }));
  await screen.findAllByText('HX cancelled by AA');
  expect(actionRow(/Cancel and refund/)).toContain('578.20 back');
});

test('the refund worksheet on paper has each flight as it is scheduled now, marked, beside what was sold (it had the date of the sale alone)', () => {
  const late = movedLater(24 * 60);
  const sheet = (now: LegNow) => {
    cleanup();
    return render(<WorksheetSheet quote={firstOffer} booking={sold()} scheduled={[now]} />).container.textContent;
  };
  expect(sheet(late)).toContain('AA 185, Sun 22 Nov 2026, JFK LAX. TK 24 h 00 later. As sold: Sat 21 Nov, JFK 12:00 to LAX 15:25');
  expect(sheet(legNow({ status: 'HX', kind: 'cancelled' }))).toContain('AA 185, Sat 21 Nov 2026, JFK LAX. HX cancelled by AA');
  expect(sheet(legNow())).not.toMatch(/As sold|HK/);
});

test('an import asks for the booking again: a hold hears of its flights from nobody else', async () => {
  open(hold());
  await screen.findByRole('heading', { name: LOCATOR });
  const asked = hub.inputsOf('bookings.get').length;
  await act(async () =>
    hub.tell({ event: 101, type: 'schedule.applied', data: { name: 'winter.ssim', added: 0, changed: 1, dropped: 0 } } as never),
  );
  expect(hub.inputsOf('bookings.get')).toHaveLength(asked + 1);
});
