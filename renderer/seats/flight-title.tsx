import { MINUTE_MS } from '../../shared/instants.ts';
import type { CabinLoad, FlightSummary } from '../../shared/methods/flights.ts';
import { dateLabel, dayShift, dayShiftText, elapsed, localTime, zuluTime } from '../format/times.ts';
import { LoadBar } from '../parts/load-bar.tsx';
import { Tag } from '../parts/tag.tsx';
import { useNow } from '../stores/clock-store.ts';
import { useCabinLoad } from '../stores/loads-store.ts';
import type { SeatMapAnswer } from './seat-events.ts';
import './flight-title.css';

/** From so many minutes before departure the title says how long there is. */
const SOON_MINUTES = 90;

/** Flight, times local to their airports, date, aircraft, and how full each cabin is. */
export function FlightTitle({ answer }: { answer: SeatMapAnswer }) {
  const { flight, map } = answer;
  const shift = dayShiftText(dayShift(flight.departsAt, flight.originZone, flight.arrivesAt, flight.destinationZone));
  return (
    <>
      <span className="flight-times">
        {flight.origin} {localTime(flight.departsAt, flight.originZone)} <span className="t3">to</span> {flight.destination}{' '}
        {localTime(flight.arrivesAt, flight.destinationZone)}
        {shift ? <sup>{shift}</sup> : null}
      </span>
      <span className="t2">
        {dateLabel(flight.date)}, {elapsed((flight.arrivesAt - flight.departsAt) / MINUTE_MS)}
      </span>
      <span className="t3 s12 zulu">
        {zuluTime(flight.departsAt)} to {zuluTime(flight.arrivesAt)} Z
      </span>
      <span className="t2 cut prop">{map.name}</span>
      <FlightState answer={answer} />
      <CabinLoads flight={flight} />
    </>
  );
}

/** Departed, cancelled or about to leave; a flight that is simply for sale bears no tag. */
export function FlightState({ answer }: { answer: SeatMapAnswer }) {
  const now = useNow(10_000);
  const minutes = Math.floor((answer.flight.departsAt - now) / MINUTE_MS);
  if (answer.cancelled) return <Tag kind="bad">Cancelled</Tag>;
  if (answer.departed || minutes < 0) return <Tag kind="bad">Departed</Tag>;
  return minutes < SOON_MINUTES ? <Tag kind="warn">Leaves in {minutes} min</Tag> : null;
}

export function CabinLoads({ flight }: { flight: FlightSummary }) {
  return (
    <span className="cabin-loads push">
      {flight.cabins.map((load) => (
        <OneCabin key={load.cabin} flightId={flight.flightId} load={load} />
      ))}
    </span>
  );
}

function OneCabin({ flightId, load }: { flightId: number; load: CabinLoad }) {
  const { cabin, capacity, sold, held, authorised } = useCabinLoad(flightId, load.cabin, load);
  const oversold = sold + held - capacity;
  return (
    <span className="cabin-load">
      <LoadBar cabin={cabin} capacity={capacity} sold={sold} held={held} authorised={authorised} />
      <span className="t2 s12">free of {authorised}</span>
      {oversold > 0 ? <Tag kind="bad">{oversold} oversold</Tag> : null}
    </span>
  );
}
