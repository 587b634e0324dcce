import { useEffect, useMemo, useRef } from 'react';
import { SeatGrid } from '../seats/seat-grid.tsx';
import type { SeatPicker } from '../seats/seat-picker.ts';
import { followFlights, useSeats } from '../seats/seat-store.ts';
import { useRoom } from '../seats/use-room.ts';
import { showLoads } from '../stores/loads-store.ts';
import type { OversaleRoom } from './oversale-store.ts';

/** The most of the height that the cabin takes, so that the lists below it are seen. */
const HEIGHT_MAX = 250;

/** The cabin, with the seats of volunteers marked. Nothing is picked here. */
export function OversaleSeats({ room }: { room: OversaleRoom }) {
  const { flightId, cabin, volunteers } = room;
  const box = useRef<HTMLDivElement>(null);
  const { width } = useRoom(box);
  const answer = useSeats(({ flights }) => flights[flightId]?.answer);
  useEffect(() => {
    showLoads('oversale', [new Set([flightId])]);
    const stop = followFlights([flightId]);
    return () => {
      stop();
      showLoads('oversale', []);
    };
  }, [flightId]);
  const picker = useMemo((): SeatPicker => {
    const asked = new Set(volunteers.filter(({ state }) => state === 'ASKED').map(({ seat }) => seat));
    return {
      subscribe: () => () => {},
      cabinOf: () => cabin,
      markOf: (_, seat) => (asked.has(seat) ? '?' : undefined),
      exitRowRestriction: () => undefined,
      isSuggested: () => false,
      pick: () => {},
      enter: () => {},
    };
  }, [cabin, volunteers]);
  return (
    <div className="ov-seats" ref={box}>
      {answer ? (
        <SeatGrid key={flightId} flightId={flightId} map={answer.map} room={{ width, height: HEIGHT_MAX }} picker={picker} />
      ) : null}
    </div>
  );
}
