import { JOB_TRIES_MAX } from '../../../shared/bounds.ts';
import type { Input } from '../../../shared/contract.ts';
import type { MessageChannel, MessageKind } from '../../../shared/message-kinds.ts';
import { HEARD } from '../message-checks.ts';
import { known, refused } from './expected.ts';
import { mayBeTried } from './jobs.ts';
import type { Commands, Model, ModelBooking } from './model.ts';

export type Wishes = Pick<Input<'messages.wish'>, 'language' | 'optedOut'>;

/** How somebody is reached. Empty texts where there is no such address. */
export interface ModelContact {
  readonly phone: string;
  readonly email: string;
}
/** What was typed for the sale of a hold. */
export interface Typed extends ModelContact {
  readonly wishes?: Wishes | undefined;
}

/** A message to the passengers of a booking, in one channel. */
export interface ModelMessage {
  readonly id: number;
  /** The entry of the journal that it tells of. */
  readonly event: number;
  readonly bookingId: number;
  readonly version: number;
  readonly kind: MessageKind;
  readonly channel: MessageChannel;
  readonly language: Wishes['language'];
  state: 'WAITING' | 'BEHIND' | 'DEAD' | 'SENT' | 'STOPPED';
  tries: number;
  notBefore: number;
}

const USUAL: Wishes = { language: 'en', optedOut: false };
const NOBODY: ModelContact = { phone: '', email: '' };
const CHANNELS = ['email', 'sms', 'push'] as const;
const CABINS = ['F', 'J', 'W', 'Y'];
/** As notes of the journal say it. */
const WORDS: Readonly<Record<string, string>> = {
  ...{ paymentFailed: 'payment failed', waitlistOffered: 'waitlist offered', flightsChanged: 'flight changed' },
  ...{ reaccommodated: 'other flight' },
  ...{ email: 'e-mail', sms: 'SMS', en: 'English', es: 'Spanish' },
};
const said = (word: string): string => WORDS[word] ?? word;

/** How the passengers of a booking are reached now. While it is not sold, what was typed for the sale counts. */
export function contactOf(model: Model, bookingId: number): ModelContact {
  const typed = model.drafts.has(bookingId) ? model.typed.get(bookingId) : undefined;
  return model.contacts.get(bookingId) ?? typed ?? NOBODY;
}

/** What was said for the booking counts before what was typed for its sale. */
export function wishesOf(model: Model, bookingId: number): Wishes {
  const typed = model.drafts.has(bookingId) && !model.contacts.has(bookingId) ? model.typed.get(bookingId) : undefined;
  return model.wishes.get(bookingId) ?? typed?.wishes ?? USUAL;
}

/** Most wish the usual. */
export function keepWishes(model: Model, bookingId: number, wishes: Wishes | undefined): void {
  if (!wishes || (!wishes.optedOut && wishes.language === USUAL.language)) return;
  model.wishes.set(bookingId, wishes);
  if (wishes.optedOut) stopOpen(model, bookingId);
}

/** What is not sent yet to who wants no messages is sent no more. How many these are. */
function stopOpen(model: Model, bookingId: number): number {
  const open = model.messages.filter((one) => one.bookingId === bookingId && ['WAITING', 'BEHIND', 'DEAD'].includes(one.state));
  for (const message of open) message.state = 'STOPPED';
  return open.length;
}

const unsent = (model: Model, { bookingId, channel }: Pick<ModelMessage, 'bookingId' | 'channel'>, but?: ModelMessage) =>
  model.messages.find(
    (one) => one !== but && one.bookingId === bookingId && one.channel === channel && (one.state === 'WAITING' || one.state === 'BEHIND'),
  );

/** A flight on which it sits in a better cabin than before its last change. */
function isUpgraded(model: Model, { bookingId, version, legs }: ModelBooking): boolean {
  const before = model.versions.find((kept) => kept.bookingId === bookingId && kept.version === version - 1);
  const was = new Map(before?.legs.map(({ flightId, cabin }) => [flightId, cabin]));
  return legs.some(({ flightId, cabin }) => {
    const cabinBefore = was.get(flightId);
    return cabinBefore !== undefined && CABINS.indexOf(cabin) < CABINS.indexOf(cabinBefore);
  });
}

function kindOf(model: Model, type: string, booking: ModelBooking, offered: ReadonlySet<number | null>): MessageKind | undefined {
  if (type === 'booking.changed') return isUpgraded(model, booking) ? 'upgraded' : 'changed';
  if (type === 'hold.placed') return offered.has(booking.bookingId) ? 'waitlistOffered' : 'held';
  return HEARD[type]?.[0];
}

