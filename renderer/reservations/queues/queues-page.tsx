import './queues.css';
import '../booking-page.css';
import { useEffect, useState } from 'react';
import { REASON_MAX } from '../../../shared/bounds.ts';
import { useSession } from '../../client/session-store.ts';
import { ACTION_ROW } from '../../keys/key-place.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { Button } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Icon } from '../../parts/icon.tsx';
import { RefusalLine } from '../../parts/refusal-line.tsx';
import { Tag } from '../../parts/tag.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { back, go } from '../../stores/navigation-store.ts';
import { followQueues, queueAfter, shownItem, useQueues } from '../../stores/queues-store.ts';
import { ReservationTabs } from '../reservation-tabs.tsx';
import { ItemPanel } from './item-panel.tsx';
import { PassDialog } from './pass-dialog.tsx';
import { PutOffDialog } from './put-off-dialog.tsx';
import { doneAndNext, isTriedAgain, letItemGo, tryItemAgain, workItem, workNext } from './queue-actions.ts';
import { focusQueue, QueueList } from './queue-list.tsx';

/** What waits for somebody: the queues, the items of one, and the booking of one item with what can be done. */
export function QueuesPage() {
  const state = useQueues();
  const { look, queue, refusal, refused } = state;
  const session = useSession(({ session }) => session);
  const desk = session?.desk ?? '';
  const supervisor = session?.role === 'supervisor';
  const item = shownItem(state, desk);
  const open = item?.lock?.desk === desk ? item : undefined;
  const [asked, setAsked] = useState<'later' | 'pass' | null>(null);
  const [note, setNote] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: a note belongs to the item that was open when it was typed
  useEffect(() => setNote(''), [open?.subject]);
  useEffect(() => {
    useQueues.getState().open();
    return followQueues();
  }, []);
  const show = (by: number) => focusQueue(queueAfter(queue, by));
  const done = open ? () => void doneAndNext(open, note) : undefined;
  const breaks = item?.lock && !open && supervisor;
  useKeys('queues', {
    '[': () => show(-1),
    ']': () => show(1),
    N: () => void workNext(),
    Enter: item ? () => void workItem(item) : undefined,
    O: item ? () => go({ name: 'reservations', bookingId: item.bookingId }) : undefined,
    Y: item && isTriedAgain(queue) && supervisor ? () => void tryItemAgain(item) : undefined,
    L: open ? () => setAsked('later') : undefined,
    R: open ? () => setAsked('pass') : undefined,
    'Ctrl Enter': done,
    Esc: item && (open || breaks) ? () => void letItemGo(item) : back,
  });
  const close = () => setAsked(null);
  return (
    <div className="qu">
      <ReservationTabs on="queues">
        {look && look.elsewhere > 0 ? (
          <Tag kind="other">
            <Icon name="lock" size={12} /> {look.elsewhere} open at other desks
          </Tag>
        ) : null}
        {look ? (
          <span className="t2 s12 nb">
            done today <b className="str">{look.doneToday}</b>, by this desk <b className="str">{look.doneHere}</b>
          </span>
        ) : null}
      </ReservationTabs>
      {look ? (
        <div className="qu-work">
          <QueueList {...{ look, queue }} shown={item} />
          <div className="qu-item">
            {item ? <ItemPanel key={item.bookingId} {...{ queue, item }} /> : <Empty icon="check" title="Nothing waits in this queue" />}
            <RefusalLine refusal={refused ?? refusal} />
            {item ? (
              <footer className="action-bar qu-bar" {...ACTION_ROW}>
                <TextField
                  aria-label="Note"
                  className="qu-note"
                  lead={<span className="med">Note</span>}
                  isDisabled={!open}
                  value={note}
                  maxLength={REASON_MAX}
                  onChange={setNote}
                />
                <Button kbd="N" onPress={() => void workNext()}>
                  Next
                </Button>
                <Button kbd="L" isDisabled={!open} onPress={() => setAsked('later')}>
                  Later
                </Button>
                <Button kbd="R" isDisabled={!open} onPress={() => setAsked('pass')}>
                  To another desk
                </Button>
                <Button variant="go" kbd="Ctrl Enter" isDisabled={!open} onPress={() => done?.()}>
                  Done and next
                </Button>
              </footer>
            ) : null}
          </div>
        </div>
      ) : (
        <Empty title={refusal?.message ?? 'Reading the queues'} />
      )}
      {asked === 'later' && open ? <PutOffDialog item={open} remark={note} onClose={close} /> : null}
      {asked === 'pass' && open ? <PassDialog item={open} remark={note} onClose={close} /> : null}
    </div>
  );
}
