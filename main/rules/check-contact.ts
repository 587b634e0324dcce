import { isEmail, isPhone } from '../../shared/contact.ts';
import type { Input } from '../../shared/contract.ts';
import { type Refused, refuse } from '../../shared/refusals.ts';

/** Why nobody could be reached by this contact, or nobody requests the booking. `input` of a refusal names the field. */
export function contactProblem({ phone, email, askedBy }: Input<'bookings.confirm'>['contact']): Refused | undefined {
  if (phone === '' && email === '') return refuse('CONTACT_MISSING', { input: 'contact' });
  if (phone !== '' && !isPhone(phone)) return refuse('CONTACT_INVALID', { input: 'phone', field: 'phone number' });
  if (email !== '' && !isEmail(email)) return refuse('CONTACT_INVALID', { input: 'email', field: 'e-mail address' });
  return askedBy === '' ? refuse('REQUESTED_BY_MISSING', { input: 'askedBy' }) : undefined;
}
