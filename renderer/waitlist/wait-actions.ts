import type { Input, Output } from '../../shared/contract.ts';
import type { WaitEntry } from '../../shared/methods/waitlist.ts';
import type { Refusal, Reply } from '../../shared/refusals.ts';
import { call, newRequestId } from '../client/client.ts';
import { announce } from '../parts/announcer.tsx';
import { toast } from '../parts/toast.tsx';
import { asNextSale } from '../sale/as-next-sale.ts';
import { go, stillHere } from '../stores/navigation-store.ts';
import { type ListPlace, useWaitlist } from './waitlist-store.ts';

/** The party takes its seats: to their names and payment. */
export async function takeOffer({ entryId, offer, party, cabin }: WaitEntry): Promise<void> {
  if (!offer) return;
  const isHere = stillHere();
  const answered = await asNextSale(async () => {
    const reply = await call('waitlist.answer', { requestId: newRequestId(), entryId, answer: 'yes' }, 'person');
    if (!reply.ok) toast(`${reply.refusal.message} ${reply.refusal.next}`, 'bad');
    return reply.ok ? reply.value : undefined;
  });
  if (!answered) return;
  const adults = party.filter(({ type }) => type === 'ADT').length;
  const { bookingId, flightId } = offer;
  // Who went elsewhere meanwhile finds the hold in the tray.
  if (isHere()) go({ name: 'flight', flightIds: [flightId], bookingId, cabin, adults, children: party.length - adults });
}

/** Tells a party of its offer once more, or writes down what came of a call. */
export async function tellOffer({ entryId, name }: WaitEntry, by: Input<'waitlist.tell'>['by']): Promise<Reply<Output<'waitlist.tell'>>> {
  const reply = await call('waitlist.tell', { requestId: newRequestId(), entryId, by }, 'person');
  if (!reply.ok) return reply;
  announce(by === 'message' ? `${name} is told again.` : `Call to ${name}: ${by}.`);
  await useWaitlist.getState().load();
  return reply;
}

/** Asks the list again for whom free seats fit. */
export async function offerToFirst(place: ListPlace): Promise<void> {
  const reply = await call('waitlist.offer', { requestId: newRequestId(), ...place }, 'person');
  if (!reply.ok) toast(`${reply.refusal.message} ${reply.refusal.next}`, 'bad');
  else if (reply.value.offered.length === 0) toast('Nobody on this list can be offered seats now. Each line says why.', 'other');
  else announce('Seats are offered to the first that fits.');
  await useWaitlist.getState().load();
}

/** The party does not take its seats, or does not wait any more. */
export async function endWait({ entryId, offer }: WaitEntry): Promise<Refusal | null> {
  const requestId = newRequestId();
  const reply = offer
    ? await call('waitlist.answer', { requestId, entryId, answer: 'no' }, 'person')
    : await call('waitlist.drop', { requestId, entryId }, 'person');
  await useWaitlist.getState().load();
  return reply.ok ? null : reply.refusal;
}
