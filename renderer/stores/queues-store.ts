import { create } from 'zustand';
import type { Output } from '../../shared/contract.ts';
import { isAbout } from '../../shared/event-effects.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../shared/instants.ts';
import type { QueueItem } from '../../shared/methods/queues.ts';
import type { Heard } from '../../shared/notices.ts';
import { QUEUES, type QueueName } from '../../shared/queues.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { topicsOf } from '../../shared/topics.ts';
import { type Asking, askOnceMore } from '../client/ask-once-more.ts';
import { call, onHeard } from '../client/client.ts';
import { onSessionOver } from '../client/on-session-over.ts';
import { useSession } from '../client/session-store.ts';
import { localTime } from '../format/times.ts';
import { serverNow } from './clock-store.ts';

/** After an event the queues are read at most so often: a rush must not be a rush of questions. */
const QUEUES_WAIT_MS = SECOND_MS;
/** What comes back at its time, or into a queue by its age, tells no event. */
const QUEUES_RENEWED_MS = 30 * SECOND_MS;

interface QueuesState {
  /** How much waits in all queues together, and the newest event that this tells of. */
  readonly count: number;
  readonly countedAt: number;
  /** Null until the hub answered. */
  readonly look: Output<'queues.look'> | null;
  /** Why they could not be read. */
  readonly refusal: Refusal | null;
  /** Why the last step with an item was not done. It stays until the next step, or until another item or queue is shown. */
  readonly refused: Refusal | null;
  readonly queue: QueueName;
  /** The item that was chosen; the one that is shown may be another while this one is not there. */
  readonly chosen: number | null;
  /** The page was opened and shows no queue by choice yet: it begins with one in which something waits. */
  readonly opening: boolean;
  readonly asking: Asking;
  load(): Promise<void>;
  /** For the page of the queues: where nothing waits in the one that stood there, it begins with the first in which something does. */
  open(): void;
  show(queue: QueueName): void;
  choose(subject: number | null): void;
}

const nothing = () => ({
  ...{
    count: 0,
    countedAt: 0,
    look: null,
    refusal: null,
    refused: null,
    queue: 'timeLimit' as QueueName,
    chosen: null,
    opening: false,
    asking: 'no' as const,
  },
});

/** Midnight of today by the clock of this counter. It may be off by the hour on a day when the clocks change. */
function dayBegan(): number {
  const now = serverNow();
  const [hours = '0', minutes = '0'] = localTime(now, useSession.getState().state?.home.zone ?? 'UTC').split(':');
  return Math.max(0, now - (now % MINUTE_MS) - Number(hours) * HOUR_MS - Number(minutes) * MINUTE_MS);
}

/** What waits for somebody: counted for the frame, and one queue with its items for its screen. */
export const useQueues = create<QueuesState>()((set, get, store) => ({
  ...nothing(),
  load: () =>
    askOnceMore(store, async () => {
      const { queue } = get();
      const reply = await call('queues.look', { queue, dayBegan: dayBegan() });
      if (!reply.ok) return { refusal: reply.refusal };
      if (get().queue !== queue) return 'again';
      const { queues, version } = reply.value;
      if (get().opening) {
        const begun = firstToDo(queues, queue);
        set({ opening: false, queue: begun });
        if (begun !== queue) return 'again';
      }
      return {
        ...counted(
          queues.reduce((sum, { count }) => sum + count, 0),
          version,
        ),
        look: reply.value,
        refusal: null,
      };
    }),
  open() {
    set({ opening: true });
    void get().load();
  },
  show(queue) {
    if (queue === get().queue) return;
    const { look } = get();
    set({ queue, opening: false, chosen: null, refused: null, look: look && { ...look, items: [], putOff: [] } });
    void get().load();
  },
  choose: (chosen) => set(chosen === get().chosen ? {} : { chosen, opening: false, refused: null }),
}));

/** The queue that stood there, or where nothing waits in it, the first in which something does. */
const firstToDo = (queues: Output<'queues.look'>['queues'], queue: QueueName): QueueName =>
  queues.some((one) => one.queue === queue && one.count > 0) ? queue : (queues.find(({ count }) => count > 0)?.queue ?? queue);

/** The newer of two counts: an answer may come behind a notice that knows more. */
const counted = (count: number, version: number): Partial<QueuesState> =>
  version < useQueues.getState().countedAt ? {} : { count, countedAt: version };

/** The item that this desk has open. */
export const openItem = (look: Output<'queues.look'> | null, desk: string): QueueItem | undefined =>
  look?.items.find(({ lock }) => lock?.desk === desk);

/** The item that is shown: the one that was chosen, else the one that is open here, else the first. */
export function shownItem({ look, chosen }: Pick<QueuesState, 'look' | 'chosen'>, desk: string): QueueItem | undefined {
  const all = [...(look?.items ?? []), ...(look?.putOff ?? [])];
  return all.find(({ subject }) => subject === chosen) ?? openItem(look, desk) ?? look?.items[0];
}

/** The queue so many places further down. */
export const queueAfter = (queue: QueueName, by: number): QueueName =>
  QUEUES[(QUEUES.indexOf(queue) + by + QUEUES.length) % QUEUES.length] ?? queue;

let waiting: ReturnType<typeof setTimeout> | undefined;

/** Whether what was heard may move something into a queue, or out of it. */
function matters(heard: Heard): boolean {
  if ('notice' in heard) return heard.type === 'jobs.changed' || heard.type === 'messages.changed';
  return isAbout(heard, 'setting') || isAbout(heard, 'schedule') || topicsOf(heard).includes('queues');
}

/** While the queues are on the screen. */
export function hearQueues(heard: Heard): void {
  if (!matters(heard) || waiting !== undefined) return;
  waiting = setTimeout(() => {
    waiting = undefined;
    void useQueues.getState().load();
  }, QUEUES_WAIT_MS);
}

/** Reads the queues again whenever something moves in them, and now and then, until the returned function is called. */
export function followQueues(): () => void {
  const stop = onHeard(hearQueues);
  const renew = setInterval(() => void useQueues.getState().load(), QUEUES_RENEWED_MS);
  return () => {
    stop();
    clearInterval(renew);
  };
}

/** On every screen: the hub tells how much waits when that has changed, and a connection that is there again has missed it. */
export function hearCount(heard: Heard): void {
  if (!('notice' in heard)) return;
  if (heard.type === 'queues.counted') useQueues.setState(counted(heard.count, heard.version));
  else if (heard.type === 'hello') void useQueues.getState().load();
}

onSessionOver(() => {
  clearTimeout(waiting);
  waiting = undefined;
  useQueues.setState(nothing());
});
