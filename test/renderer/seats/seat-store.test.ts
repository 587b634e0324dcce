import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useBridge as connect, feed } from '../../../renderer/client/client.ts';
import { followFlights, seatKey, useSeats } from '../../../renderer/seats/seat-store.ts';
import { CHANGE_SHOWN_MS } from '../../../renderer/stores/loads-store.ts';
import { accept } from '../../../shared/refusals.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { bookingEvent } from '../support/samples.ts';
import { seatMapAnswer } from './seat-map-answer.ts';

const SEATS = ['2A', '2B', '3A', '3B'];
const moved = (event: number, type: 'hold.placed' | 'hold.expired', seat: string) =>
  bookingEvent(event, type, { legs: [{ flightId: 7, cabin: 'Y', seats: [seat], authorised: 12, held: 1, sold: 0 }] });
const held = (event: number, seat: string) => moved(event, 'hold.placed', seat);

describe('seats of an open flight', () => {
  let hub: FakeBridge;
  let frame: (() => void) | undefined;
  let stop: () => void;
  let updates: number;

  beforeEach(async () => {
    vi.useFakeTimers();
    hub = new FakeBridge().answers('flights.seatMap', () => accept(seatMapAnswer()));
    connect(hub, (run) => {
      frame = run;
      return () => undefined;
    });
    feed.start(100);
    stop = followFlights([7]);
    await vi.advanceTimersByTimeAsync(0);
    updates = 0;
    useSeats.subscribe(() => {
      updates += 1;
    });
  });
  afterEach(() => {
    stop();
    feed.forget();
    vi.useRealTimers();
  });

  it('a rush of holds is one update, with the next frame', () => {
    for (const [index, seat] of SEATS.entries()) hub.tell(held(101 + index, seat));
    expect(updates).toBe(0);
    frame?.();
    expect(updates).toBe(1);
    expect(Object.keys(useSeats.getState().flights[7]?.claims ?? {})).toEqual(expect.arrayContaining(SEATS));
  });

  it('marks what moved for ten seconds, and a seat that moved again for ten more', () => {
    hub.tell(held(101, '2A'));
    hub.tell(held(102, '2B'));
    frame?.();
    vi.advanceTimersByTime(CHANGE_SHOWN_MS - 1);
    hub.tell(moved(103, 'hold.expired', '2A'));
    frame?.();
    vi.advanceTimersByTime(1);
    expect(useSeats.getState().marks).toEqual({ [seatKey(7, '2A')]: 103 });
    vi.advanceTimersByTime(CHANGE_SHOWN_MS);
    expect(useSeats.getState().marks).toEqual({});
  });
});
