import { MESSAGE_ANSWER_MS_MAX, MESSAGE_STALE_MS } from '../../shared/bounds.ts';
import type { MessageChannel } from '../../shared/message-kinds.ts';
import { messageOfEvent } from '../../shared/message-of-event.ts';
import { SYSTEM } from '../actor.ts';
import type { InnerHub } from '../hub/hub.ts';
import type { Timer } from '../hub/timer.ts';
import { JobLane } from '../jobs/job-lane.ts';
import type { JobAnswer } from '../jobs/job-work.ts';
import type { MessageContent } from '../queries/message-content.ts';
import type { MessageRow } from '../store/tables/messages-table.ts';
import { composeMessage } from './compose-message.ts';
import type { Mail } from './send-mail.ts';

/** What takes messages away. `key`: the same for each try of a message, so that whoever receives it knows a second copy. */
export interface Carrier {
  readonly mail: (key: string, mail: Omit<Mail, 'messageId'>, signal: AbortSignal) => Promise<JobAnswer>;
  readonly post: (key: string, message: object, signal: AbortSignal) => Promise<JobAnswer>;
}

export interface MessageLaneOptions {
  readonly hub: Pick<InnerHub, 'look' | 'change' | 'on' | 'now'>;
  readonly channel: MessageChannel;
  /** What waits for a channel that is off waits until it is on. */
  readonly isOn: () => boolean;
  readonly carrier: Carrier;
  readonly timer: Timer;
  readonly random: () => number;
  /** Called when the result of a try was stored, so that consoles that show messages ask again. */
  readonly tried: () => void;
}

/** The lane of the messages of one channel. */
export class MessageLane extends JobLane<MessageRow> {
  constructor({ hub, channel, isOn, carrier, timer, random, tried }: MessageLaneOptions) {
    super({
      ...{ hub, timer, random, answerMs: MESSAGE_ANSWER_MS_MAX, brokeOff: 'the channel broke off', lastLook: false },
      async due() {
        if (!isOn()) return [];
        const found = await hub.look('messages.due', { channel });
        return found.ok ? found.value : undefined;
      },
      work: (message, signal) => send(hub, carrier, message, signal),
      async record({ id: messageId }, result) {
        const reply = await hub.change('messages.record', { messageId, ...result }, SYSTEM, null);
        if (reply.ok) tried();
        return reply.ok;
      },
      // A rush wakes no lane whose channel is off.
      mayBeDue: (type) => isOn() && (messageOfEvent(type) !== null || type === 'message.sentAgain'),
    });
  }
}

async function send(
  hub: MessageLaneOptions['hub'],
  carrier: Carrier,
  { id: messageId, not_before }: MessageRow,
  signal: AbortSignal,
): Promise<JobAnswer> {
  if (hub.now() - not_before > MESSAGE_STALE_MS)
    return { done: false, answer: 'it waited for more than a day, so it was not sent by itself', lasting: true };
  const found = await hub.look('messages.content', { messageId });
  if (!found.ok) return { done: false, answer: 'the booking could not be read', lasting: false };
  const { value: content } = found;
  if (content.channel !== 'push' && !addressOf(content))
    return { done: false, answer: 'the booking has no address for it any more', lasting: true };
  const { subject, text, short, itinerary, calendar } = composeMessage(content);
  const key = `${messageId}.${content.at}`;
  if (content.channel === 'email') {
    const attachments = [
      { filename: `${content.locator}.txt`, content: itinerary, contentType: 'text/plain; charset=utf-8' },
      {
        filename: `${content.locator}.ics`,
        content: calendar.text,
        contentType: `text/calendar; charset=utf-8; method=${calendar.method}`,
      },
    ];
    return carrier.mail(key, { to: content.email, sender: content.company.name, subject, text, attachments }, signal);
  }
  const { channel, kind, language, locator } = content;
  const to = channel === 'sms' ? content.phone : null;
  return carrier.post(key, { channel, kind, language, locator, to, text: short }, signal);
}

const addressOf = ({ channel, email, phone }: MessageContent): string => (channel === 'email' ? email : phone);
