import { act, cleanup, render, renderHook, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { useStepsUndone } from '../../../renderer/frame/use-steps-undone.ts';
import { Toasts } from '../../../renderer/parts/toast.tsx';
import { undoLast, useUndo } from '../../../renderer/parts/undo.tsx';
import { sessionEnded } from '../../../renderer/stores/session-actions.ts';
import type { JournalEvent } from '../../../shared/events.ts';
import { refuse } from '../../../shared/refusals.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { OSEI, openConsole } from '../support/open-console.ts';
import { bookingEvent, cancelled as cancelledBooking, LOCATOR, sold } from '../support/samples.ts';

describe('what the hub takes back whole is offered', () => {
  const hub = new FakeBridge();
  const by = { user: OSEI.user, desk: OSEI.desk };
  const cancelled = { ...bookingEvent(101, 'booking.cancelled'), ...by };
  const tell = (event: JournalEvent) => act(async () => hub.tell(event));
  const { bookingId } = (cancelled as Extract<JournalEvent, { type: 'booking.cancelled' }>).data;
  const onFlight = { flightId: 1, cabin: 'Y' as const, booking: bookingId, wayId: 2, currency: 'USD' };

  beforeEach(() => {
    openConsole(hub, OSEI);
    renderHook(() => useStepsUndone());
  });
  afterEach(() => {
    cleanup();
    sessionEnded('');
  });

  test('to who did it', async () => {
    await tell(cancelled);
    expect(useUndo.getState().offer?.text).toBe(`${LOCATOR} cancelled`);
  });

  test('and what was taken back is told in sentences, with what becomes of the money', async () => {
    const booking = cancelledBooking();
    hub.gives('bookings.get', { booking, history: [], version: 101 });
    hub.gives('bookings.undo', sold());
    render(<Toasts />);
    await tell(cancelled);
    await act(async () => undoLast());
    expect(screen.getByText(/^The cancellation of \S+ is undone\. Take .* USD back in cash\. Its receipt is void\.$/)).toBeTruthy();
  });

  test.each([
    ['SEAT_SOLD', /^The cancellation of \S+ is not undone\. Seat 11C on AA 171 is sold\.$/],
    ['BOOKING_FLOWN', /^The cancellation of \S+ is not undone\. \S.+\.$/],
    ['UNDO_REFUSED', /^The last step of K7M2QD is not undone: more than a minute ago\. Cancel or change the booking instead\.$/],
  ] as const)('a refusal by %s says that the step stands (it named the next best seat: none)', async (code, says) => {
    hub.gives('bookings.get', { booking: cancelledBooking(), history: [], version: 101 });
    const details = { seat: '11C', flight: 'AA 171', nextBest: 'none', locator: 'K7M2QD', problem: 'more than a minute ago' };
    hub.answers('bookings.undo', () => refuse(code, details));
    render(<Toasts />);
    await tell(cancelled);
    await act(async () => undoLast());
    expect(screen.getByText(says)).toBeTruthy();
  });

  test.each<[string, Pick<JournalEvent, 'type' | 'data'>]>([
    ['a passenger gave the seat up', { type: 'volunteer.took', data: { ...onFlight, volunteerId: 1, amount: 200_00 } }],
    ['a passenger was denied boarding', { type: 'boarding.denied', data: { ...onFlight, denialId: 1, owed: null } }],
  ])('but not where %s: the hub would refuse it, because somebody else has that seat', async (_, told) => {
    await tell(cancelled);
    await tell({ ...cancelled, event: 102, ...told } as JournalEvent);
    expect(useUndo.getState().offer).toBeNull();
  });
});
