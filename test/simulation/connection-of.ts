import type { Connection } from '../../main/hub/connection.ts';
import { Session } from '../../main/sessions/session.ts';
import { instant } from '../../shared/instants.ts';
import { deskAt, HERE, seatAt } from '../main/support/here.ts';
import type { Person } from './odd-call.ts';

/** A console on another computer that has just connected. */
export function newConnection(): Connection {
  return { desk: undefined, challenge: 'challenge', session: undefined, caller: { ...HERE, local: false }, notify() {} };
}

/** Somebody at a desk that needs no key, signed in. */
export function connectionOf(as: Person, now: number): Connection & { readonly session: Session } {
  const desk = deskAt(as.desk);
  const session = new Session({ token: as.user, display: as.user, ...as }, instant(now), { deskId: desk.id });
  const connection = { ...seatAt(desk), session, caller: HERE, notify: () => {} };
  session.attach(connection);
  return connection;
}
