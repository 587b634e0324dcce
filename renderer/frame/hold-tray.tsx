import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { bookingEffect, isAbout } from '../../shared/event-effects.ts';
import { SECOND_MS } from '../../shared/instants.ts';
import { seatNames, seatsSaid } from '../../shared/open-seat.ts';
import { onHeard } from '../client/client.ts';
import { useSession } from '../client/session-store.ts';
import { localTime } from '../format/times.ts';
import { announce } from '../parts/announcer.tsx';
import { Icon } from '../parts/icon.tsx';
import { KeyHint } from '../parts/key-hint.tsx';
import { toast } from '../parts/toast.tsx';
import { UndoBar, useUndo } from '../parts/undo.tsx';
import { useNow } from '../stores/clock-store.ts';
import { useConnection } from '../stores/connection-store.ts';
import { useHolds } from '../stores/holds-store.ts';
import { useNavigation } from '../stores/navigation-store.ts';
import { ActivityFeed } from './activity-feed.tsx';
import { HoldChip, LATE_MS } from './hold-chip.tsx';
import { LastSales } from './last-sales.tsx';
import { MoreHolds } from './more-holds.tsx';
import { useFitting } from './use-fitting.ts';
import { useStepsUndone } from './use-steps-undone.ts';
import './hold-tray.css';

const TICK_MS = SECOND_MS / 4;

/** Says once of each hold that its last minute has begun. */
function useLastMinuteAnnounced(now: number): void {
  const holds = useHolds((state) => state.holds);
  const told = useRef(new Map<number, number>());
  useEffect(() => {
    for (const hold of holds) {
      const deadline = hold.expiresAt ?? 0;
      if (hold.payingSince !== null || deadline - now >= LATE_MS || deadline <= now || told.current.get(hold.bookingId) === deadline)
        continue;
      told.current.set(hold.bookingId, deadline);
      announce(`Less than a minute left for hold ${hold.locator}, ${seatsSaid(hold.legs[0]?.seats ?? [])}.`);
    }
  }, [holds, now]);
}

/** Announces a hold that ended by itself. It must not just vanish from the tray. */
function useEndTold(): void {
  const desk = useSession(({ session }) => session?.desk);
  const holds = useHolds((state) => state.holds);
  const shown = useRef(holds);
  useEffect(() => {
    shown.current = holds;
  }, [holds]);
  useEffect(
    () =>
      onHeard((heard) => {
        if ('notice' in heard || !isAbout(heard, 'booking') || heard.data.desk !== desk) return;
        if (bookingEffect(heard.type).state?.to !== 'EXPIRED') return;
        // Seats of ways on lapse by the hundred, and were in no tray.
        if (!shown.current.some(({ bookingId }) => bookingId === heard.data.bookingId)) return;
        const seats = seatNames(heard.data.legs.flatMap((leg) => leg.seats)).join(' ');
        toast(`Hold ${heard.data.locator} ended. ${seats || 'Its places'} went back to sale.`, 'warn');
      }),
    [desk],
  );
}

/** Every live hold of this desk, always in sight. The countdown shows; the hub decides. */
export function HoldTray({ zone }: { zone: string }) {
  const { holds, loaded, numbers } = useHolds();
  const desk = useSession(({ session }) => session?.desk);
  const now = useNow(TICK_MS);
  const here = useNavigation(({ screen }) => (screen.name === 'flight' ? screen.bookingId : undefined));
  const { status, since } = useConnection();
  const list = useRef<HTMLUListElement>(null);
  const [moreShown, setMoreShown] = useState(false);
  const fits = useFitting(list, moreShown, holds);
  const more = holds.slice(fits);
  useLayoutEffect(() => setMoreShown(more.length > 0), [more.length]);
  const undoable = useUndo(({ offer }) => offer !== null);
  useLastMinuteAnnounced(now);
  useEndTold();
  useStepsUndone();
  return (
    <section className="tray" aria-label={`Holds of desk ${desk}`}>
      <span className="name">
        Holds of
        <br />
        <b className="prop">{desk}</b>
      </span>
      <ul ref={list}>
        {holds.map((hold, index) => (
          <li key={hold.bookingId} className={index < fits ? undefined : 'unseen'} inert={index >= fits}>
            <HoldChip hold={hold} now={now} number={numbers[hold.bookingId]} here={hold.bookingId === here} />
          </li>
        ))}
        {loaded && holds.length === 0 ? <li className="t3 s12">No seats are held. A hold starts when seats are picked.</li> : null}
      </ul>
      <MoreHolds holds={more} numbers={numbers} now={now} />
      {status === 'stale' ? (
        <span className="cut-off">
          <Icon name="unplugged" size={15} />
          <span>
            <b className="med">No answer from the hub{since === null ? '' : ` since ${localTime(since, zone)}`}.</b> What you see may be
            old.
          </span>
        </span>
      ) : (
        <span className="keys push">
          <ActivityFeed />
          <LastSales />
          {undoable ? null : (
            <>
              <KeyHint keys={['Alt 1–9']}>open hold</KeyHint>
              <KeyHint keys={['?']}>keys</KeyHint>
            </>
          )}
        </span>
      )}
      <UndoBar />
    </section>
  );
}
