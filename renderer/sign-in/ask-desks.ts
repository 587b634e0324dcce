import { call } from '../client/client.ts';
import { keepDesks } from './desk-name.ts';

/** Asks for the desks of this hub, once somebody has signed in, and keeps them for the next sign-in of this browser. */
export async function askDesks(): Promise<void> {
  const reply = await call('desks.list', {});
  if (reply.ok) keepDesks(reply.value.desks);
}
