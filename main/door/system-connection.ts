import { systemUser } from '../actor.ts';
import type { Caller } from '../hub/caller.ts';
import type { Connection } from '../hub/connection.ts';
import { programSession } from '../hub/program-session.ts';
import type { SystemKey } from './system-key.ts';

/** Another system as the dispatcher knows consoles, so that the same rules of access hold. It hears no notices: it asks, or reads a feed. */
export function systemConnection({ id, desk, rights }: SystemKey, caller: Caller): Connection {
  const connection: Connection = {
    desk: { id, desk, kind: 'system', leave() {} },
    // Nothing is signed over HTTP.
    challenge: '',
    session: undefined,
    caller: { ...caller, console: `system ${id}` },
    notify() {},
  };
  const role = rights.calls === 'supervises' ? 'supervisor' : 'agent';
  connection.session = programSession({ id: `system ${id}`, user: systemUser(desk), role, desk }, connection);
  return connection;
}
