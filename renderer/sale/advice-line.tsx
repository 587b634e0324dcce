import { useEffect, useState } from 'react';
import { SEAT_WISHES, type SeatWish } from '../../shared/seat-wishes.ts';
import { useSession } from '../client/session-store.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { Segments } from '../parts/segments.tsx';
import { isFresh, type SeatChange } from '../seats/seat-events.ts';
import { useSeats } from '../seats/seat-store.ts';
import { useNow } from '../stores/clock-store.ts';
import { goneWords } from './gone-words.ts';
import type { Advice, Sale } from './sale.ts';
import { dispatch, useSale } from './sale-store.ts';
import './advice-line.css';
import { bestSeats } from './seat-actions.ts';

/** One line under the grid: what the last key did, the best seats with the rules they give up, what another desk just took. */
export function AdviceLine({ sale, flightId }: { sale: Sale; flightId: number }) {
  const notice = useSale((now) => now.notice);
  const gone = useSeats(({ flights }) => (sale.stage === 'seats' ? goneWords(sale, flights) : undefined));
  const advice = sale.advice?.flightId === flightId ? sale.advice : null;
  return (
    <div className="advice">
      {notice && !advice ? (
        <span className="advice-say">
          <Icon name="note" size={15} /> <span>{notice}</span>
        </span>
      ) : advice ? (
        <Choices advice={advice} party={sale.party.length} />
      ) : (
        <span className="t2">{gone ? `${gone} Its seats are shown, and none is for sale.` : prompt(sale)}</span>
      )}
      <LastChange flightId={flightId} />
      {sale.stage === 'seats' && advice && <Wish advice={advice} />}
    </div>
  );
}

const WISHES = { together: 'Together', window: 'Window', aisle: 'Aisle', front: 'Front' } as const satisfies Record<SeatWish, string>;

/** What the best seats are to have first. Another wish asks for them anew. */
function Wish({ advice }: { advice: Advice }) {
  return (
    <div className="advice-wish push">
      <Segments
        label="Best seats by"
        labelHidden
        value={advice.wish}
        choices={SEAT_WISHES.map((value) => ({ value, text: WISHES[value] }))}
        onChange={(wish) => void bestSeats(wish)}
      />
    </div>
  );
}

function prompt(sale: Sale): string {
  if (sale.stage === 'details') return 'The seats are held. Names, contact and payment come next.';
  if (sale.stage === 'confirmed') return `Sold, locator ${sale.booking?.locator ?? ''}.`;
  if (sale.stage === 'lost') return 'The seats are back on sale.';
  if (sale.busy === 'holding') return 'The hub is asked for the seats.';
  const leg = sale.legs[sale.active];
  const open = leg?.seats.filter((seat) => seat === null).length ?? 0;
  if (open === 0) return 'Everybody is seated. Enter goes on.';
  return `Pick ${open === 1 ? 'a seat' : `${open} seats`}, or B for the best.`;
}

/** In the trade's words: together, or what was given up. */
const relaxedText = (relaxed: readonly string[], party: number): string =>
  relaxed.length > 0 ? relaxed.join(', ') : party > 1 ? 'together' : '';

function Choices({ advice, party }: { advice: Advice; party: number }) {
  const taken = advice.choices[advice.taken];
  const others = advice.choices.map((choice, index) => ({ choice, index })).filter(({ index }) => index !== advice.taken);
  return (
    <>
      {taken ? (
        <span className="advice-taken">
          <Icon name="check" className="acc" />
          <span className="cut">
            <b className="str">{taken.seats.join(' ')}</b> best {party === 1 ? 'seat' : `for ${party}`}
            {relaxedText(taken.relaxed, party) && `: ${relaxedText(taken.relaxed, party)}`}
          </span>
        </span>
      ) : (
        <span className="advice-say bad">
          <Icon name="alert" size={15} /> <span>{advice.because}</span>
        </span>
      )}
      <span className="advice-others t2 s12">
        {others.map(({ choice, index }, place) => (
          <Button
            key={choice.seats.join()}
            variant={taken ? 'quiet' : 'plain'}
            onPress={() => dispatch({ do: 'take', choice: index })}
            {...(place === 0 && index === advice.taken + 1 ? { kbd: 'B' } : {})}
          >
            <span>
              {taken ? 'Next' : 'Take'} <b className="med">{choice.seats.join(' ')}</b>
              {choice.relaxed.length > 0 ? `, ${relaxedText(choice.relaxed, party)}` : ''}
            </span>
          </Button>
        ))}
      </span>
    </>
  );
}

/** What another desk did last, shown while its seats are marked. */
function LastChange({ flightId }: { flightId: number }) {
  const ownDesk = useSession(({ session }) => session?.desk ?? '');
  const change = useSeats(({ flights }) => flights[flightId]?.changes.find(({ desk }) => desk !== ownDesk));
  return change ? <LiveMark key={change.event} change={change} /> : null;
}

const WENT: Readonly<Record<SeatChange['what'], (change: SeatChange) => string>> = {
  held: ({ desk }) => `went to desk ${desk}`,
  sold: ({ desk }) => `sold by desk ${desk}`,
  released: ({ desk }) => `given back by desk ${desk}`,
  expired: ({ desk }) => `free again, hold of desk ${desk} ended`,
  cancelled: ({ desk }) => `free again, cancelled by desk ${desk}`,
  'payment failed': ({ desk }) => `free again, payment failed at desk ${desk}`,
  blocked: ({ desk, code }) => `blocked by desk ${desk}, ${code}`,
  freed: ({ desk, code }) => (desk === '-' ? `free again, ${code} ended` : `free again, ${code} ended by desk ${desk}`),
};

function LiveMark({ change }: { change: SeatChange }) {
  const now = useNow();
  const [fresh, setFresh] = useState(true);
  useEffect(() => setFresh(isFresh(change, now)), [change, now]);
  if (!fresh) return null;
  return (
    <span className="livemark push prop">
      <svg width="9" height="9" aria-hidden="true">
        <circle cx="4.5" cy="4.5" r="4.5" fill="currentColor" />
      </svg>
      {change.seats.join(' ')} {WENT[change.what](change)}, {Math.max(0, Math.round((now - change.at) / 1000))} s ago
    </span>
  );
}
