import type { Output } from '../../shared/contract.ts';
import type { Volunteer } from '../../shared/methods/volunteers.ts';
import type { Reply } from '../../shared/refusals.ts';
import { call, newRequestId } from '../client/client.ts';
import { announce } from '../parts/announcer.tsx';
import { thenLoaded } from './oversale-store.ts';

const SAID = { took: 'gave the seat up', no: 'said no', withdrawn: 'keeps the seat' } as const;

/** Tells the hub what a passenger answered. */
export async function answer(volunteer: Volunteer, said: 'took' | 'no' | 'withdrawn'): Promise<Reply<Output<'oversale.answer'>>> {
  const input = { requestId: newRequestId(), volunteerId: volunteer.volunteerId, answer: said };
  const reply = await thenLoaded(call('oversale.answer', input, 'person'));
  if (reply.ok) announce(`${volunteer.name} ${SAID[said]}.`);
  return reply;
}
