import { Fragment } from 'react';
import { minor, moneyText } from '../../shared/money.ts';
import { BLOCK_RULES } from '../../shared/seat-blocks.ts';
import { CABIN_NAMES, type Seat } from '../../shared/seat-map.ts';
import { useSession } from '../client/session-store.ts';
import { clockText } from '../format/clock-text.ts';
import { countdown } from '../format/times.ts';
import { Tag } from '../parts/tag.tsx';
import { useNow } from '../stores/clock-store.ts';
import { quoteKey, useQuotes } from './quote-store.ts';
import { seatFare } from './seat-fare.ts';
import type { SeatPicker } from './seat-picker.ts';
import { useSeats } from './seat-store.ts';
import { featuresOf, lookOf, type SeatLook } from './seat-words.ts';
import { useSeatSeen } from './use-seat-seen.ts';

const TAGS: Readonly<Record<SeatLook, { kind?: 'ok' | 'warn' | 'bad' | 'other' | 'acc'; words: string }>> = {
  free: { words: 'free' },
  chosen: { kind: 'acc', words: 'chosen' },
  here: { kind: 'warn', words: 'held here' },
  elsewhere: { kind: 'other', words: 'held elsewhere' },
  sold: { words: 'sold' },
  blocked: { words: 'blocked' },
  restricted: { kind: 'bad', words: 'restricted for this party' },
};

/** What a seat is, who has it and for how long, and what it costs. */
export function SeatTip({ flightId, seat, left, picker }: { flightId: number; seat: Seat; left: number; picker: SeatPicker }) {
  const now = useNow();
  const seen = useSeatSeen(flightId, seat, picker);
  const { claim, ownDesk, restriction } = seen;
  const flight = useSeats(({ flights }) => flights[flightId]?.answer.flight);
  const map = useSeats(({ flights }) => flights[flightId]?.answer.map);
  const quoted = useQuotes(({ quotes }) => {
    const quote = quotes[quoteKey(flightId, seat.cabin)];
    return quote && map && seatFare(quote, map, seat, 'ADT');
  });
  const look = lookOf(seen);
  const zone = useSession(({ state }) => state?.home.zone ?? 'UTC');
  const cabin = flight?.cabins.find((load) => load.cabin === seat.cabin);
  const tag = TAGS[look];
  const remaining = claim?.until == null ? null : claim.until - now;
  return (
    <div className="seat-tip prop" role="tooltip" style={{ left }}>
      <p>
        <b className="str">{seat.seat}</b> {[CABIN_NAMES[seat.cabin], ...featuresOf(seat)].join(', ')}
        <Tag {...(tag.kind ? { kind: tag.kind } : {})}>{tag.words}</Tag>
      </p>
      <dl>
        {claim?.state === 'held' ? (
          <>
            <dt>Held by</dt>
            <dd>
              {claim.desk === ownDesk ? 'this desk' : `desk ${claim.desk}`}
              {remaining === null ? '' : ', '}
              {remaining === null ? null : <b className="str">{remaining > 0 ? `${countdown(remaining)} left` : 'ending now'}</b>}
            </dd>
          </>
        ) : null}
        {claim?.locator && (claim.desk === ownDesk || claim.state === 'sold') ? (
          <>
            <dt>Locator</dt>
            <dd className="code">{claim.locator}</dd>
          </>
        ) : null}
        {restriction && look === 'restricted' ? (
          <>
            <dt>Why</dt>
            <dd>{restriction}</dd>
          </>
        ) : null}
        {(claim?.blocks ?? []).map(({ code, remark, until }) => (
          <Fragment key={code}>
            <dt>{code}</dt>
            <dd>
              {BLOCK_RULES[code].means}
              {remark ? `, ${remark}` : ''}; until {until === null ? BLOCK_RULES[code].lasts : clockText(until, zone)}
            </dd>
          </Fragment>
        ))}
        {cabin && !claim && look !== 'blocked' ? (
          <>
            <dt>Price</dt>
            <dd>
              {moneyText(minor(quoted ?? cabin.price), flight?.currency ?? '')} {flight?.currency}
            </dd>
          </>
        ) : null}
      </dl>
    </div>
  );
}
