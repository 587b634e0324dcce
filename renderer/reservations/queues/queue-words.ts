import { HOUR_MS, MINUTE_MS } from '../../../shared/instants.ts';
import { markWords } from '../../../shared/leg-change-words.ts';
import type { MessageChannel, MessageKind } from '../../../shared/message-kinds.ts';
import type { LegNow } from '../../../shared/methods/leg-now.ts';
import type { QueueItem } from '../../../shared/methods/queues.ts';
import { minor, moneyText } from '../../../shared/money.ts';
import type { QueueName } from '../../../shared/queues.ts';
import { howLong } from '../../format/how-long.ts';
import { elapsed } from '../../format/times.ts';

/** What stands in an empty queue. */
export const QUEUE_EMPTY: Readonly<Record<QueueName, string>> = {
  scheduleChange: 'Bookings stand here whose flights the carrier changed, until their passengers have another way or their money back.',
  timeLimit: 'Holds that are paid later stand here some hours before their time limit.',
  refundDue: 'Money that could not be given back stands here until it has gone.',
  failedPayment: 'Holds that were not paid stand here for three days, or until somebody has looked into them.',
  waitlist: 'Parties of the waitlist whose seats are held stand here until they were told.',
  failedMessage: 'Messages that did not get through stand here.',
};

/** What opening the booking of an item is good for. */
export const OPEN_WORDS: Readonly<Record<QueueName, string>> = {
  scheduleChange: 'to give it another way, change or cancel it',
  timeLimit: 'to pay, change or release it',
  refundDue: 'to see what was paid and what went back',
  failedPayment: 'to hold the seats again, or sell anew',
  waitlist: 'to pay or release it',
  failedMessage: 'to see its messages',
};

/** With what stands before them: `e-mail of a hold`. */
const MESSAGE_WORDS: Readonly<Record<MessageKind, string>> = {
  held: 'a hold',
  confirmed: 'a confirmation',
  expired: 'the end of a hold',
  cancelled: 'a cancellation',
  changed: 'a change',
  upgraded: 'an upgrade',
  paymentFailed: 'a failed payment',
  waitlistOffered: 'a waitlist offer',
  flightsChanged: 'a change of flights',
  reaccommodated: 'other flights',
};
const CHANNEL_WORDS: Readonly<Record<MessageChannel, string>> = { email: 'e-mail', sms: 'SMS', push: 'push message' };

const dots = (answer: string): string => (answer === '' ? '' : `: ${answer}`);
const sum = ({ amount, currency }: QueueItem): string => (amount === null ? '' : `${moneyText(minor(amount), currency)} ${currency}`);

/** `AA 2336: TK 35 min later`. */
export const changeSaid = (changed: LegNow): string => `${changed.flight}: ${markWords(changed)}`;

/** One line of why an item waits. */
export function whyQueued(queue: QueueName, item: QueueItem): string {
  switch (queue) {
    case 'scheduleChange':
      return item.changed ? changeSaid(item.changed) : 'its flights are as they were sold again';
    case 'timeLimit':
      if (item.stands) return `${sum(item)} not paid at its limit; seats are still kept`;
      return `${sum(item)} to pay; ${item.kind === 'cancel' ? 'cancelled at its limit' : 'waits here at its limit'}`;
    case 'refundDue':
      return `${sum(item)} ${item.kind === 'reversal' ? 'charged for nothing' : 'to go back'}${dots(item.answer)}`;
    case 'failedPayment':
      return `${sum(item)} not paid${dots(item.answer)}`;
    case 'waitlist':
      return `seats on ${item.flight} are held, ${sum(item)}`;
    case 'failedMessage':
      return `${CHANNEL_WORDS[item.channel as MessageChannel]} of ${MESSAGE_WORDS[item.kind as MessageKind]}${dots(item.answer)}`;
  }
}

/** `4 min`: how long another desk works an item. It is locked for minutes only. */
export const lockedText = (ms: number): string => `${Math.max(0, Math.floor(ms / MINUTE_MS))} min`;

/** `0 h 40`, `3 h 40`, from a day on `1 d 2 h`. */
export const ageText = (ms: number): string => (ms < HOUR_MS ? elapsed(Math.max(0, Math.floor(ms / MINUTE_MS))) : howLong(ms));

/** How long it has waited, or in how long it is due. */
export const waitsText = ({ since, due }: { readonly since: number; readonly due: number | null }, now: number): string =>
  due !== null && due > now ? `in ${ageText(due - now)}` : ageText(now - (due ?? since));
