import './booking-side.css';
import { useEffect } from 'react';
import type { ChangedBooking } from '../../../shared/methods/reaccommodation.ts';
import { minor, moneyText } from '../../../shared/money.ts';
import { onHeard } from '../../client/client.ts';
import { useBooking } from '../booking-store.ts';
import { HistoryTimeline } from '../history-timeline.tsx';
import { useDesk } from './desk-store.ts';
import { MessagePreview } from './message-preview.tsx';
import { SoldAndNow } from './sold-and-now.tsx';
import { WayList } from './way-list.tsx';

/** One booking: as sold beside as scheduled now, the ways on with their seats, its history, and how its passengers are told. */
export function BookingSide({ row }: { row: ChangedBooking }) {
  const kept = useDesk((state) => state.kept.get(row.bookingId) ?? state.accepted.get(row.bookingId)?.kept);
  const isDone = useDesk((state) => state.accepted.has(row.bookingId));
  useEffect(() => {
    const { open, hear } = useBooking.getState();
    void open(row.bookingId);
    return onHeard((heard) => {
      if (!('notice' in heard)) hear(heard);
    });
  }, [row.bookingId]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <aside className="ra-side" tabIndex={0} aria-label={`Booking ${row.locator}`}>
      <header className="ra-side-h">
        <h2 className="code">{row.locator}</h2>
        <span className="med cut" title={row.name}>
          {row.name}
        </span>
        {row.more > 0 ? <span className="t2">and {row.more} more</span> : null}
        <span className="push s12 t2">
          {moneyText(minor(row.total), row.currency)} {row.currency}
        </span>
      </header>
      <SoldAndNow legs={row.legs} />
      <WayList row={row} kept={kept} isDone={isDone} />
      <div className="ra-history">
        <HistoryTimeline />
      </div>
      <MessagePreview row={row} kept={kept} isDone={isDone} />
    </aside>
  );
}
