import { type Hello, KeptDesk } from './kept-desk.ts';

/**
 * Makes a connection to a training hub on this computer a desk: pairs it without a code and proves the key. The hub's own desk it is already. `call`: as over that
 * connection, with the value of the reply.
 */
export async function standAt(
  desk: string,
  hello: Hello,
  call: (method: 'session.state' | 'desks.pairHere' | 'session.prove', input: object) => Promise<unknown>,
): Promise<void> {
  const state = (await call('session.state', {})) as { desk: string };
  if (state.desk !== desk) await new KeptDesk(desk).prove(hello, call);
}
