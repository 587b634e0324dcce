import type { Role } from '../../shared/roles.ts';
import type { Connection, ConsoleSession } from './connection.ts';

/** What a program does stands in the journal under this user. */
interface Program {
  readonly id: string;
  readonly user: string;
  readonly role: Role;
  readonly desk: string;
}

/** The session of a program that calls as a console does. It has no token, so nobody can take it up, and no person, so it never locks. */
export function programSession({ id, user, role, desk }: Program, connection: Connection): ConsoleSession {
  let attached: Connection | undefined = connection;
  return {
    id,
    facts: { token: '', user, display: user, role, desk },
    actor: { user, role, desk },
    deskId: connection.desk?.id ?? '-',
    locked: false,
    beganAt: undefined,
    restored: false,
    get connection() {
      return attached;
    },
    use() {},
    lockIfIdle() {},
    lock() {},
    onAway() {},
    setOwnPin: (_, set) => set(),
    detach() {
      attached = undefined;
    },
  };
}
