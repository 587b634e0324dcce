import { useEffect } from 'react';
import type { BookingView } from '../../../shared/methods/booking-view.ts';
import type { QueueItem } from '../../../shared/methods/queues.ts';
import { QUEUE_WORDS, type QueueName } from '../../../shared/queues.ts';
import { onHeard } from '../../client/client.ts';
import { useSession } from '../../client/session-store.ts';
import { ACTION_ROW, SCROLLS } from '../../keys/key-place.ts';
import { Empty } from '../../parts/empty.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useNow } from '../../stores/clock-store.ts';
import { go } from '../../stores/navigation-store.ts';
import { contactOf } from '../booking-facts.ts';
import { BookingHead } from '../booking-head.tsx';
import { useBooking } from '../booking-store.ts';
import { deadlineText } from '../deadline-text.ts';
import { HistoryTimeline } from '../history-timeline.tsx';
import { Itinerary } from '../itinerary.tsx';
import { MoneyPanel } from '../money-panel.tsx';
import { PassengerTable } from '../passenger-table.tsx';
import { isTriedAgain, letItemGo, tryItemAgain, workItem } from './queue-actions.ts';
import { ageText, OPEN_WORDS, whyQueued } from './queue-words.ts';

const MINUTE = 60_000;
const AGAIN_WORDS: Partial<Record<QueueName, string>> = { refundDue: 'Try the refund again', failedMessage: 'Send the message again' };

/** The booking that an item is about, why it waits, and what can be done about it. */
export function ItemPanel({ queue, item }: { queue: QueueName; item: QueueItem }) {
  const booking = useBooking((state) => (state.bookingId === item.bookingId ? state.booking : null));
  const refusal = useBooking((state) => state.refusal);
  useEffect(() => {
    const { open, hear } = useBooking.getState();
    void open(item.bookingId);
    return onHeard((heard) => {
      if (!('notice' in heard)) hear(heard);
    });
  }, [item.bookingId]);
  if (!booking) return <Empty icon="booking" title={refusal?.message ?? 'Reading the booking'} />;
  return (
    <>
      <BookingHead booking={booking} />
      <div className="rv-cols">
        <section className="rv-main" {...SCROLLS} aria-label={`Booking ${booking.locator}`}>
          <Why {...{ queue, item, booking }} />
          <Itinerary booking={booking} />
          <PassengerTable booking={booking} />
          <div className="rv-split">
            <MoneyPanel booking={booking} />
          </div>
        </section>
        <aside className="rv-aside" {...SCROLLS} aria-label="Actions and history">
          <Actions queue={queue} item={item} />
          <HistoryTimeline />
        </aside>
      </div>
    </>
  );
}

function Why({ queue, item, booking }: { queue: QueueName; item: QueueItem; booking: BookingView }) {
  const now = useNow(MINUTE);
  const { since, due, until, originZone, origin, remark, forDesk } = item;
  // Who is to be told is called: how stands first, because in a narrow window the passengers are out of sight.
  const contact = queue === 'waitlist' ? contactOf(booking) : null;
  const clock = (at: number) => deadlineText(at, originZone, origin, now);
  const limit = due !== null && queue === 'timeLimit' ? `pay by ${clock(due)}` : '';
  const ends =
    until === null || until === due ? '' : queue === 'refundDue' ? `tried again at ${clock(until)}` : `seats kept until ${clock(until)}`;
  return (
    <section className="rv-block qu-what" aria-labelledby="qu-what">
      <div className="panel-h">
        <h2 id="qu-what">{QUEUE_WORDS[queue]}</h2>
        <Tag kind={item.stands || queue === 'failedMessage' ? 'bad' : 'warn'}>
          {due !== null && due > now ? `due in ${ageText(due - now)}` : `waits ${ageText(now - since)}`}
        </Tag>
        <span className="push s12 t2">{[limit, ends].filter(Boolean).join(', ')}</span>
      </div>
      <p className="qu-line">{whyQueued(queue, item)}</p>
      {contact ? (
        <p className="qu-line">
          Call {item.name} on <b className="med nb">{contact.phone || contact.email}</b>.
        </p>
      ) : null}
      {forDesk ? <p className="qu-line med">Left to desk {forDesk}.</p> : null}
      {remark ? <p className="qu-line t2">Note: {remark}</p> : null}
    </section>
  );
}

function Actions({ queue, item }: { queue: QueueName; item: QueueItem }) {
  const session = useSession((state) => state.session);
  const here = item.lock?.desk === session?.desk;
  const supervisor = session?.role === 'supervisor';
  const again = isTriedAgain(queue) ? AGAIN_WORDS[queue] : undefined;
  return (
    <section aria-labelledby="qu-actions">
      <div className="panel-h">
        <h2 id="qu-actions">Actions</h2>
        {item.lock ? (
          <span className="push">
            <Tag kind={here ? 'acc' : 'other'}>
              <Icon name="lock" size={12} /> {here ? 'open at this desk' : `open at ${item.lock.desk}`}
            </Tag>
          </span>
        ) : null}
      </div>
      <div className="rv-acts" {...ACTION_ROW}>
        {here ? null : item.lock ? (
          <Act
            kbd="Esc"
            what={`Let ${item.lock.user} at ${item.lock.desk} go`}
            then={supervisor ? 'the item is for others again' : 'a supervisor may'}
            off={!supervisor}
            onPress={() => void letItemGo(item)}
          />
        ) : (
          <Act kbd="Enter" what="Work this item" then="no other desk gets it meanwhile" onPress={() => void workItem(item)} />
        )}
        <Act
          kbd="O"
          what={`Open ${item.locator}`}
          then={`${OPEN_WORDS[queue]}; the item stays open`}
          onPress={() => go({ name: 'reservations', bookingId: item.bookingId })}
        />
        {again ? (
          <Act
            kbd="Y"
            what={again}
            then={supervisor ? 'at once' : 'a supervisor may'}
            off={!supervisor}
            onPress={() => void tryItemAgain(item)}
          />
        ) : null}
      </div>
    </section>
  );
}

function Act({ kbd, what, then, off = false, onPress }: { kbd: string; what: string; then: string; off?: boolean; onPress: () => void }) {
  return (
    <button type="button" className={off ? 'rv-act no' : 'rv-act'} aria-disabled={off} onClick={() => !off && onPress()}>
      <kbd aria-hidden>{kbd}</kbd>
      <span className="rv-what">
        <span>{what}</span>
        <span>{then}</span>
      </span>
      <span className="num" />
    </button>
  );
}
