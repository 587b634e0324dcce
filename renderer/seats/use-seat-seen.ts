import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { Seat } from '../../shared/seat-map.ts';
import { useSession } from '../client/session-store.ts';
import { usePointer } from './pointer-store.ts';
import type { SeatClaim } from './seat-events.ts';
import type { SeatPicker } from './seat-picker.ts';
import { seatKey, useSeats } from './seat-store.ts';
import type { SeatSight } from './seat-words.ts';

/** Everything that a seat's drawing and words depend on. */
interface SeatSeen extends SeatSight {
  readonly claim: SeatClaim | undefined;
  readonly suggested: boolean;
  /** A supervisor may pick it although it is blocked. */
  readonly soldAllTheSame: boolean;
  /** Another desk moved it within the last seconds. */
  readonly changed: boolean;
  /** The Tab key reaches it. */
  readonly current: boolean;
}

function see(flightId: number, seat: Seat, picker: SeatPicker): SeatSeen {
  const { flights, marks } = useSeats.getState();
  const claim = flights[flightId]?.claims[seat.seat];
  return {
    ...{ seat, claim, soldAllTheSame: claim?.state === 'blocked' && picker.maySellBlocked?.() === true },
    ownDesk: useSession.getState().session?.desk ?? '',
    chosenFor: picker.markOf(flightId, seat.seat),
    restriction: seat.exit ? picker.exitRowRestriction(flightId) : undefined,
    suggested: picker.isSuggested(flightId, seat.seat),
    changed: marks[seatKey(flightId, seat.seat)] !== undefined,
    current: usePointer.getState().current[flightId] === seat.seat,
  };
}

const isSame = (a: SeatSeen, b: SeatSeen): boolean =>
  a.claim === b.claim &&
  a.chosenFor === b.chosenFor &&
  a.restriction === b.restriction &&
  a.suggested === b.suggested &&
  a.soldAllTheSame === b.soldAllTheSame &&
  a.changed === b.changed &&
  a.current === b.current &&
  a.ownDesk === b.ownDesk &&
  a.seat === b.seat;

/**
 * One seat as it is now. A component that uses it renders again only when something about this seat changed. It is one subscription and not one
 * for each fact, because up to 525 seats come onto the screen together.
 */
export function useSeatSeen(flightId: number, seat: Seat, picker: SeatPicker): SeatSeen {
  const last = useRef<SeatSeen>(null);
  const listen = useCallback(
    (listener: () => void) => {
      const stops = [useSeats, picker, useSession, usePointer].map((store) => store.subscribe(listener));
      return () => {
        for (const stop of stops) stop();
      };
    },
    [picker],
  );
  const read = useCallback((): SeatSeen => {
    const seen = see(flightId, seat, picker);
    if (!last.current || !isSame(last.current, seen)) last.current = seen;
    return last.current;
  }, [flightId, seat, picker]);
  return useSyncExternalStore(listen, read);
}
