import { NOBODY_KNOWS } from './sale-input.ts';

/** Something else under the same request number. */
export function otherBody(method: string): object {
  if (method === 'holds.place') return { exitRowConfirmed: false, passengers: [{ type: 'ADT', infant: false, assistance: true }] };
  if (method === 'settings.set') return { value: 29 };
  if (method.startsWith('clock.')) return { shown: 1 };
  if (method === 'pricing.authorise') return { flightId: 77 };
  if (method.startsWith('accounts.')) return { limit: 99_999, amount: 99_999 };
  if (method === 'refunds.addPolicy') return { basedOn: 99 };
  if (method === 'refunds.markDone') return { refundId: 99_999 };
  if (method.startsWith('shift.')) return { shiftId: 99_999, floats: [{ currency: 'USD', amount: 1 }] };
  if (method === 'waitlist.join') return { fareLimit: 1 };
  if (method === 'waitlist.offer' || method.startsWith('seats.')) return { flightId: 77 };
  if (method.startsWith('waitlist.')) return { entryId: 99_999 };
  if (method === 'oversale.ask' || method === 'oversale.deny') return { flightId: 77 };
  if (method === 'oversale.answer') return { volunteerId: 99_999 };
  if (method === 'oversale.pay') return { denialId: 99_999 };
  if (method === 'oversale.printed') return { id: 99_999 };
  if (method === 'jobs.tryAgain') return { jobId: 99_999 };
  return { bookingId: NOBODY_KNOWS - 1 };
}
