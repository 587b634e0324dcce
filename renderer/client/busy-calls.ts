import { create } from 'zustand';
import type { CalledBy } from '../../shared/contract.ts';
import type { Refusal, Reply } from '../../shared/refusals.ts';
import { useSession } from './session-store.ts';

/** A call that the hub was too busy for, until it is made again. */
interface BusyCall {
  readonly why: string;
  /** When it is made again, by the clock of this computer. */
  readonly at: number;
  /** Gives it up. */
  readonly stop: () => void;
}

/** Calls of a person that wait, the oldest first. */
export const useBusyCalls = create<{ readonly waiting: readonly BusyCall[] }>(() => ({ waiting: [] }));

/** Consoles that were refused together come again one after the other. */
const LATER_SHARE_MAX = 0.25;

/** Esc: gives all of them up. Nothing of them was done. */
export const stopBusyCalls = (): void => {
  for (const { stop } of useBusyCalls.getState().waiting) stop();
};

/** Resolves when the hub said that the call may come again. False: it was given up meanwhile. */
function untilAgain({ details }: Refusal, by: CalledBy): Promise<boolean> {
  const comeAgainMs = Number(details.comeAgainMs);
  return new Promise((resolve) => {
    const end = (again: boolean): void => {
      clearTimeout(timer);
      useBusyCalls.setState(({ waiting }) => ({ waiting: waiting.filter((each) => each !== call) }));
      resolve(again);
    };
    const waitMs = comeAgainMs * (1 + Math.random() * LATER_SHARE_MAX);
    const call: BusyCall = { why: String(details.why), at: Date.now() + waitMs, stop: () => end(false) };
    const timer = setTimeout(() => end(true), waitMs);
    if (by === 'person') useBusyCalls.setState(({ waiting }) => ({ waiting: [...waiting, call] }));
  });
}

/**
 * Makes a call again for as long as the hub is too busy for it. Its input stays the same, the request id of a command too, so it is done once however
 * often it is sent. It is given up by Esc, and when another person sits at this console: what one asked for is not done for the next.
 */
export async function askUntilTaken<R extends Reply<unknown>>(ask: () => Promise<R>, first: R, by: CalledBy): Promise<R> {
  const before = useSession.getState().session;
  let reply = first;
  while (!reply.ok && reply.refusal.code === 'BUSY') {
    const again = await untilAgain(reply.refusal, by);
    const { session } = useSession.getState();
    if (!again || session?.user !== before?.user || session?.desk !== before?.desk) return reply;
    reply = await ask();
  }
  return reply;
}
