import type { QueueItem } from '../../../shared/methods/queues.ts';
import type { QueueName } from '../../../shared/queues.ts';
import type { Refusal, Reply } from '../../../shared/refusals.ts';
import { call, newRequestId } from '../../client/client.ts';
import { useSession } from '../../client/session-store.ts';
import { announce } from '../../parts/announcer.tsx';
import { openItem, useQueues } from '../../stores/queues-store.ts';

/** What every step with an item names. */
interface About {
  readonly requestId: string;
  readonly queue: QueueName;
}

let busy = false;

/** Does a step with an item of the queue that is shown. Its refusal stays on the screen; the item that is open then is shown. */
async function step(ask: (about: About) => Promise<Reply<{ readonly subject: number | null }>>): Promise<Refusal | undefined> {
  if (busy) return undefined;
  busy = true;
  const { queue } = useQueues.getState();
  const reply = await ask({ requestId: newRequestId(), queue }).finally(() => {
    busy = false;
  });
  if (useQueues.getState().queue !== queue) return undefined;
  if (reply.ok) useQueues.getState().choose(reply.value.subject);
  await useQueues.getState().load();
  if (reply.ok) return undefined;
  useQueues.setState({ refusal: reply.refusal });
  return reply.refusal;
}

const deskNow = (): string => useSession.getState().session?.desk ?? '';

export async function workNext(): Promise<void> {
  const after = openItem(useQueues.getState().look, deskNow())?.subject ?? null;
  if (!(await step((about) => call('queues.next', { ...about, after }, 'person')))) announce('The next item is open');
}

export async function workItem({ subject, locator }: QueueItem): Promise<void> {
  if (!(await step((about) => call('queues.open', { ...about, subject }, 'person')))) announce(`${locator} is open at this desk`);
}

export async function letItemGo({ subject, locator }: QueueItem): Promise<void> {
  if (!(await step((about) => call('queues.letGo', { ...about, subject }, 'person')))) announce(`${locator} is let go`);
}

/** Done, and the next one is opened where there is one. What was typed as a note goes with it. */
export async function doneAndNext({ subject, locator }: QueueItem, remark: string): Promise<boolean> {
  const refused = await step((about) => call('queues.done', { ...about, subject, remark, next: true }, 'person'));
  if (!refused) announce(`${locator} is done`);
  return !refused;
}

export const putOff = (subject: number, at: number, remark: string) =>
  step((about) => call('queues.later', { ...about, subject, at, remark }, 'person'));
export const passOn = (subject: number, desk: string, remark: string) =>
  step((about) => call('queues.pass', { ...about, subject, desk, remark }, 'person'));

/** Whether a supervisor may have an item done again here: a refund tried, a message sent. */
export const isTriedAgain = (queue: QueueName): boolean => queue === 'refundDue' || queue === 'failedMessage';

export async function tryItemAgain({ subject, locator }: QueueItem): Promise<void> {
  const { queue, load } = useQueues.getState();
  const requestId = newRequestId();
  const reply =
    queue === 'refundDue'
      ? await call('jobs.tryAgain', { requestId, jobId: subject }, 'person')
      : await call('messages.sendAgain', { requestId, messageId: subject }, 'person');
  await load();
  if (reply.ok) announce(`${locator} is tried again`);
  else useQueues.setState({ refusal: reply.refusal });
}
