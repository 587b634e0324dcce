import type { Volunteer } from '../../shared/methods/volunteers.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { call, newRequestId } from '../client/client.ts';
import { announce } from '../parts/announcer.tsx';
import { useOversale } from './oversale-store.ts';

const SAID = { took: 'gave the seat up', no: 'said no', withdrawn: 'keeps the seat' } as const;

/** Tells the hub what a passenger answered. Returns why it was refused. */
export async function answer(volunteer: Volunteer, said: 'took' | 'no' | 'withdrawn'): Promise<Refusal | null> {
  const reply = await call('oversale.answer', { requestId: newRequestId(), volunteerId: volunteer.volunteerId, answer: said }, 'person');
  await useOversale.getState().load();
  if (!reply.ok) return reply.refusal;
  announce(`${volunteer.name} ${SAID[said]}.`);
  return null;
}
