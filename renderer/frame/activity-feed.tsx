import { memo, useEffect, useRef } from 'react';
import { MESSAGE_KIND_WORDS } from '../../shared/message-kinds.ts';
import { useSession } from '../client/session-store.ts';
import { clockText } from '../format/clock-text.ts';
import { dateLabel, localDay } from '../format/times.ts';
import { walkRows } from '../parts/walk-rows.ts';
import { closeActivity, showActivity, useActivity } from '../stores/activity-store.ts';
import { go } from '../stores/navigation-store.ts';
import { today } from '../stores/today.ts';
import type { Activity } from '../stores/told-by.ts';
import { ListBehindKey } from './list-behind-key.tsx';
import './activity-feed.css';

/** What passengers are told of at all desks, newest first, behind `Alt Y`. */
export const ActivityFeed = memo(function ActivityFeed() {
  const isOpen = useActivity((state) => state.isOpen);
  return (
    <ListBehindKey
      kbd="Alt Y"
      word="Activity"
      label="Activity of all desks"
      title="Activity of all desks"
      width={560}
      isOpen={isOpen}
      onOpen={showActivity}
      onClose={closeActivity}
    >
      <ActivityRows />
    </ListBehindKey>
  );
});

function open({ bookingId }: Activity): void {
  closeActivity();
  go({ name: 'reservations', bookingId });
}

function ActivityRows() {
  const told = useActivity((state) => state.told);
  const zone = useSession(({ state }) => state?.home.zone ?? 'UTC');
  const day = today(zone);
  const list = useRef<HTMLOListElement>(null);
  const isEmpty = told.length === 0;
  // Not with each row that comes: Enter would open another booking than the one that was read.
  useEffect(() => {
    if (isEmpty) return;
    // A dialog that opens takes the focus itself first.
    const frame = requestAnimationFrame(() => list.current?.querySelector('button')?.focus());
    return () => cancelAnimationFrame(frame);
  }, [isEmpty]);
  if (isEmpty) return <p className="t2">Nothing was held, sold, changed or cancelled lately. It appears here as it happens.</p>;
  return (
    <ol
      ref={list}
      className="activity"
      onKeyDown={(event) => walkRows(event, [...event.currentTarget.querySelectorAll('button')].indexOf(event.target as HTMLButtonElement))}
    >
      {told.map((each) => (
        <li key={each.event}>
          <button type="button" onClick={() => open(each)}>
            <span className="num t2">
              {localDay(each.at, zone) === day ? '' : `${dateLabel(localDay(each.at, zone))} `}
              {clockText(each.at, zone)}
            </span>
            <span className="code str">{each.locator}</span>
            <span>{MESSAGE_KIND_WORDS[each.kind]}</span>
            <span className="t2 prop">{each.desk}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
