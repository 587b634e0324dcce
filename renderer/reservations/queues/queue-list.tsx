import type { KeyboardEvent } from 'react';
import type { Output } from '../../../shared/contract.ts';
import type { QueueItem } from '../../../shared/methods/queues.ts';
import { QUEUE_WORDS, type QueueName } from '../../../shared/queues.ts';
import { useSession } from '../../client/session-store.ts';
import { agentMoment } from '../../format/agent-moment.ts';
import { FIRST, LETTERS_ACT } from '../../keys/key-place.ts';
import { Icon } from '../../parts/icon.tsx';
import { KeyHint, KeyHints } from '../../parts/key-hint.tsx';
import { walkRows } from '../../parts/walk-rows.ts';
import { useNow } from '../../stores/clock-store.ts';
import { useQueues } from '../../stores/queues-store.ts';
import { today } from '../../stores/today.ts';
import { workItem } from './queue-actions.ts';
import { changeSaid, lockedText, QUEUE_EMPTY, waitsText, whyQueued } from './queue-words.ts';

type Look = Output<'queues.look'>;
const MINUTE = 60_000;

/** Goes to a queue, which shows it. The focus goes with it, so that the arrows and Enter go on from there. */
export const focusQueue = (queue: QueueName): void => document.querySelector<HTMLElement>(`[data-queue="${queue}"]`)?.focus();

/** All queues with their counts; under them the items of one, and what was put off. */
export function QueueList({ look, queue, shown }: { look: Look; queue: QueueName; shown: QueueItem | undefined }) {
  const now = useNow(MINUTE);
  const { items, putOff } = look;
  const at = items.findIndex(({ subject }) => subject === shown?.subject);
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    walkRows(event, at);
    const item = items[at];
    // A row is a button, which would take Enter for itself and only choose the item again.
    if (event.key !== 'Enter' || event.ctrlKey || event.repeat || !item) return;
    event.preventDefault();
    void workItem(item);
  };
  const pressQueue = (event: KeyboardEvent<HTMLElement>): void => {
    walkRows(
      event,
      look.queues.findIndex((one) => one.queue === queue),
    );
    if (event.key !== 'Enter' || event.ctrlKey || event.repeat) return;
    event.preventDefault();
    document.querySelector<HTMLElement>('.qu-items button[tabindex="0"]')?.focus();
  };
  return (
    <section className="qu-lists" aria-label="Queues">
      <div className="panel-h">
        <h2 id="qu-queues">Queues</h2>
        <span className="s12 t3">count, oldest</span>
        <KeyHints>
          <KeyHint keys={['[', ']']}>queue</KeyHint>
        </KeyHints>
      </div>
      <fieldset className="qu-queues" aria-labelledby="qu-queues" onKeyDown={pressQueue} {...LETTERS_ACT}>
        {look.queues.map(({ queue: name, count, since, due }) => (
          <button
            key={name}
            type="button"
            data-queue={name}
            className={`qu-q${name === queue ? ' on' : ''}${count === 0 ? ' none' : ''}`}
            aria-pressed={name === queue}
            tabIndex={name === queue ? 0 : -1}
            onFocus={() => useQueues.getState().show(name)}
            onClick={() => useQueues.getState().show(name)}
          >
            <span className="cut">{QUEUE_WORDS[name]}</span>
            <b className="num">{count}</b>
            <span className={`num s12 ${due !== null && due > now ? 'warn med' : 't2'}`}>
              {since === null ? '' : waitsText({ since, due }, now)}
            </span>
          </button>
        ))}
      </fieldset>
      <div className="panel-h qu-of">
        <h2 id="qu-items">{QUEUE_WORDS[queue]}</h2>
        <span className="s12 t3">{items.length > 0 ? `${items.length}, urgent first` : 'empty'}</span>
        <KeyHints>
          <KeyHint keys={['↑', '↓']}>item</KeyHint>
        </KeyHints>
      </div>
      {items.length === 0 ? <p className="qu-empty s12 t2">{QUEUE_EMPTY[queue]}</p> : null}
      <fieldset className="qu-items" aria-labelledby="qu-items" onKeyDown={press} {...LETTERS_ACT} {...FIRST}>
        {items.map((item, index) => (
          <Row key={item.subject} {...{ queue, item, now }} on={item.subject === shown?.subject} first={at < 0 && index === 0} />
        ))}
      </fieldset>
      {putOff.length > 0 ? <PutOff {...{ putOff }} /> : null}
      <div className="qu-foot">
        <KeyHint keys={['Enter']}>work</KeyHint>
        <KeyHint keys={['N']}>next</KeyHint>
        <KeyHint keys={['Esc']}>let go</KeyHint>
      </div>
    </section>
  );
}

const nameAndMore = ({ name, passengers }: QueueItem): string => `${name || 'no name yet'}${passengers > 1 ? ` +${passengers - 1}` : ''}`;

function Row({ queue, item, now, on, first }: { queue: QueueName; item: QueueItem; now: number; on: boolean; first: boolean }) {
  const desk = useSession(({ session }) => session?.desk);
  const choose = () => useQueues.getState().choose(item.subject);
  const other = item.lock && item.lock.desk !== desk ? item.lock : null;
  return (
    <button
      type="button"
      className={`qu-it${on ? ' on' : ''}${other ? ' lock' : ''}`}
      aria-pressed={on}
      tabIndex={on || first ? 0 : -1}
      onFocus={choose}
      onClick={choose}
    >
      <span className="cut">
        <b className="code">{item.locator}</b> <span className={on ? 'med' : 't2'}>{nameAndMore(item)}</span>
      </span>
      <span className="num t2 s12">{waitsText(item, now)}</span>
      <span className="qu-why cut prop">
        {other ? (
          <span className="qu-lk">
            <Icon name="lock" size={13} />
            desk {other.desk}, {other.user}, for {lockedText(now - other.at)}
          </span>
        ) : (
          <>
            {item.lock ? <span className="acc med">open here; </span> : null}
            {item.forDesk ? <span className="med">for desk {item.forDesk}; </span> : null}
            {item.changed && queue !== 'scheduleChange' ? <span className="med">{changeSaid(item.changed)}; </span> : null}
            {whyQueued(queue, item)}
          </>
        )}
      </span>
    </button>
  );
}

function PutOff({ putOff }: { putOff: readonly QueueItem[] }) {
  const zone = useSession(({ state }) => state?.home.zone ?? 'UTC');
  return (
    <div className="qu-off">
      <div className="panel-h">
        <h2 id="qu-off">Put off</h2>
        <span className="s12 t3">{putOff.length}, back at their time</span>
      </div>
      <ul aria-labelledby="qu-off">
        {putOff.slice(0, 20).map((item) => (
          <li key={item.subject} className="qu-it">
            <button type="button" className="qu-choose cut" onClick={() => useQueues.getState().choose(item.subject)}>
              <b className="code">{item.locator}</b> <span className="t2">{nameAndMore(item)}</span>
            </button>
            <span className="num t2 s12">{agentMoment(item.laterAt ?? 0, zone, today(zone))}</span>
            {item.remark ? <span className="qu-why cut prop">{item.remark}</span> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
