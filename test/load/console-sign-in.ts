import type { Input, MethodName, Output } from '../../shared/contract.ts';
import type { Hello } from '../support/kept-desk.ts';
import { standAt } from '../support/stand-at-desk.ts';
import type { Place } from './load-store.ts';

/** So many are under way at once: the hub tries two PINs at a time, lets 64 wait and refuses the next. */
const AT_ONCE = 32;

/** A console before anybody has signed in there. `token`: kept where it comes back by itself. */
interface OpenConsole {
  token?: string | null;
  /** How the hub has greeted it, where it pairs itself: each is a desk then, else all sit at the hub's own. */
  readonly hello?: Hello;
  accepted<Name extends MethodName>(method: Name, input: Input<Name>): Promise<Output<Name>>;
}

/** How a console of the load comes to its desk and its agent: as any other console does. */
export async function signIn(console: OpenConsole, { user, desk, pin }: Place): Promise<void> {
  if (console.hello) await standAt(desk, console.hello, (method, input) => console.accepted(method, input as never));
  const { token } = await console.accepted('session.signIn', { requestId: `load-sign-in-${user}`, user, pin });
  console.token = token;
}

/** Signs everybody in, some at once. */
export async function signInAll(consoles: readonly OpenConsole[], places: readonly Place[]): Promise<void> {
  let next = 0;
  const lane = async () => {
    for (let at = next++; at < consoles.length; at = next++) {
      const [console, place] = [consoles[at], places[at]];
      if (console && place) await signIn(console, place);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}
