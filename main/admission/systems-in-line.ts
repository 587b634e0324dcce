import { SECOND_MS } from '../../shared/instants.ts';
import { refuseWaiting } from '../hub/refuse-busy.ts';
import type { Timer } from '../hub/timer.ts';
import { BUSY, type FlashLine } from './flash-line.ts';

/** How long a system waits for its answer before it is told its place. */
const WAIT_MS = SECOND_MS;
/** The longest time after which a system comes again, and after which it has lost its place. */
const COME_AGAIN_MS_MAX = 10 * SECOND_MS;
const AWAY_MS_MAX = 30 * SECOND_MS;

/** A request of a desk and user; `body`: what it asks for, as text. */
export interface Asked {
  readonly who: string;
  readonly requestId: string;
  readonly body: string;
}

const keyOf = ({ who, requestId }: Asked): string => `${who} ${requestId}`;

/**
 * Holds of other systems that wait in line. A console waits connected; a system is told its place and comes again, under the same request id. A call that hung until its turn
 * would take one of the calls that a system may have under way, and it has many passengers; and what is between it and the hub gives up on such calls.
 */
export class SystemsInLine {
  readonly #timer: Timer;
  readonly #steadyMs: () => number;
  /** What was refused in its turn, and was not heard yet. */
  readonly #refused = new Map<string, { readonly body: string; readonly text: string; readonly atMs: number }>();

  constructor({ timer, steadyMs }: { readonly timer: Timer; readonly steadyMs: () => number }) {
    this.#timer = timer;
    this.#steadyMs = steadyMs;
  }

  /** Whether a system that has asked now has come no more. */
  isGone(): () => boolean {
    const cameMs = this.#steadyMs();
    return () => this.#steadyMs() - cameMs > AWAY_MS_MAX;
  }

  /** The store tells again what was done. What was refused is kept here for a while, so that who comes for it does not stand in line anew. */
  keep(asked: Asked, reply: string): void {
    if (reply.startsWith('{"ok":true') || reply.startsWith(BUSY)) return;
    const nowMs = this.#steadyMs();
    for (const [other, { atMs }] of this.#refused) if (nowMs - atMs > AWAY_MS_MAX) this.#refused.delete(other);
    this.#refused.set(keyOf(asked), { body: asked.body, text: reply, atMs: nowMs });
  }

  /** What was refused in its turn meanwhile. It is told once. */
  refusedBefore(asked: Asked): string | undefined {
    const refused = this.#refused.get(keyOf(asked));
    if (refused?.body !== asked.body) return undefined;
    this.#refused.delete(keyOf(asked));
    return refused.text;
  }

  /** The reply, if it comes soon; else where the request stands in the line in which it waits longest, and when to come again. */
  async orPlace(asked: Asked, lines: readonly FlashLine[], reply: Promise<string>): Promise<string> {
    const { promise: over, resolve } = Promise.withResolvers<undefined>();
    const stop = this.#timer.after(WAIT_MS, () => resolve(undefined));
    const soon = await Promise.race([reply, over]);
    stop();
    if (soon !== undefined) {
      this.#refused.delete(keyOf(asked));
      return soon;
    }
    const places = lines.flatMap((line) => {
      const place = line.placesOf(asked.who).find(({ requestId }) => requestId === asked.requestId);
      return place ? [{ position: place.position, of: line.waiting, waitMs: line.waitMs(place.position ?? line.waiting) }] : [];
    });
    const [longest] = places.sort((one, other) => other.waitMs - one.waitMs);
    // Its turn has come just now.
    if (!longest) return reply;
    const comeAgainMs = Math.min(Math.max(longest.waitMs, SECOND_MS), COME_AGAIN_MS_MAX);
    return JSON.stringify(refuseWaiting(longest.position, longest.of, comeAgainMs));
  }
}
