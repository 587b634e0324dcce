import { WAYS_MAX } from '../../../shared/bounds.ts';
import { instant, isDue } from '../../../shared/instants.ts';
import type { BookedLeg, BookingView } from '../../../shared/methods/booking-view.ts';
import type { Way } from '../../../shared/methods/reaccommodation.ts';
import { sameWay } from '../../../shared/ways.ts';
import { capital } from '../../format/capital.ts';
import { dateLabel, localDay, localTime } from '../../format/times.ts';
import { LETTERS_ACT } from '../../keys/key-place.ts';
import { useDeeds } from '../../keys/use-keys.ts';
import { Button } from '../../parts/button.tsx';
import { useNow } from '../../stores/clock-store.ts';
import { seatsByRow } from '../booking-facts.ts';
import { KeptClock } from '../reaccommodation/kept-clock.tsx';
import { outcomeText } from '../reaccommodation/outcome-words.ts';
import { WAY_RULES } from '../reaccommodation/way-rules.ts';
import { arrivalText, beginsElsewhere, wayCourse, wayText } from '../reaccommodation/way-words.ts';
import { goOn } from './ask-offer.ts';
import { replacedLegs } from './begin-change.ts';
import { AGAIN, useChange } from './change-store.ts';
import { ChoiceRow, useFirstChoice, walkChoices } from './choice-row.tsx';
import { digitDeeds } from './digit-deeds.ts';
import { costWords, totalWords } from './money-words.ts';
import { keepWays } from './propose-ways.ts';

/** Takes a way with its seats, and asks for its offer. The others stay kept until the change is made or left. */
function chooseWay(booking: BookingView, { hold, expiresAt }: Way, now: number): void {
  const { busy, done, unheard, way, offer } = useChange.getState();
  if (busy || done || unheard || isDue(instant(expiresAt), instant(now))) return;
  if (way !== hold || !offer) useChange.setState({ ...AGAIN, way: hold });
  void goOn(booking);
}

/** The flights of the same way of the booking as they were sold. */
function soldOn({ legs }: BookingView, { replaces }: Way): readonly BookedLeg[] {
  const first = legs.find(({ segment }) => replaces.includes(segment));
  return first ? legs.filter((leg) => sameWay(leg, first)) : [];
}

/** `JFK 14:30, ORD 1 h 01, LAX 22:00`, with the airport marked where it is another one than was sold. */
function Course({ booking, way }: { booking: BookingView; way: Way }) {
  const origin = way.legs[0]?.origin;
  return (
    <>
      {beginsElsewhere(soldOn(booking, way), way.legs) ? <b className="med warn">from {origin}</b> : origin} {wayCourse(way.legs)}
    </>
  );
}

/** `seats 15AB, Tue 24 Nov, 23 h 10 later`: of the first flight that comes, the day where it is another one than was sold. */
function seatsText(booking: BookingView, way: Way): string {
  const [old] = replacedLegs(booking, way.replaces);
  const first = way.legs.find((leg) => !leg.kept);
  if (!old || !first) return '';
  const dayOf = ({ departsAt, originZone }: Pick<BookedLeg, 'departsAt' | 'originZone'>): string => localDay(departsAt, originZone);
  return [
    `${first.seats.length === 1 ? 'seat' : 'seats'} ${seatsByRow(first.seats)}`,
    ...(dayOf(first) === dayOf(old) ? [] : [dateLabel(dayOf(first))]),
    arrivalText(soldOn(booking, way), way.legs),
  ].join(', ');
}

/** Why there is none, and what would lead on. */
function noneText({ outcome, desk, until }: NonNullable<ReturnType<typeof useChange.getState>['ways']>, booking: BookingView): string {
  const [first] = booking.legs;
  const text = capital(outcomeText({ outcome, desk }));
  if (outcome === 'elsewhere' && until !== null && first) return `${text} until ${localTime(until, first.originZone)} ${first.origin}.`;
  return outcome === 'none' ? `${text} on this day or the next three. F shows the flights of a day.` : `${text}.`;
}

/** Up to three ways on for who missed a flight by their own fault: their seats are kept, and each says what it costs. */
export function WaysChoice({ booking }: { booking: BookingView }) {
  const { ways, way: chosen, busy } = useChange();
  const now = useNow();
  const rows = ways?.ways ?? [];
  const missed = booking.legs.filter((leg) => leg.missed === 'passenger').map(({ flight }) => flight);
  useDeeds('booking', digitDeeds(rows.map((way) => () => chooseWay(booking, way, now))));
  useFirstChoice(rows.length > 0 && chosen === null);
  return (
    <section aria-labelledby="ch-ways" className="ch-part">
      <div className="panel-h">
        <h2 id="ch-ways">{rows.length === WAYS_MAX ? 'Three ways on' : 'Ways on'}</h2>
        <span className="s12 t3 cut">{missed.join(', ')} missed by their own fault</span>
      </div>
      <ul className="ch-rows" aria-label="Ways on" aria-busy={busy === 'searching'} {...LETTERS_ACT} onKeyDown={walkChoices}>
        {rows.map((way, at) => (
          <ChoiceRow
            key={way.hold}
            kbd={String(at + 1)}
            what={wayText(soldOn(booking, way), way.legs)}
            detail={
              <>
                <span className="ch-line cut">
                  <Course booking={booking} way={way} />
                </span>
                <span className="ch-line cut">{seatsText(booking, way)}</span>
                <span className="ch-line cut">{way.cost ? costWords(way.cost, booking.currency) : ''}</span>
              </>
            }
            figure={way.cost ? totalWords(way.cost.total, booking.currency) : ''}
            more={<KeptClock until={way.expiresAt} />}
            chosen={chosen === way.hold}
            refused={way.expiresAt <= now}
            onChoose={() => chooseWay(booking, way, now)}
            onEnter={() => void goOn(booking)}
          />
        ))}
      </ul>
      {busy === 'searching' ? <p className="s12 t2">Looking for ways on</p> : null}
      {ways && rows.length === 0 ? <p className="s12 t2">{noneText(ways, booking)}</p> : null}
      {rows.length > 0 ? (
        <div className="ch-keep">
          <Button kbd="F9" onPress={() => void keepWays(booking)}>
            {rows.some(({ expiresAt }) => expiresAt > now) ? 'Keep seats 3 min more' : 'Ask for ways on again'}
          </Button>
        </div>
      ) : null}
      <p className="s12 t3">
        {capital(WAY_RULES.join(', '))}. The fee is that of their ticket, the fare that of now. The other ways go back to sale when one is
        taken.
      </p>
    </section>
  );
}
