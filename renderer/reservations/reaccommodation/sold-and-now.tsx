import type { ReactNode } from 'react';
import type { ChangedBooking } from '../../../shared/methods/reaccommodation.ts';
import { elapsed, localTime } from '../../format/times.ts';
import { Icon } from '../../parts/icon.tsx';
import { seatsByRow } from '../booking-facts.ts';
import { asNow, asSold } from './sold-legs.ts';
import type { FlownLeg } from './way-words.ts';

type ChangedLeg = ChangedBooking['legs'][number];

function Flight({ leg, is }: { leg: FlownLeg; is: 'flown' | 'gone' }) {
  const Times = is === 'gone' ? 'del' : 'span';
  return (
    <p>
      <Times>
        {leg.origin} <span className="med">{localTime(leg.departsAt, leg.originZone)}</span>
      </Times>
      <Icon name="arrow" size={13} className="t3" />
      <Times>
        {leg.destination} <span className="med">{localTime(leg.arrivesAt, leg.destinationZone)}</span>
      </Times>
    </p>
  );
}

const CHANGE_WORDS: Readonly<Record<ChangedLeg['change'], string>> = {
  none: '',
  moved: 'moved',
  movedFar: 'moved',
  connection: 'moved',
  missed: 'missed',
  otherDestination: 'other airport',
  seatGone: 'no seat any more',
  cancelled: 'cancelled',
};

/** `TK moved 1 h 20 later`: what became of a flight, with the code that agents know. */
function becameText({ now, change, movedMinutes, seats }: ChangedLeg): string {
  const words = change === 'seatGone' && !seats.includes('over') ? `seats ${seatsByRow(seats)} now` : CHANGE_WORDS[change];
  const moved =
    movedMinutes === 0 || change === 'cancelled' ? '' : `${elapsed(Math.abs(movedMinutes))} ${movedMinutes > 0 ? 'later' : 'earlier'}`;
  return [now.status, words, moved].filter(Boolean).join(' ');
}

function SoldLeg({ leg }: { leg: ChangedLeg }) {
  return (
    <div className="ra-leg">
      <p>
        <b className="str">{leg.flight}</b>
        <span className="s12 t2">HK {seatsByRow(leg.seats)}</span>
      </p>
      <Flight leg={asSold(leg)} is="flown" />
    </div>
  );
}

function NowLeg({ leg }: { leg: ChangedLeg }) {
  const gone = leg.change === 'cancelled';
  const changed = leg.change !== 'none';
  return (
    <div className="ra-leg">
      <p>
        {gone ? <del className="str">{leg.flight}</del> : <b className="str">{leg.flight}</b>}
        <span className={changed ? `s12 med ${gone || leg.change === 'seatGone' ? 'bad' : 'warn'}` : 's12 t2'}>
          {changed ? becameText(leg) : `HK ${seatsByRow(leg.seats)}, kept`}
        </span>
      </p>
      <Flight leg={asNow(leg)} is={gone ? 'gone' : 'flown'} />
    </div>
  );
}

/** What stands between two flights: how long one has, and the least that it takes. */
function Joint({ leg, by }: { leg: ChangedLeg; by: 'sold' | 'now' }) {
  const { connection, sold, now, change } = leg;
  if (!connection) return null;
  const place = by === 'sold' ? sold.destination : now.destination;
  if (by === 'now' && change === 'cancelled')
    return (
      <div className="ra-joint warn med">
        <Icon name="alert" size={13} /> no way to {sold.destination}
      </div>
    );
  const minutes = connection[by];
  const short = minutes < connection.least;
  return (
    <div className={short ? 'ra-joint warn med' : 'ra-joint'}>
      {short ? <Icon name="alert" size={13} /> : null}
      <span>
        {place} {minutes < 0 ? '\u2212' : ''}
        {elapsed(Math.abs(minutes))}, minimum {elapsed(connection.least)}
      </span>
    </div>
  );
}

function Side({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** The flights of a booking as they were sold, beside what the schedule says of them now. */
export function SoldAndNow({ legs }: { legs: ChangedBooking['legs'] }) {
  return (
    <div className="ra-two">
      <Side title="As sold">
        {legs.map((leg) => (
          <div key={leg.segment}>
            <SoldLeg leg={leg} />
            <Joint leg={leg} by="sold" />
          </div>
        ))}
      </Side>
      <Side title="As scheduled now">
        {legs.map((leg) => (
          <div key={leg.segment}>
            <NowLeg leg={leg} />
            <Joint leg={leg} by="now" />
          </div>
        ))}
      </Side>
    </div>
  );
}
