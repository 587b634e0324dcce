import { Fragment, type KeyboardEvent, useEffect } from 'react';
import type { Connection } from '../../shared/methods/flights.ts';
import { dateLabel, dayShift, dayShiftText, localTime } from '../format/times.ts';
import { ConnectionJoint } from '../parts/connection-joint.tsx';
import { Icon } from '../parts/icon.tsx';
import { useSeats } from '../seats/seat-store.ts';
import { useConnections } from '../stores/connection-times.ts';
import { isSeated, type Sale, seatsPicked } from './sale.ts';
import { dispatch } from './sale-store.ts';
import './leg-tabs.css';

/** One tab for each flight of the itinerary: what it is, how many of the party have a seat on it, and the connection between two. */
export function LegTabs({ sale }: { sale: Sale }) {
  const connections = useConnections(sale.legs);
  const { active } = sale;
  useEffect(() => {
    // A test's page has no layout to scroll.
    document.getElementById(`leg-tab-${active}`)?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }, [active]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = sale.active + step;
    if (step === 0 || !sale.legs[next]) return;
    event.preventDefault();
    dispatch({ do: 'showLeg', leg: next });
    document.getElementById(`leg-tab-${next}`)?.focus();
  };
  return (
    <div
      role="tablist"
      aria-label="Flights of this itinerary"
      className={sale.legs.length > 3 ? 'leg-tabs many' : 'leg-tabs'}
      onKeyDown={onKeyDown}
    >
      {sale.legs.map((leg, index) => (
        <Fragment key={leg.flightId}>
          {connections[index - 1] ? (
            <span className="leg-joint" role="presentation">
              <ConnectionJoint connection={connections[index - 1] as Connection} />
            </span>
          ) : null}
          {leg.back && !sale.legs[index - 1]?.back ? (
            <span className="leg-joint way" role="presentation">
              <Icon name="swap" size={13} /> back
            </span>
          ) : null}
          <LegTab sale={sale} index={index} />
        </Fragment>
      ))}
    </div>
  );
}

function LegTab({ sale, index }: { sale: Sale; index: number }) {
  const leg = sale.legs[index];
  const flight = useSeats(({ flights }) => (leg ? flights[leg.flightId]?.answer.flight : undefined));
  if (!leg) return null;
  const picked = seatsPicked(leg);
  const selected = index === sale.active;
  const shift = flight ? dayShiftText(dayShift(flight.departsAt, flight.originZone, flight.arrivesAt, flight.destinationZone)) : '';
  return (
    <button
      type="button"
      role="tab"
      id={`leg-tab-${index}`}
      aria-selected={selected}
      aria-controls="leg-seats"
      tabIndex={selected ? 0 : -1}
      className="leg-tab"
      onClick={() => dispatch({ do: 'showLeg', leg: index })}
    >
      <span>
        <b className="str">{flight?.flight ?? `Flight ${index + 1}`}</b>{' '}
        {flight ? (
          <>
            {flight.origin} {localTime(flight.departsAt, flight.originZone)} <span className="t3">to</span> {flight.destination}{' '}
            {localTime(flight.arrivesAt, flight.destinationZone)}
            {shift ? <sup>{shift}</sup> : null}
          </>
        ) : null}
      </span>
      <span className="s12 t2">
        {flight ? `${dateLabel(flight.date)}, ${flight.equipment}, ` : ''}
        {isSeated(leg) ? (
          <span className="done">
            <Icon name="check" size={12} strokeWidth={2.5} /> {picked.join(' ')}
          </span>
        ) : (
          `${picked.length} of ${leg.seats.length} seats`
        )}
      </span>
    </button>
  );
}
