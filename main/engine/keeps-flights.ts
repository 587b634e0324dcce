import type { AnyCommandName } from '../commands/registry.ts';

/** Commands that change neither flights, nor settings, nor what a cabin is authorised to sell. They are the ones that come in large numbers. */
export const KEEPS_FLIGHTS: ReadonlySet<string> = new Set<AnyCommandName>([
  'holds.place',
  'holds.extend',
  'holds.release',
  'holds.expireDue',
  'holds.keepDraft',
  'bookings.heard',
  'bookings.recordPrint',
  'payments.begin',
  'payments.renew',
  'payments.confirm',
  'payments.fail',
  'bookings.cancelQuote',
  'bookings.cancel',
  'waitlist.join',
  'waitlist.move',
  'waitlist.drop',
  'waitlist.answer',
  'waitlist.tell',
  'waitlist.offer',
  'policies.turn',
  'policies.recordReceipt',
  'policies.recordScores',
  'training.sell',
  'messages.record',
]);
