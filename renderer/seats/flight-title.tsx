import { salesState } from '../../shared/close-of-sales.ts';
import { MINUTE_MS } from '../../shared/instants.ts';
import type { CabinLoad } from '../../shared/methods/flights.ts';
import { CABIN_NAMES, type Cabin } from '../../shared/seat-map.ts';
import { dateLabel, dayShift, dayShiftText, elapsed, localTime, zuluTime } from '../format/times.ts';
import { Button } from '../parts/button.tsx';
import { LoadBar } from '../parts/load-bar.tsx';
import { SalesMark } from '../parts/sales-mark.tsx';
import { Tag } from '../parts/tag.tsx';
import { useNow } from '../stores/clock-store.ts';
import { useCabinLoad } from '../stores/loads-store.ts';
import { go } from '../stores/navigation-store.ts';
import { useClosesAt } from '../stores/settings-in-force.ts';
import { FlightAircraft } from './flight-aircraft.tsx';
import type { SeatMapAnswer } from './seat-events.ts';
import './flight-title.css';

/** From so many minutes before departure the title says how long there is. */
const SOON_MINUTES = 90;

/** The schedule says how many seats a cabin has, and not where they are. */
const MADE_HINT = 'No seat map has the seats that the schedule counts. Counts are right; seat numbers may differ on board.';

/** `F12Y64` */
const countsOf = (cabins: readonly CabinLoad[]): string => cabins.map(({ cabin, capacity }) => `${cabin}${capacity}`).join('');

/** Flight, times local to their airports, date, aircraft, and how full each cabin is. */
export function FlightTitle({ answer }: { answer: SeatMapAnswer }) {
  const { flight, map, made } = answer;
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
      {flight.marketedAs ? (
        <span className="t2 s12 cut">
          also sold as {flight.marketedAs.join(', ')}, operated by {flight.flight.slice(0, 2)}
        </span>
      ) : null}
      <span className="t3 s12 zulu">
        {zuluTime(flight.departsAt)} to {zuluTime(flight.arrivesAt)} Z
      </span>
      <span className="t2 cut prop">{made ? `${flight.equipment} ${countsOf(flight.cabins)}` : map.name}</span>
      <MadeFromCounts answer={answer} />
      <FlightAircraft aircraft={answer.aircraft} />
      <FlightState answer={answer} />
      <CabinLoads answer={answer} />
    </>
  );
}

/** Says so where the seats were not drawn from an aircraft. */
export function MadeFromCounts({ answer: { made } }: { answer: SeatMapAnswer }) {
  return made ? (
    <Tag kind="warn" title={MADE_HINT}>
      made from counts
    </Tag>
  ) : null;
}

/** How sales of the flight stand, the next moment beside it, and how soon it leaves. */
export function FlightState({ answer }: { answer: SeatMapAnswer }) {
  const now = useNow(10_000);
  const { flight, departed } = answer;
  const cancelled = flight.cancelled === true;
  const closes = useClosesAt()(flight);
  const state = departed && !cancelled ? 'departed' : salesState(closes, flight.departsAt, cancelled, now);
  const minutes = Math.floor((flight.departsAt - now) / MINUTE_MS);
  const soon = minutes >= 0 && minutes < SOON_MINUTES ? `, leaves in ${minutes} min` : '';
  const at = localTime(closes, flight.originZone);
  const detail = { open: `until ${at}`, closing: `at ${at}${soon}`, closed: `since ${at}${soon}`, departed: '', cancelled: '' }[state];
  return (
    <span className="flight-state">
      <span className="aside">Sales are </span>
      <SalesMark state={state} detail={detail} />
    </span>
  );
}

export function CabinLoads({ answer: { flight, gone = [] } }: { answer: SeatMapAnswer }) {
  return (
    <span className="cabin-loads push">
      {flight.cabins.map((load) => (
        <OneCabin key={load.cabin} flightId={flight.flightId} load={load} />
      ))}
      {gone.map(({ cabin, held, sold }) => (
        <GoneCabin key={cabin} {...{ flightId: flight.flightId, cabin, people: held + sold }} />
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

/** A cabin that another aircraft took away, with passengers who are without a seat: its oversale says who. */
function GoneCabin({ flightId, cabin, people }: { flightId: number; cabin: Cabin; people: number }) {
  return (
    <Button variant="quiet" onPress={() => go({ name: 'flight', flightIds: [flightId], oversale: cabin })}>
      <Tag kind="bad">
        {CABIN_NAMES[cabin]} not on this aircraft, {people} without a seat
      </Tag>
    </Button>
  );
}
