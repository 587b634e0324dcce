import { z } from 'zod';
import { WEBHOOK_ADDRESS_MAX } from '../bounds.ts';
import { EMAIL_MAX } from '../contact.ts';
import { MESSAGE_CHANNELS, MESSAGE_KINDS, MESSAGE_LANGUAGES } from '../message-kinds.ts';
import { instantMs, isPrintable, method, personText, requestId, rowId } from '../method.ts';

/** none: plain text, for a server on this computer or behind it. starttls: plain at first, then TLS or nothing. tls: from the first byte. */
export const MAIL_SECURITY = ['none', 'starttls', 'tls'] as const;

const secret = z.string().max(200).refine(isPrintable, 'holds a control character');

/** How e-mail goes out, without its password. */
export const mailServer = z.strictObject({
  host: personText(200),
  port: z.int().min(1).max(65_535),
  security: z.enum(MAIL_SECURITY),
  /** Empty: the server asks for none. */
  user: personText(200),
  /** The sender, as passengers see it. */
  from: personText(EMAIL_MAX),
});
export type MailServer = z.infer<typeof mailServer>;

/** Where SMS and push go, without its secret. */
export const webhook = z.strictObject({ address: personText(WEBHOOK_ADDRESS_MAX), sms: z.boolean(), push: z.boolean() });
export type Webhook = z.infer<typeof webhook>;

/** dead: not tried again until a supervisor asks for it. waits: not tried yet, or behind an earlier one of the same booking. stopped: not wanted. */
export const MESSAGE_STANDINGS = ['dead', 'failed', 'waits', 'sent', 'stopped'] as const;

export const messageView = z.strictObject({
  messageId: rowId,
  bookingId: rowId,
  locator: z.string(),
  kind: z.enum(MESSAGE_KINDS),
  channel: z.enum(MESSAGE_CHANNELS),
  language: z.enum(MESSAGE_LANGUAGES),
  standing: z.enum(MESSAGE_STANDINGS),
  since: instantMs,
  /** When it is tried next; null where it is not. */
  nextAt: instantMs.nullable(),
  /** What came of each try, oldest first. */
  tries: z.array(z.strictObject({ at: instantMs, answer: z.string() })),
});
export type MessageView = z.infer<typeof messageView>;

/** What a passenger wishes. */
export const messageWishes = z.strictObject({ language: z.enum(MESSAGE_LANGUAGES), optedOut: z.boolean() });
export type MessageWishes = z.infer<typeof messageWishes>;

/** What holds while nobody wishes something else. */
export const USUAL_WISHES: MessageWishes = { language: 'en', optedOut: false };

/** Wishes as they are sent with a sale: left out where they are the usual ones. */
export const wishesToSend = (wishes: MessageWishes): { messages?: MessageWishes } =>
  wishes.language === USUAL_WISHES.language && !wishes.optedOut ? {} : { messages: wishes };

export const channelCount = z.strictObject({ channel: z.enum(MESSAGE_CHANNELS), waits: z.int(), dead: z.int(), sentLastDay: z.int() });

export const messageMethods = {
  /** Messages that are not sent: dead letters first, then what failed, then what waits; each oldest first. At most 500. */
  'messages.list': method({
    kind: 'query',
    access: 'supervisor',
    input: z.strictObject({}),
    output: z.strictObject({
      messages: z.array(messageView),
      /** How many are not shown. */
      more: z.int(),
      /** Of each channel, all messages counted. */
      counts: z.array(channelCount),
      /** The newest event that this tells of. */
      version: z.int(),
    }),
    refusals: [],
  }),
  /** All messages of one booking, oldest first, and what its passengers wish. */
  'messages.ofBooking': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({ bookingId: rowId }),
    output: z.strictObject({ wishes: messageWishes, messages: z.array(messageView) }),
    refusals: ['BOOKING_UNKNOWN'],
  }),
  /**
   * What the passengers of a sold booking would be told, in their language, if this were accepted: a way on, by its hold; its flights as they are
   * scheduled now; or all of their money back, by the newest quote. Flights that cannot be accepted as they are now are refused as accepting them is.
   */
  'messages.preview': method({
    kind: 'hub',
    access: 'agent',
    input: z.strictObject({ bookingId: rowId, take: z.union([rowId, z.enum(['now', 'money'])]) }),
    output: z.strictObject({
      language: z.enum(MESSAGE_LANGUAGES),
      subject: z.string(),
      /** The whole text of an e-mail, and the short one of SMS and push. */
      text: z.string(),
      short: z.string(),
    }),
    refusals: ['BOOKING_UNKNOWN', 'BOOKING_NOT_CONFIRMED', 'CHANGE_REFUSED'],
  }),
  /** Sends a dead letter again, or one that waits at once. */
  'messages.sendAgain': method({
    kind: 'command',
    access: 'supervisor',
    input: z.strictObject({ requestId, messageId: rowId }),
    output: z.strictObject({ messageId: rowId }),
    refusals: ['MESSAGE_UNKNOWN', 'MESSAGE_ENDED'],
  }),
  /** Sets language and opt-out of a booking. Whoever opts out gets nothing more: messages that wait are stopped. */
  'messages.wish': method({
    kind: 'command',
    access: 'agent',
    input: z.strictObject({ requestId, bookingId: rowId, ...messageWishes.shape }),
    output: messageWishes,
    refusals: ['BOOKING_UNKNOWN'],
  }),
  /** The channels as they are set, and whether this hub knows their secrets. Null: the channel is off. */
  'messages.channels': method({
    kind: 'hub',
    access: 'supervisor',
    input: z.strictObject({}),
    output: z.strictObject({
      mail: z.strictObject({ ...mailServer.shape, passwordKnown: z.boolean() }).nullable(),
      webhook: z.strictObject({ ...webhook.shape, secretKnown: z.boolean() }).nullable(),
    }),
    refusals: [],
  }),
  /** Sets both channels. A secret that is null stays as it is. Secrets are kept in a file beside the store, and in no backup. */
  'messages.setChannels': method({
    kind: 'hub',
    access: 'supervisor',
    input: z.strictObject({
      requestId,
      mail: z.strictObject({ ...mailServer.shape, password: secret.nullable() }).nullable(),
      webhook: z.strictObject({ ...webhook.shape, secret: secret.nullable() }).nullable(),
    }),
    output: z.strictObject({}),
    refusals: ['SETTING_INVALID'],
  }),
  /** Sends a test message at once, to an e-mail address or a phone number. What came of it, in words. */
  'messages.test': method({
    kind: 'hub',
    access: 'supervisor',
    input: z.strictObject({ channel: z.enum(MESSAGE_CHANNELS), to: personText(EMAIL_MAX) }),
    output: z.strictObject({ sent: z.boolean(), answer: z.string() }),
    refusals: ['CONTACT_INVALID', 'CHANNEL_OFF'],
  }),
};
