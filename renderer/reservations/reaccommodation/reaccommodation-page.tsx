import './reaccommodation.css';
import { useEffect, useEffectEvent, useRef } from 'react';
import { CHANGE_GROUPS, type ChangedBooking } from '../../../shared/methods/reaccommodation.ts';
import { onHeard, onResync } from '../../client/client.ts';
import { onceNoWord } from '../../keys/once-no-word.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { Empty } from '../../parts/empty.tsx';
import { KeyHint, KeyHints } from '../../parts/key-hint.tsx';
import { RefusalLine } from '../../parts/refusal-line.tsx';
import { Tag } from '../../parts/tag.tsx';
import { back, go } from '../../stores/navigation-store.ts';
import { ReservationTabs } from '../reservation-tabs.tsx';
import { AcceptBar } from './accept-bar.tsx';
import { acceptSelected, undoAccepted } from './accept-ways.ts';
import { BookingList } from './booking-list.tsx';
import { BookingSide } from './booking-side.tsx';
import { takeMoney, takeNow } from './choose-other.ts';
import { ConflictPanel } from './conflict-panel.tsx';
import { focusRow, keepTheirs, leaveOut, takeYours } from './desk-selection.ts';
import { type DeskState, hearDesk, shownRow, useDesk } from './desk-store.ts';
import { focusGroup, GroupList } from './group-list.tsx';
import { countsText, emptyText, groupWords, moreText } from './group-words.ts';
import { keepDesk } from './keep-desk.ts';
import { keepLonger, leaveDesk, proposeAll, takeWay } from './keep-seats.ts';
import { openFor } from './open-for.ts';

/** The conflict that is shown: of the chosen booking, else the first of the list. */
function shownConflict({ rows, conflicts }: DeskState, shown: ChangedBooking | undefined): ChangedBooking | undefined {
  if (shown && conflicts.has(shown.bookingId)) return shown;
  return rows.find(({ bookingId }) => conflicts.has(bookingId));
}

function useDeskKeys(state: DeskState, shown: ChangedBooking | undefined, conflict: ChangedBooking | undefined): void {
  const { group, kept, accepted } = state;
  const show = (by: number) => () => {
    const next = CHANGE_GROUPS[(CHANGE_GROUPS.indexOf(group) + by + CHANGE_GROUPS.length) % CHANGE_GROUPS.length];
    if (next) focusGroup(next);
  };
  const ours = shown && kept.get(shown.bookingId);
  const takes = (place: number) => (shown && ours?.ways[place - 1] ? () => takeWay(shown.bookingId, place) : undefined);
  const isOpen = shown !== undefined && !accepted.has(shown.bookingId);
  useKeys(
    'reaccommodation',
    {
      '[': show(-1),
      ']': show(1),
      R: () => void proposeAll(),
      1: takes(1),
      2: takes(2),
      3: takes(3),
      4: isOpen ? () => takeNow(shown) : undefined,
      0: isOpen ? () => void takeMoney(shown) : undefined,
      X: shown && ours ? () => leaveOut(shown) : undefined,
      U: shown && accepted.has(shown.bookingId) ? () => onceNoWord(() => void undoAccepted(shown)) : undefined,
      T: conflict ? () => onceNoWord(() => keepTheirs(conflict)) : undefined,
      Y: conflict ? () => void takeYours(conflict) : undefined,
      O: shown ? () => go({ name: 'reservations', bookingId: shown.bookingId }) : undefined,
      F9: () => void keepLonger(),
      'Ctrl Enter': () => void acceptSelected(),
      Esc: back,
    },
    keepDesk,
  );
}

/** Bookings whose flights the carrier changed: what happened, what is proposed for each, and accepting it for many at once. */
export function ReaccommodationPage({ bookingId }: { bookingId: true | number }) {
  const state = useDesk();
  const { listed, group, rows, refusal, refused, conflicts, kept } = state;
  const shown = shownRow(state);
  const conflict = shownConflict(state, shown);
  const theirs = conflict && conflicts.get(conflict.bookingId);
  useEffect(() => {
    if (bookingId === true) void useDesk.getState().open();
    else void openFor(bookingId);
    const stops = [onHeard(hearDesk), onResync(() => void useDesk.getState().load()), leaveDesk];
    return () => {
      for (const stop of stops) stop();
    };
  }, [bookingId]);
  useDeskKeys(state, shown, conflict);
  const isAsked = shown?.bookingId === bookingId;
  // The booking that the desk was opened for begins with the focus, else the screen would give it to the first of its ways.
  useEffect(() => {
    if (isAsked) focusRow(bookingId);
  }, [isAsked, bookingId]);
  // So does the first of the list, once, because Enter on a way chooses it.
  const begun = useRef(false);
  const focusShown = useEffectEvent(() => {
    if (begun.current || !shown) return;
    begun.current = true;
    if (!document.activeElement?.closest('input, [role="dialog"]')) focusRow(shown.bookingId);
  });
  const isListed = bookingId === true && shown !== undefined;
  useEffect(() => {
    if (isListed) focusShown();
  }, [isListed]);
  const todo = (listed?.groups ?? []).reduce((sum, one) => sum + one.todo, 0);
  const all = (listed?.groups ?? []).reduce((sum, one) => sum + one.todo + one.done, 0);
  const counts = listed?.groups.find((one) => one.group === group);
  const more = counts ? counts.todo + counts.done - rows.length : 0;
  return (
    <div className="ra">
      <ReservationTabs on="changes">
        {todo > 0 ? (
          <Tag kind="warn">
            {todo} of {all} bookings to do
          </Tag>
        ) : null}
      </ReservationTabs>
      {listed ? (
        <div className="ra-work">
          <GroupList listed={listed} group={group} />
          <section aria-labelledby="ra-bookings">
            <div className="panel-h">
              <h2 id="ra-bookings">{groupWords(group, listed.limitMinutes)}</h2>
              <span className="s12 t3 cut">{counts ? countsText(counts) : ''}</span>
              {rows.length > 0 ? (
                <KeyHints>
                  <KeyHint keys={['Space']}>select</KeyHint>
                  <KeyHint keys={['X']}>leave out</KeyHint>
                  <KeyHint keys={['U']}>undo</KeyHint>
                </KeyHints>
              ) : null}
            </div>
            {rows.length > 0 ? (
              <BookingList shown={shown} />
            ) : (
              <Empty icon="check" title="No booking stands in this group">
                <p>{emptyText(group)}</p>
              </Empty>
            )}
            {more > 0 ? <p className="ra-more s12 t2">{moreText(more)}</p> : null}
            {conflict && theirs ? (
              <ConflictPanel row={conflict} theirs={theirs} ours={kept.get(conflict.bookingId)} count={conflicts.size} />
            ) : null}
            <RefusalLine refusal={refused ?? refusal} />
          </section>
          {shown ? <BookingSide key={shown.bookingId} row={shown} /> : <aside aria-label="The booking" />}
        </div>
      ) : (
        <Empty title={refusal?.message ?? 'Reading what the schedule changed'}>{refusal ? <p>{refusal.next}</p> : null}</Empty>
      )}
      {listed && rows.length > 0 ? <AcceptBar /> : null}
    </div>
  );
}
