import type { JobAnswer } from '../../main/jobs/job-work.ts';
import { MessageLane } from '../../main/messages/message-lane.ts';
import { seededRandom } from '../../main/seeded-random.ts';
import { JOB_DRAIN_MS_MAX, MESSAGE_ANSWER_MS_MAX } from '../../shared/bounds.ts';
import { SECOND_MS } from '../../shared/instants.ts';
import { MESSAGE_CHANNELS, type MessageChannel } from '../../shared/message-kinds.ts';
import { Failure } from './failure.ts';
import { contactOf } from './model/messages.ts';
import type { SimulatedHub } from './simulated-hub.ts';

/** What becomes of messages. half: the first is taken and the second is not, and so on. hang: nobody answers. */
export type PostMood = 'well' | 'half' | 'refuse' | 'refuse-for-good' | 'hang';

/** In a channel that hangs, so much time passes that a try is given up. */
const OPEN_MS = { well: 0, half: 0, refuse: 0, 'refuse-for-good': 0, hang: MESSAGE_ANSWER_MS_MAX + SECOND_MS };

/** The mail server and the webhook are reached for a while, and the lanes of main/messages send what waits. */
export async function openPost(hub: SimulatedHub, mood: PostMood, seed: number): Promise<void> {
  await hub.settle();
  const { starts } = hub;
  const random = seededRandom(seed);
  let taken = 0;
  const answer = async (channel: MessageChannel, key: string, to: string | null): Promise<JobAnswer> => {
    hub.guard(() => mayBeSent(hub, channel, Number(key.split('.')[0]), to));
    if (mood === 'hang') return new Promise(() => {});
    if (mood === 'well' || (mood === 'half' && ++taken % 2 === 1)) return { done: true, answer: 'taken' };
    return { done: false, answer: 'not taken', lasting: mood === 'refuse-for-good' };
  };
  const carrierOf = (channel: MessageChannel) => ({
    mail: (key: string, { to }: { readonly to: string }) => answer(channel, key, to),
    post: (key: string, message: object) => answer(channel, key, (message as { to: string | null }).to),
  });
  // Who died with the process looks no more.
  const timer = { after: (ms: number, then: () => void) => (hub.starts === starts ? hub.time.timer.after(ms, then) : () => {}) };
  const lanes = MESSAGE_CHANNELS.map(
    (channel) =>
      new MessageLane({
        ...{ hub: hub.hub, channel, isOn: () => hub.starts === starts, carrier: carrierOf(channel), timer },
        ...{ random: () => random.next(), tried: () => {} },
      }),
  );
  for (const lane of lanes) lane.start();
  await hub.settle();
  await hub.pass(OPEN_MS[mood]);
  if (hub.starts !== starts) return;
  let closed = false;
  void Promise.all(lanes.map((lane) => lane.close())).then(() => (closed = true));
  await hub.settle();
  for (let waited = 0; !closed && hub.starts === starts; waited += SECOND_MS) {
    if (waited > JOB_DRAIN_MS_MAX + SECOND_MS) throw new Failure('post', `its lanes are still at work after ${waited} ms`);
    await hub.pass(SECOND_MS);
  }
}

/**
 * A message that is carried away has its turn, goes to its own address, and to nobody who wants none. Messages of a booking go in order: none is before
 * it in its channel, unless a supervisor sends that one again.
 */
function mayBeSent({ judge: { model } }: SimulatedHub, channel: MessageChannel, id: number, to: string | null): void {
  const message = model.messages[id - 1];
  if (message?.state !== 'WAITING') throw new Failure('message', `message ${id} is sent, which is ${message?.state}`);
  const { bookingId } = message;
  if (message.channel !== channel) throw new Failure('message', `message ${id} goes by ${channel}, not by ${message.channel}`);
  const { phone, email } = contactOf(model, bookingId);
  const address = { email, sms: phone, push: null }[channel];
  if (to !== address) throw new Failure('message', `message ${id} goes to ${to}, not to ${address}`);
  if (model.wishes.get(bookingId)?.optedOut) throw new Failure('message', `message ${id} goes to who wants none`);
  const before = model.messages.find(
    (one) => one.id < id && one.bookingId === bookingId && one.channel === channel && ['WAITING', 'BEHIND'].includes(one.state),
  );
  if (before && !model.sentAgain.has(before.id)) throw new Failure('message order', `message ${id} is sent before message ${before.id}`);
}
