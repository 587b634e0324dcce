import './party-queue.css';
import { useEffect, useRef } from 'react';
import type { WaitEntry } from '../../shared/methods/waitlist.ts';
import { howLong } from '../format/how-long.ts';
import { countdown, dateLabel, localDay, localTime } from '../format/times.ts';
import { LETTERS_ACT } from '../keys/key-place.ts';
import { afterDialog } from '../parts/after-dialog.ts';
import { Empty } from '../parts/empty.tsx';
import { Icon } from '../parts/icon.tsx';
import { walkRows } from '../parts/walk-rows.ts';
import { useNow } from '../stores/clock-store.ts';
import { otherFlights, PRIORITY_WORDS, partyWords, seatsOffered, whyWords } from './wait-words.ts';
import { type OneList, useWaitlist } from './waitlist-store.ts';

interface PartyRowProps {
  entry: WaitEntry;
  place: number;
  list: OneList;
  now: number;
  chosen: boolean;
}

function PartyRow({ entry, place, list, now, chosen }: PartyRowProps) {
  const { entryId, name, party, status, priority, reason, joinedAt, why, offer, chance, waitMs, currency } = entry;
  const words = whyWords(why, {
    ...{ currency, offered: seatsOffered(entry, list.flightId), others: otherFlights(entry, list.flightId, now) },
  });
  const choose = () => useWaitlist.getState().choose(entryId);
  const zone = list.originZone;
  return (
    // The button in the row does the same for the keyboard; the row only makes a larger target for the pointer.
    <tr className={chosen ? 'is-chosen' : undefined} onClick={choose}>
      <td className="t3 num">{place}</td>
      <td>
        <button
          type="button"
          className="wl-choose med"
          aria-pressed={chosen}
          tabIndex={chosen ? 0 : -1}
          data-party={entryId}
          onFocus={choose}
        >
          {name}
        </button>
        <p>
          {status}, {partyWords(party)}
          {entry.bookingClass === null ? '' : `, class ${entry.bookingClass}`}
          {entry.flights.length > 1 ? `, any of ${entry.flights.map(({ flight }) => flight).join(', ')}` : ''}
        </p>
      </td>
      <td>
        <p className={priority === 'normal' ? 't2' : 'med'}>{PRIORITY_WORDS[priority]}</p>
        {reason ? <p className="cut wl-reason">{reason}</p> : null}
      </td>
      <td>
        <p>
          {dateLabel(localDay(joinedAt, zone)).slice(0, 3)} {localTime(joinedAt, zone)}
        </p>
        <p>{howLong(now - joinedAt)}</p>
      </td>
      <td>
        <p className={why.kind === 'offered' ? 'warn med' : undefined}>{words.text}</p>
        <p>{words.more}</p>
      </td>
      <td className="num">
        {offer ? (
          <>
            <p className="wl-clock str warn">
              <Icon name="clock" size={14} />
              {countdown(Math.min(offer.until - now, offer.until - offer.offeredAt))}
            </p>
            <p>{offer.answeredAt === null ? `left of ${countdown(offer.until - offer.offeredAt)}` : 'takes it, to pay'}</p>
          </>
        ) : (
          <>
            <p>{chance === null ? 'chance' : `${chance} %`}</p>
            <p>{chance === null ? 'not known' : waitMs === null ? 'chance' : `likely, in ${howLong(waitMs)}`}</p>
          </>
        )}
      </td>
    </tr>
  );
}

interface PartyQueueProps {
  list: OneList;
  chosen: WaitEntry | undefined;
  /** The party that has just joined. It gets the focus, also where the dialog came with the screen and nothing had the focus before. */
  joined: number | null;
}

/** The parties of a list in its order. The arrow keys move the focus, and the party with the focus is chosen. */
export function PartyQueue({ list, chosen, joined }: PartyQueueProps) {
  const now = useNow();
  const rows = useRef<HTMLDivElement>(null);
  const chosenId = chosen?.entryId;
  // A party that has just joined stands last, where a short window does not show it.
  useEffect(() => {
    if (chosenId === undefined) return;
    const row = rows.current?.querySelector<HTMLElement>(`[data-party="${chosenId}"]`);
    row?.closest('tr')?.scrollIntoView?.({ block: 'nearest' });
  }, [chosenId]);
  const hasJoined = list.entries.some(({ entryId }) => entryId === joined);
  useEffect(() => {
    if (!hasJoined) return;
    return afterDialog(() => rows.current?.querySelector<HTMLElement>(`[data-party="${joined}"]`)?.focus({ preventScroll: true }));
  }, [hasJoined, joined]);
  if (list.entries.length === 0)
    return (
      <Empty icon="users" title="Nobody waits for this cabin">
        A adds a party. Seats that come free are offered to it before anybody else.
      </Empty>
    );
  return (
    <div className="wl-queue" ref={rows} {...LETTERS_ACT}>
      <table aria-label={`Queue of ${list.flight}, ${list.cabin}`}>
        <thead>
          <tr>
            <th scope="col" className="num">
              #
            </th>
            <th scope="col">Name, party</th>
            <th scope="col">Priority</th>
            <th scope="col">Since, {list.origin}</th>
            <th scope="col">Why not yet</th>
            <th scope="col" className="num">
              Offer or chance
            </th>
          </tr>
        </thead>
        <tbody onKeyDown={(event) => walkRows(event, chosen ? list.entries.indexOf(chosen) : 0)}>
          {list.entries.map((entry, index) => (
            <PartyRow key={entry.entryId} place={index + 1} chosen={entry === chosen} {...{ entry, list, now }} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
