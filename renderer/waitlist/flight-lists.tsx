import './flight-lists.css';
import { surnameOf } from '../../shared/host-name.ts';
import { useSession } from '../client/session-store.ts';
import { howLong } from '../format/how-long.ts';
import { agentDate, countdown, localDay, localTime } from '../format/times.ts';
import { withinSentence } from '../format/within-sentence.ts';
import { LETTERS_ACT } from '../keys/key-place.ts';
import { Icon } from '../parts/icon.tsx';
import { KeyHint, KeyHints } from '../parts/key-hint.tsx';
import { walkRows } from '../parts/walk-rows.ts';
import { useNow } from '../stores/clock-store.ts';
import { END_WORDS, whyWords } from './wait-words.ts';
import { type ListPlace, useWaitlist, type WaitLists } from './waitlist-store.ts';

type List = WaitLists['lists'][number];

const isAt = (place: ListPlace | null, { flightId, cabin }: List): boolean => place?.flightId === flightId && place.cabin === cabin;

/** Every list of a flight that has not left, the first to leave first; under it who got seats today, and who did not. */
export function FlightLists({ lists }: { lists: WaitLists }) {
  const place = useWaitlist((state) => state.place);
  const now = useNow();
  const at = lists.lists.findIndex((list) => isAt(place, list));
  return (
    <section className="wl-flights" aria-labelledby="wl-flights">
      <div className="panel-h">
        <h2 id="wl-flights">Flights</h2>
        <span className="s12 t3">by departure</span>
        <KeyHints>
          <KeyHint keys={['↑', '↓']}>flight</KeyHint>
        </KeyHints>
      </div>
      <div className="wl-fl-h s12 t3" aria-hidden="true">
        <span>Flight, cabin</span>
        <span className="num">Parties/pax</span>
        <span className="num">Free</span>
        <span className="num">Longest</span>
      </div>
      <fieldset className="wl-rows" aria-labelledby="wl-flights" onKeyDown={(event) => walkRows(event, at)} {...LETTERS_ACT}>
        {lists.lists.map((list, index) => (
          <FlightRow key={`${list.flightId}${list.cabin}`} list={list} now={now} on={isAt(place, list)} first={at < 0 && index === 0} />
        ))}
      </fieldset>
      <Ended ended={lists.ended} />
    </section>
  );
}

function FlightRow({ list, now, on, first }: { list: List; now: number; on: boolean; first: boolean }) {
  const { flight, cabin, origin, destination, originZone, departsAt, parties, passengers, free, longestSince, next, offer } = list;
  const show = () => useWaitlist.getState().show({ flightId: list.flightId, cabin });
  const why = next && whyWords(next.why, { currency: '' });
  return (
    <button
      type="button"
      className={on ? 'wl-fl on' : 'wl-fl'}
      aria-pressed={on}
      tabIndex={on || first ? 0 : -1}
      onFocus={show}
      onClick={show}
    >
      <span className="cut">
        <b className="wl-big">{flight}</b> <b className="med">{cabin}</b>{' '}
        <span className="t2 s12">
          {origin} {localTime(departsAt, originZone)} {destination}
        </span>
      </span>
      <span className="num">
        <b className="med">{parties}</b> <span className="t3 s12">/ {passengers}</span>
      </span>
      <span className="num">{free}</span>
      <span className="num t2 s12">{howLong(now - longestSince)}</span>
      <span className="wl-next">
        <span className="t3">{agentDate(localDay(departsAt, originZone))}</span>{' '}
        {offer ? (
          <span className="warn med wl-clock">
            <Icon name="clock" size={13} />
            Offered to {surnameOf(offer.name)}, {offer.count} {offer.count === 1 ? 'seat' : 'seats'},{' '}
            {countdown(Math.min(offer.until - now, offer.until - offer.offeredAt))} left
          </span>
        ) : next && why ? (
          `Next ${surnameOf(next.name)}, ${next.count}: ${withinSentence(why.text)}`
        ) : null}
      </span>
    </button>
  );
}

function Ended({ ended }: { ended: WaitLists['ended'] }) {
  const zone = useSession(({ state }) => state?.home.zone ?? 'UTC');
  if (ended.length === 0) return null;
  const cleared = ended.filter(({ why }) => why === 'paid').length;
  return (
    <div className="wl-ended">
      <div className="panel-h">
        <h2 id="wl-ended">Last 24 h</h2>
        <span className="s12 t3">
          {cleared} {cleared === 1 ? 'party' : 'parties'} cleared, KL; {ended.length - cleared} unable, UC
        </span>
      </div>
      <table className="grid-table" aria-labelledby="wl-ended">
        <tbody>
          {ended.slice(0, 8).map(({ entryId, at, name, flight, cabin, status, seats, why }) => (
            <tr key={entryId}>
              <td className="t3 s12">{localTime(at, zone)}</td>
              <td className="med cut">{name}</td>
              <td>
                {flight} {cabin}
              </td>
              <td className="t2 s12 num">
                {status}, {why === 'paid' ? seats.join(' ') : END_WORDS[why]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
