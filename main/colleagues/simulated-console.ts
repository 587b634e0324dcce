import type { Input, MethodName, ReplyOf } from '../../shared/contract.ts';
import type { Connection } from '../hub/connection.ts';
import { programSession } from '../hub/program-session.ts';
import { colleagueAt } from '../training/simulated-desks.ts';

/** Part of the dispatcher: the same door for every console, real or simulated. */
export interface Door {
  call(connection: Connection, method: unknown, input: unknown): Promise<string>;
}

/** Calls as one console does. */
export type Ask = <Name extends MethodName>(method: Name, input: Input<Name>) => Promise<ReplyOf<Name>>;

/** A console of a simulated desk. Its calls are checked as those of any console are; the session has no token, so nobody can take it up. */
export function simulatedConsole(door: Door, desk: string): Ask {
  const actor = colleagueAt(desk);
  const connection: Connection = {
    desk: { id: desk, desk, kind: 'console', leave() {} },
    challenge: '',
    session: undefined,
    caller: { address: 'simulated', console: desk, local: true },
    notify() {},
  };
  connection.session = programSession({ id: desk, user: actor.user, role: 'agent', desk }, connection);
  return async <Name extends MethodName>(method: Name, input: Input<Name>) =>
    JSON.parse(await door.call(connection, method, input)) as ReplyOf<Name>;
}
