/** What a message tells a passenger. */
export const MESSAGE_KINDS = [
  'held',
  'confirmed',
  'expired',
  'cancelled',
  'changed',
  'upgraded',
  'paymentFailed',
  'waitlistOffered',
  'flightsChanged',
  'reaccommodated',
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** How it gets there. sms and push go through the same webhook: whoever receives it sends them on. */
export const MESSAGE_CHANNELS = ['email', 'sms', 'push'] as const;
export type MessageChannel = (typeof MESSAGE_CHANNELS)[number];

export const MESSAGE_LANGUAGES = ['en', 'es'] as const;
export type MessageLanguage = (typeof MESSAGE_LANGUAGES)[number];

/** In sentences: `the confirmation was sent by e-mail`. */
export const MESSAGE_KIND_WORDS: Readonly<Record<MessageKind, string>> = {
  held: 'held',
  confirmed: 'confirmed',
  expired: 'expired',
  cancelled: 'cancelled',
  changed: 'changed',
  upgraded: 'upgraded',
  paymentFailed: 'payment failed',
  waitlistOffered: 'waitlist offered',
  flightsChanged: 'flight changed',
  reaccommodated: 'other flight',
};
export const MESSAGE_CHANNEL_WORDS: Readonly<Record<MessageChannel, string>> = { email: 'e-mail', sms: 'SMS', push: 'push' };
export const MESSAGE_LANGUAGE_WORDS: Readonly<Record<MessageLanguage, string>> = { en: 'English', es: 'Spanish' };
