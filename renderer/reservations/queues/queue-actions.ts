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

/** How a step ended. busy: it was not asked for, because the one before is under way. */
type StepEnd = 'done' | 'busy' | Refusal;
type Ask = (about: About) => Promise<Reply<{ readonly subject: number | null }>>;

/** Does a step with an item of the queue that is shown. The item that is open then is shown. */
async function step(ask: Ask): Promise<StepEnd> {
  if (busy) return 'busy';
  busy = true;
  useQueues.setState({ refused: null });
  const { queue } = useQueues.getState();
  const reply = await ask({ requestId: newRequestId(), queue }).finally(() => {
    busy = false;
  });
  if (useQueues.getState().queue === queue) {
    if (reply.ok) useQueues.getState().choose(reply.value.subject);
    await useQueues.getState().load();
  }
  return reply.ok ? 'done' : reply.refusal;
}

/** The same, where no dialog says a refusal: it stays on the screen. `told`: what is said when it is done. */
async function stepOnPage(ask: Ask, told: string): Promise<void> {
  const end = await step(ask);
  if (end === 'done') announce(told);
  else if (end !== 'busy') useQueues.setState({ refused: end });
}

const deskNow = (): string => useSession.getState().session?.desk ?? '';

export function workNext(): Promise<void> {
  const after = openItem(useQueues.getState().look, deskNow())?.subject ?? null;
  return stepOnPage((about) => call('queues.next', { ...about, after }, 'person'), 'The next item is open');
}

export const workItem = ({ subject, locator }: QueueItem): Promise<void> =>
  stepOnPage((about) => call('queues.open', { ...about, subject }, 'person'), `${locator} is open at this desk`);

export const letItemGo = ({ subject, locator }: QueueItem): Promise<void> =>
  stepOnPage((about) => call('queues.letGo', { ...about, subject }, 'person'), `${locator} is let go`);

/** Done, and the next one is opened where there is one. What was typed as a note goes with it. */
export const doneAndNext = ({ subject, locator }: QueueItem, remark: string): Promise<void> =>
  stepOnPage((about) => call('queues.done', { ...about, subject, remark, next: true }, 'person'), `${locator} is done`);

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
  else useQueues.setState({ refused: reply.refusal });
}
