import type { ChangedBooking } from '../../../shared/methods/reaccommodation.ts';

/** How the passengers hear of it: by a message, or from somebody who calls or writes to them. unknown: no contact is known. */
export type ToldBy = 'email' | 'sms' | 'call' | 'write' | 'unknown';

/** Who has an address and gets no e-mail cannot be called. */
export function toldBy({ by, email, phone }: ChangedBooking['contact']): ToldBy {
  if (by !== 'call') return by;
  if (phone !== '') return 'call';
  return email === '' ? 'unknown' : 'write';
}
