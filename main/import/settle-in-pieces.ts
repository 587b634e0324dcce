import { setTimeout as wait } from 'node:timers/promises';
import { SYSTEM } from '../actor.ts';
import type { InnerHub } from '../hub/hub.ts';

/** Bookings in a piece: some fifty milliseconds. */
const BOOKINGS_AT_ONCE = 50;
const RETRY_MS = 1_000;
const RETRY_MS_MAX = 60_000;

/**
 * Works off what a switch of the schedule means, piece after piece, while others sell. A piece that the store refuses, because the disk is full or the
 * time is doubtful, is tried again later, ever more seldom. It ends when nothing is left, or when the hub closes: the store knows how far it has come.
 * However often it is called, one is at work.
 */
export function settler(hub: Pick<InnerHub, 'change'>): () => Promise<void> {
  let atWork: Promise<void> | undefined;
  const work = async (): Promise<void> => {
    for (let retryMs = RETRY_MS; ; ) {
      const reply = await hub.change('schedule.settle', { bookings: BOOKINGS_AT_ONCE }, SYSTEM, null);
      if (reply.ok ? reply.value.done : reply.refusal.code === 'HUB_CLOSING') return;
      if (reply.ok) retryMs = RETRY_MS;
      else {
        await wait(retryMs, undefined, { ref: false });
        retryMs = Math.min(RETRY_MS_MAX, 2 * retryMs);
      }
    }
  };
  return () => {
    atWork ??= work().finally(() => {
      atWork = undefined;
    });
    return atWork;
  };
}
