import type { Actor } from '../../main/actor.ts';
import type { Connection } from '../../main/hub/connection.ts';
import { parsed } from '../../shared/json.ts';
import type { Role } from '../../shared/roles.ts';
import { HERE, seatAt } from '../main/support/here.ts';
import type { ActionOf } from './action.ts';
import { difference, Failure } from './failure.ts';
import type { SimulatedHub } from './simulated-hub.ts';
import { STAFF } from './world.ts';

/** Whoever sits at a console, known to the model or not. */
export type Person = Pick<Actor, 'user' | 'desk'> & { readonly role: Role };

/** Calls that must be refused at the door, whatever the core would have said. */
export async function oddCall(
  hub: SimulatedHub,
  { what, key }: ActionOf<'odd'>,
  bookingId: number,
  connection: (as: Person) => Connection & { readonly session: { lock(): void } },
): Promise<void> {
  const id = { requestId: `request-${key}` };
  const call = async (by: Connection, method: string, input: unknown, code: string) => {
    const reply = parsed(await hub.dispatcher.call(by, method, input));
    const found = difference({ ok: false, refusal: { code } }, reply);
    if (found) throw new Failure('door', `${method}: ${found}`);
  };
  const locked = connection(STAFF.ana);
  locked.session.lock();
  const release = { ...id, bookingId };
  const work = {
    nobody: () => call({ ...seatAt(), session: undefined, caller: HERE, notify: () => {} }, 'holds.release', release, 'NOT_SIGNED_IN'),
    locked: () => call(locked, 'holds.release', release, 'SESSION_LOCKED'),
    agent: () => call(connection(STAFF.ben), 'settings.set', { ...id, name: 'holdMinutes', value: 30 }, 'ROLE_REQUIRED'),
    unknown: () => call(connection(STAFF.mercy), 'holds.expireDue', {}, 'METHOD_UNKNOWN'),
    shape: () => call(connection(STAFF.ana), 'holds.release', { ...release, bookingId: -1 }, 'INPUT_INVALID'),
    stranger: () => call(connection(STAFF.ana), 'payments.confirm', release, 'METHOD_UNKNOWN'),
  };
  await work[what]();
}