/** The messages that follow from what one command did, which began with this event of the model's: one for each event and channel. */
export function tellPassengers(model: Model, from: number, now: number): void {
  const told = model.events.slice(from);
  const offered = new Set(told.map(([type, , data]) => (type === 'waitlist.offered' ? (data as { hold: number | null }).hold : null)));
  for (const [at, [type, bookingId]] of told.entries()) {
    const booking = model.bookings.get(bookingId ?? 0);
    const kind = booking && kindOf(model, type, booking, offered);
    if (!kind) continue;
    model.activity.push({ event: model.newestEvent + from + at + 1, bookingId: booking.bookingId, kind });
    // A new hold has nobody yet.
    const isNew = type === 'hold.placed' && kind === 'held';
    const { phone, email } = isNew ? NOBODY : contactOf(model, booking.bookingId);
    const { language, optedOut } = isNew ? USUAL : wishesOf(model, booking.bookingId);
    if (optedOut) {
      model.met.push('told nobody');
      continue;
    }
    for (const channel of CHANNELS) {
      if ((channel === 'email' && !email) || (channel === 'sms' && !phone)) continue;
      const about = { bookingId: booking.bookingId, version: booking.version, kind, channel, language };
      const state = unsent(model, about) ? 'BEHIND' : 'WAITING';
      model.messages.push({
        ...{ id: model.messages.length + 1, event: model.newestEvent + from + at + 1, ...about },
        ...{ state, tries: 0, notBefore: now },
      });
    }
  }
}

/** What is told of this event and of all after it; without how far it got. */
export const messagesOf = (model: Model, since: number) =>
  model.messages
    .slice(model.messages.findIndex(({ event }) => event >= since))
    .flatMap(({ state: _, tries: __, notBefore: ___, ...message }) => (message.event >= since ? [message] : []));

/** Moves a message on. When it waits no more, the next one of the booking in this channel has its turn. */
function move(model: Model, message: ModelMessage, to: ModelMessage['state'], now: number): void {
  const { state } = message;
  message.state = to;
  if (state !== 'WAITING' || to === 'WAITING') return;
  const next = unsent(model, message);
  if (next) Object.assign(next, { state: 'WAITING', notBefore: now });
}

function tell(model: Model, type: string, bookingId: number, note: string): void {
  const { desk } = model.booking(bookingId);
  model.events.push([type, bookingId, { bookingId, desk, amount: 0, legs: [], note }]);
}

const tellOf = (model: Model, type: string, { bookingId, kind, channel }: ModelMessage): void =>
  tell(model, type, bookingId, `${said(kind)}, by ${said(channel)}`);

interface Tried {
  readonly messageId: number;
  readonly triesBefore: number;
  readonly done: boolean;
  readonly lasting: boolean;
  readonly retryAfterMs: number;
}

export const MESSAGES: Commands = {
  'messages.record'(model, { messageId, triesBefore, done, lasting, retryAfterMs }: Tried, { now }) {
    const message = model.messages[messageId - 1];
    if (message?.state !== 'WAITING' || message.tries !== triesBefore) return { recorded: false };
    mayBeTried(model, message, now);
    message.tries++;
    // The newest try counts by its time, and the clock may have been set back since the one before.
    model.queues.triedAt.set(messageId, Math.max(model.queues.triedAt.get(messageId) ?? 0, now));
    const end = done ? 'SENT' : lasting || message.tries >= JOB_TRIES_MAX ? 'DEAD' : undefined;
    model.met.push(`${message.channel} ${end ?? 'later'}`);
    if (end) {
      move(model, message, end, now);
      tellOf(model, end === 'SENT' ? 'message.sent' : 'message.stuck', message);
    } else message.notBefore = now + retryAfterMs;
    return { recorded: true };
  },
  'messages.sendAgain'(model, { messageId }: Input<'messages.sendAgain'>, { now }) {
    const message = known(model.messages[messageId - 1], 'MESSAGE_UNKNOWN');
    if (message.state === 'SENT' || message.state === 'STOPPED') throw refused('MESSAGE_ENDED');
    model.met.push(message.state === 'DEAD' ? 'dead letter' : 'waiting');
    const behind = message.state !== 'WAITING' && unsent(model, message, message);
    Object.assign(message, { state: behind ? 'BEHIND' : 'WAITING', notBefore: now });
    model.sentAgain.add(messageId);
    tellOf(model, 'message.sentAgain', message);
    return { messageId };
  },
  'messages.wish'(model, { bookingId, language, optedOut }: Input<'messages.wish'>) {
    model.booking(bookingId);
    model.wishes.set(bookingId, { language, optedOut });
    if (optedOut) model.met.push(stopOpen(model, bookingId) > 0 ? 'stops some' : 'not wanted');
    tell(model, 'message.wished', bookingId, optedOut ? 'not wanted' : `in ${said(language)}`);
    return { language, optedOut };
  },
};
