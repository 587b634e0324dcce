import { randomInt, timingSafeEqual } from 'node:crypto';
import { PAIRING_MS, PAIRING_TRIES_MAX } from '../../shared/bounds.ts';
import { type Refused, refuse } from '../../shared/refusals.ts';
import type { SystemRights } from '../../shared/system-rights.ts';
import type { Actor } from '../actor.ts';
import { processTimer, type Timer } from '../hub/timer.ts';

/** What a supervisor wants to pair. */
export interface Wanted {
  readonly desk: string;
  readonly kind: 'console' | 'system';
  /** What a system may do; null for a console. */
  readonly rights: SystemRights | null;
}

export interface Offer extends Wanted {
  readonly code: string;
  readonly by: Actor;
  /** Milliseconds for which it is still good. */
  readonly left: number;
  readonly triesLeft: number;
  readonly lastAskedFrom: string | null;
}

interface Shown extends Omit<Offer, 'left'> {
  /** By the steady clock: the code is good for two minutes, whatever happens to the time of day. */
  readonly endsAt: number;
  triesLeft: number;
  lastAskedFrom: string | null;
  /** Somebody has given the code and is being paired. */
  taken: boolean;
}

/** The code was right. */
export interface Taken {
  readonly ok: true;
  readonly wanted: Wanted;
  readonly by: Actor;
  over(paired: boolean): void;
}

export interface PairingOptions {
  readonly timer?: Timer;
  readonly steady?: () => number;
  readonly newCode?: () => string;
  /** Called whenever a code is shown, tried, or ends. */
  readonly changed: () => void;
}

const sixDigits = (): string => String(randomInt(1_000_000)).padStart(6, '0');

/**
 * The one pairing code of a hub. Whoever asks, from wherever, shares its five tries: a million codes and five guesses. A code is compared in the same time
 * whatever it is, and counted before anything is awaited, so that guesses in parallel are counted one by one.
 */
export class Pairing {
  readonly #timer: Timer;
  readonly #steady: () => number;
  readonly #newCode: () => string;
  readonly #changed: () => void;
  #shown: Shown | undefined;
  /** The last code has ended without a desk. */
  #ended = false;
  #disarm: (() => void) | undefined;

  constructor({ timer = processTimer, steady = () => performance.now(), newCode = sixDigits, changed }: PairingOptions) {
    this.#timer = timer;
    this.#steady = steady;
    this.#newCode = newCode;
    this.#changed = changed;
  }

  /** The code that is shown, if it is still good. */
  get offer(): Offer | undefined {
    const shown = this.#live();
    return shown && { ...shown, left: Math.max(0, Math.round(shown.endsAt - this.#steady())) };
  }

  show(wanted: Wanted, by: Actor): void {
    this.#disarm?.();
    const endsAt = this.#steady() + PAIRING_MS;
    this.#shown = { ...wanted, code: this.#newCode(), by, endsAt, triesLeft: PAIRING_TRIES_MAX, lastAskedFrom: null, taken: false };
    this.#ended = false;
    // A timer may ring a little before the moment by the steady clock.
    this.#disarm = this.#timer.after(PAIRING_MS + 1, () => this.#live());
    this.#changed();
  }

  end(): void {
    if (this.#shown) this.#over();
  }

  /** Somebody gives a code; `kind`: what they are. The caller pairs them, and then says whether they were paired. */
  take(code: string, kind: Wanted['kind'], from: string): Taken | Refused {
    const shown = this.#live();
    if (!shown) return refuse(this.#ended ? 'PAIRING_ENDED' : 'PAIRING_NONE');
    if (shown.taken) return refuse('PAIRING_NONE');
    shown.lastAskedFrom = from;
    if (!timingSafeEqual(Buffer.from(code), Buffer.from(shown.code))) {
      shown.triesLeft -= 1;
      if (shown.triesLeft === 0) this.#over();
      else this.#changed();
      return shown.triesLeft === 0 ? refuse('PAIRING_ENDED') : refuse('PAIRING_CODE_WRONG', { left: shown.triesLeft });
    }
    if (shown.kind !== kind) return refuse('PAIRING_OTHER_KIND', { kind: shown.kind });
    shown.taken = true;
    return { ok: true, wanted: shown, by: shown.by, over: (paired) => this.#taken(shown, paired) };
  }

  /** Whoever took the code was paired, or could not be and may give it again. */
  #taken(shown: Shown, paired: boolean): void {
    shown.taken = false;
    if (this.#shown !== shown || !paired) return;
    this.#over();
    this.#ended = false;
  }

  #live(): Shown | undefined {
    if (this.#shown && !this.#shown.taken && this.#steady() >= this.#shown.endsAt) this.#over();
    return this.#shown;
  }

  #over(): void {
    this.#disarm?.();
    this.#disarm = undefined;
    this.#shown = undefined;
    this.#ended = true;
    this.#changed();
  }

  close(): void {
    this.#disarm?.();
  }
}
