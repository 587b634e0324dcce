import { useState } from 'react';
import type { SchedulePreview, SchedulePreviewFlight, ScheduleSummary } from '../../shared/methods/schedule.ts';
import { countText } from '../format/count-text.ts';
import { dayShift, fullDate, localTime } from '../format/times.ts';
import { SCROLLS } from '../keys/key-place.ts';
import { Segments } from '../parts/segments.tsx';
import { Tag } from '../parts/tag.tsx';
import { ProblemList } from './problem-list.tsx';
import { TouchedList } from './touched-list.tsx';

type Shown = 'bookings' | 'problems' | 'flights' | 'maps';

const LABELS = { bookings: 'Bookings touched', flights: 'Flights', maps: 'Seat maps' };

/** What happens to the dates of a flight, in words; what stays as it is, is said too. */
function fateOf({ dates, added, changed, dropped }: SchedulePreviewFlight): { word: string; tone?: string } {
  if (dropped > 0) return { word: 'dropped', tone: 'bad' };
  const parts = [
    added > 0 && (added === dates ? 'added' : `${countText(added)} added`),
    changed > 0 && (changed === dates ? 'changed' : `${countText(changed)} changed`),
  ].filter((part) => part !== false);
  return parts.length === 0 ? { word: 'unchanged', tone: 't3' } : { word: parts.join(', '), ...(changed > 0 ? { tone: 'warn' } : {}) };
}

function Flights({ flights, flightsMore }: Pick<ScheduleSummary, 'flights' | 'flightsMore'>) {
  return (
    <table className="grid-table ad-flights" aria-label="Flights of the file">
      <thead>
        <tr>
          <th scope="col">Flight</th>
          <th scope="col">Route</th>
          <th scope="col">First day</th>
          <th scope="col">Last day</th>
          <th scope="col">Leaves and arrives first, local</th>
          <th scope="col">Aircraft</th>
          <th scope="col" className="num">
            Dates
          </th>
          <th scope="col">What happens</th>
        </tr>
      </thead>
      <tbody>
        {flights.map((flight) => {
          const { word, tone } = fateOf(flight);
          const shift = dayShift(flight.departsAt, flight.originZone, flight.arrivesAt, flight.destinationZone);
          return (
            <tr key={`${flight.flight} ${flight.origin} ${flight.destination} ${flight.equipment} ${flight.dropped}`}>
              <td className="str">{flight.flight}</td>
              <td>
                {flight.origin} – {flight.destination}
              </td>
              <td>{fullDate(flight.from)}</td>
              <td>{fullDate(flight.to)}</td>
              <td>
                {localTime(flight.departsAt, flight.originZone)} → {localTime(flight.arrivesAt, flight.destinationZone)}
                {shift === 0 ? '' : shift > 0 ? ` +${shift}` : ' −1'}
              </td>
              <td>{flight.equipment}</td>
              <td className="num ad-right">{countText(flight.dates)}</td>
              <td className={tone}>{word}</td>
            </tr>
          );
        })}
      </tbody>
      {flightsMore > 0 && <caption className="t3">{countText(flightsMore)} more flights of the file are not listed.</caption>}
    </table>
  );
}

function SeatMaps({ seatMaps }: Pick<ScheduleSummary, 'seatMaps'>) {
  return (
    <table className="grid-table ad-flights" aria-label="Seat maps">
      <thead>
        <tr>
          <th scope="col">Aircraft</th>
          <th scope="col">Sold by the seat map</th>
          <th scope="col">Seats</th>
          <th scope="col" className="num">
            Flights
          </th>
        </tr>
      </thead>
      <tbody>
        {seatMaps.map(({ equipment, seatMap, capacity, plain, made, flights }) => (
          <tr key={`${equipment} ${seatMap}`}>
            <td className="str">{equipment}</td>
            <td className={plain ? 'warn' : undefined}>
              {made ? <Tag kind="warn">made from counts</Tag> : plain ? `${seatMap} (no map of its own)` : seatMap}
            </td>
            <td>{capacity}</td>
            <td className="num ad-right">{countText(flights)}</td>
          </tr>
        ))}
      </tbody>
      {seatMaps.some(({ made }) => made) && (
        <caption className="t3">
          Where no map has the seats of the file, one is made from its counts. Seat numbers may differ on board.
        </caption>
      )}
    </table>
  );
}

/** The bookings it touches, the problems, the flights and the seat maps of a file: one of them at a time, the first that has something for a person. */
export function ImportContents({ preview }: { preview: SchedulePreview }) {
  const { problems, problemsMore, summary, touched, counts } = preview;
  const first = touched.bookings.length > 0 ? 'bookings' : problems.length > 0 ? 'problems' : 'flights';
  const [shown, setShown] = useState<Shown>(first);
  return (
    <>
      <div className="ad-shown">
        <Segments
          label="Show"
          labelHidden
          value={shown}
          onChange={setShown}
          choices={[
            ...(counts.bookingsTouched > 0
              ? [{ value: 'bookings' as const, text: `Bookings (${countText(counts.bookingsTouched)})` }]
              : []),
            ...(preview.format === 'hand'
              ? []
              : [{ value: 'problems' as const, text: `Problems (${countText(problems.length + problemsMore)})` }]),
            { value: 'flights', text: `Flights (${countText(summary.flights.length + summary.flightsMore)})` },
            { value: 'maps', text: `Seat maps (${countText(summary.seatMaps.length)})` },
          ]}
        />
      </div>
      {shown === 'problems' ? (
        <ProblemList problems={problems} more={problemsMore} />
      ) : (
        <section className="ad-contents" {...SCROLLS} aria-label={LABELS[shown]}>
          {shown === 'bookings' ? (
            <TouchedList touched={touched} />
          ) : shown === 'flights' ? (
            <Flights {...summary} />
          ) : (
            <SeatMaps {...summary} />
          )}
        </section>
      )}
    </>
  );
}
