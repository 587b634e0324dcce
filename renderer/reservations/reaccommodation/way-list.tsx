import type { ReactNode } from 'react';
import { WAYS_MAX } from '../../../shared/bounds.ts';
import type { ChangedBooking } from '../../../shared/methods/reaccommodation.ts';
import { minor, moneyText } from '../../../shared/money.ts';
import { ACTION_ROW } from '../../keys/key-place.ts';
import { KeyHint, KeyHints } from '../../parts/key-hint.tsx';
import { useNow } from '../../stores/clock-store.ts';
import { seatsByRow } from '../booking-facts.ts';
import { refundShareWords } from '../refund-share-words.ts';
import { canStay, takeMoney, takeNow } from './choose-other.ts';
import type { Kept, Take } from './desk-store.ts';
import { takeWay } from './keep-seats.ts';
import { KeptClock } from './kept-clock.tsx';
import { moneyForetold } from './money-foretold.ts';
import { outcomeText } from './outcome-words.ts';
import { asNow, asSold } from './sold-legs.ts';
import { arrivalText, beginsElsewhere, wayCourse, wayText } from './way-words.ts';

interface ChoiceProps {
  kbd: number;
  isOn: boolean;
  what: string;
  means: ReactNode;
  figure: ReactNode;
  note: string;
  isOff: boolean;
  onPress: () => void;
}

function Choice({ kbd, isOn, what, means, figure, note, isOff, onPress }: ChoiceProps) {
  return (
    <button
      type="button"
      className={isOn ? 'ra-way on' : 'ra-way'}
      aria-pressed={isOn}
      aria-keyshortcuts={String(kbd)}
      aria-disabled={isOff}
      onClick={() => (isOff ? undefined : onPress())}
    >
      <kbd aria-hidden>{kbd}</kbd>
      <span>
        <span>{what}</span>
        <span>{means}</span>
      </span>
      <span>
        <span>{figure}</span>
        <span className="t2 s12">{note}</span>
      </span>
    </button>
  );
}

/** Up to three ways on with their seats; the flights as they are now, where they can be flown; and all of the money back. One of them is taken. */
export function WayList({ row, kept, isDone }: { row: ChangedBooking; kept: Kept | undefined; isDone: boolean }) {
  const sold = row.legs.map(asSold);
  const take: Take | undefined = kept?.take;
  const ways = kept?.ways ?? [];
  const now = row.legs.map(asNow);
  const back = kept?.quote ?? null;
  const foretold = moneyForetold(row, useNow());
  const backNow = row.legs.reduce((sum, { moneyBack }) => sum + moneyBack, 0);
  return (
    <section aria-labelledby="ra-ways">
      <div className="panel-h">
        <h2 id="ra-ways">{ways.length === WAYS_MAX ? 'Three ways on' : 'Ways on'}</h2>
        <span className="s12 t3 cut">
          {isDone ? 'accepted; U undoes it within a minute' : kept ? outcomeText(kept) : 'Enter asks for three, seats kept'}
        </span>
        {ways.length > 0 && !isDone ? (
          <KeyHints>
            <KeyHint keys={ways.map((_, at) => String(at + 1))}>take</KeyHint>
          </KeyHints>
        ) : null}
      </div>
      <div {...ACTION_ROW}>
        {ways.map(({ hold, legs, expiresAt }, at) => (
          <Choice
            key={hold}
            kbd={at + 1}
            isOn={take === hold}
            isOff={isDone}
            what={wayText(sold, legs)}
            means={
              <>
                {beginsElsewhere(sold, legs) ? <b className="med warn">from {legs[0]?.origin}</b> : legs[0]?.origin} {wayCourse(legs)}
              </>
            }
            figure={
              <>
                {seatsByRow(legs.find((leg) => !leg.kept)?.seats ?? [])} {isDone ? null : <KeptClock until={expiresAt} />}
              </>
            }
            note={arrivalText(sold, legs)}
            onPress={() => takeWay(row.bookingId, at + 1)}
          />
        ))}
        {canStay(row) ? (
          <Choice
            kbd={4}
            isOn={take === 'now'}
            isOff={isDone}
            what={`${wayText(sold, now).replaceAll('as sold', 'as scheduled now')}`}
            means={
              <>
                {now[0]?.origin} {wayCourse(now)}
              </>
            }
            figure={backNow > 0 ? <b className="str">{`${moneyText(minor(backNow), row.currency)} back`}</b> : 'same seats'}
            note={backNow > 0 ? 'for seats that are lost' : arrivalText(sold, now)}
            onPress={() => takeNow(row)}
          />
        ) : null}
        <Choice
          kbd={0}
          isOn={take === 'money'}
          isOff={isDone}
          what="Give all money back"
          means={back ? `${back.rule}: ${back.percent} %` : (foretold ?? 'ends the booking; the hub quotes it first')}
          figure={
            <b className="str">
              {`${moneyText(minor(back ? back.total : row.total), row.currency)} ${back || foretold ? 'back' : 'paid'}`}
            </b>
          }
          note={back ? back.to.map(refundShareWords).join(', ') : ''}
          onPress={() => void takeMoney(row)}
        />
      </div>
    </section>
  );
}
