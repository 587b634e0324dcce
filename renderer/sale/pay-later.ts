import { wishesToSend } from '../../shared/methods/messages.ts';
import type { LimitEnd } from '../../shared/pay-by.ts';
import { readContact } from '../../shared/read-contact.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { call, newRequestId } from '../client/client.ts';
import { announce } from '../parts/announcer.tsx';
import { askedByOf, namesOf } from './sale.ts';
import { deskToday } from './sale-fields.ts';
import { dispatch, useSale } from './sale-store.ts';

/** Gives the hold of the sale a time limit. The refusal, or undefined when it has it. */
export async function payLater(payBy: number, atLimit: LimitEnd): Promise<Refusal | undefined> {
  const { sale } = useSale.getState();
  const bookingId = sale?.booking?.bookingId;
  if (sale?.stage !== 'details' || sale.busy || sale.outcome === 'unknown' || bookingId === undefined) return undefined;
  const passengers = namesOf(sale, deskToday());
  const contact = readContact(sale.contact);
  if (!passengers || !contact) return undefined;
  const said = { ...contact, askedBy: askedByOf(sale), ...wishesToSend(sale.messages) };
  const reply = await call('holds.payLater', { requestId: newRequestId(), bookingId, payBy, atLimit, passengers, contact: said }, 'person');
  if (!reply.ok) return reply.refusal;
  if (useSale.getState().sale?.booking?.bookingId === bookingId) dispatch({ do: 'booking', booking: reply.value });
  announce(`${reply.value.locator} is paid later`);
  return undefined;
}
