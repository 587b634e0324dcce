import type { Caller } from '../hub/caller.ts';
import type { Connection } from '../hub/connection.ts';
import { programSession } from '../hub/program-session.ts';
import type { SystemKey } from './system-key.ts';

/** A call of nobody: without a key. Nothing can be signed over HTTP, so there is no challenge. */
export const strangerConnection = (caller: Caller): Connection => ({
  desk: undefined,
  challenge: '',
  session: undefined,
  caller,
  notify() {},
});

/** Another system as the dispatcher knows consoles, so that the same rules of access hold. It hears no notices: it asks, or reads a feed. */
export function systemConnection({ id, desk, role }: SystemKey, caller: Caller): Connection {
  const connection = strangerConnection({ ...caller, console: `system ${id}` });
  connection.desk = { id, desk, kind: 'system', leave() {} };
  if (role !== 'reader') connection.session = programSession({ id: `system ${id}`, user: `system:${desk}`, role, desk }, connection);
  return connection;
}
