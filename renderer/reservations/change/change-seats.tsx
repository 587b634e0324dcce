import './change-seats.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { BookingView } from '../../../shared/methods/booking-view.ts';
import { useDeeds } from '../../keys/use-keys.ts';
import { Button } from '../../parts/button.tsx';
import { CheckBox } from '../../parts/check-box.tsx';
import { HoldClock } from '../../sale/hold-clock.tsx';
import { useExitSeats } from '../../sale/use-exit-seats.ts';
import { FlightTrouble, SeatsWaiting } from '../../seats/flight-trouble.tsx';
import { focusSeat, pointAt } from '../../seats/pointer-store.ts';
import { SeatGrid } from '../../seats/seat-grid.tsx';
import { SeatList } from '../../seats/seat-list.tsx';
import { followFlights, retrySeats, useSeats } from '../../seats/seat-store.ts';
import { useRoom } from '../../seats/use-room.ts';
import { replacedLegs } from './begin-change.ts';
import { changePicker } from './change-picker.ts';
import { useChange } from './change-store.ts';
import { reseat } from './reseat.ts';

/** What the grid may take of the height, in pixels. */
const GRID_HEIGHT = 300;

/** The seats of the flight that is being picked, with the clock of the hold once there is one. */
export function ChangeSeats({ booking }: { booking: BookingView }) {
  const { legs, active, hold, segments, kind, exitRowConfirmed } = useChange();
  const root = useRef<HTMLDivElement>(null);
  const { width } = useRoom(root);
  const [listed, setListed] = useState(false);
  // An upgrade shows its flight before a cabin is chosen.
  const [now] = replacedLegs(booking, segments);
  const ids = (legs.length > 0 ? legs.map(({ flightId }) => flightId) : kind === 'upgrade' && now ? [now.flightId] : []).join('-');
  useEffect(() => (ids === '' ? undefined : followFlights(ids.split('-').map(Number))), [ids]);
  const picker = useMemo(() => changePicker(booking), [booking]);
  useDeeds('booking', {
    L: legs.length > 0 ? () => setListed((before) => !before) : undefined,
    B: legs.length > 0 && !hold ? () => void reseat(booking) : undefined,
  });
  const leg = legs[active];
  const flightId = leg?.flightId ?? 0;
  const flights = useSeats((state) => state.flights);
  const answer = flights[flightId]?.answer;
  const first = leg?.seats[0] ?? null;
  const ready = kind !== 'seats' && kind !== 'add' && !hold && answer !== undefined && first !== null;
  // Flights or a cabin were chosen, and the best seats are offered: Enter there holds them.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each flight, not for each pick
  useEffect(() => {
    if (!ready) return;
    pointAt(flightId, first);
    const frame = requestAnimationFrame(() => focusSeat(flightId, first));
    return () => cancelAnimationFrame(frame);
  }, [ready, flightId]);
  const problem = useSeats(({ problems }) => problems[flightId]);
  const exits = useExitSeats({ legs });
  return (
    <div className="ch-seats" ref={root}>
      {leg ? (
        <>
          <div className="panel-h">
            <h2>Seats on {answer?.flight.flight ?? 'the flight'}</h2>
            <b className="acc">{leg.seats.filter((seat) => seat !== null).join(' ')}</b>
            {legs.length > 1
              ? legs.map(({ flightId: id }, at) => (
                  <Button key={id} variant="quiet" aria-pressed={at === active} onPress={() => useChange.setState({ active: at })}>
                    {flights[id]?.answer.flight.flight ?? `Flight ${at + 1}`}
                  </Button>
                ))
              : null}
            {hold ? (
              <span className="push ch-clock">
                <span className="code acc">{hold.locator}</span> <HoldClock booking={hold} />
              </span>
            ) : null}
          </div>
          {problem ? <FlightTrouble refusal={problem} onRetry={() => retrySeats(flightId)} /> : null}
          {answer ? (
            listed ? (
              <SeatList flightId={flightId} map={answer.map} picker={picker} />
            ) : (
              <SeatGrid key={flightId} flightId={flightId} map={answer.map} room={{ width, height: GRID_HEIGHT }} picker={picker} />
            )
          ) : problem ? null : (
            <SeatsWaiting />
          )}
          {exits.length > 0 && !hold ? (
            <CheckBox
              isSelected={exitRowConfirmed}
              onChange={(on) => useChange.setState({ exitRowConfirmed: on, refusal: null })}
              className="ch-exit"
            >
              Exit row {exits.join(' ')}: they said aloud that they are willing and able
            </CheckBox>
          ) : null}
        </>
      ) : null}
    </div>
  );
}
