import { performance } from 'node:perf_hooks';
import { assert } from '../../shared/assert.ts';
import { type Instant, instant } from '../../shared/instants.ts';

/** The hub's time. It never goes back. */
export interface Clock {
  now(): Instant;
  /** Never before `floor` from here on: the newest instant that a store was found to know, told once it is open. */
  raise(floor: Instant): void;
  /** Hears when time moved otherwise than by passing: a sleep, a step of the wall clock. Returns how to stop. */
  onStep(listener: () => void): () => void;
}

export interface WallClockOptions {
  /** Newest instant that the store knows: a hub whose wall clock is behind its own journal goes on from there. */
  readonly floor?: Instant;
  /** UTC milliseconds by the computer's clock, which people and time servers may set. */
  readonly wall?: () => number;
  /** Milliseconds that only ever grow. On Linux they stand still during sleep, so the wall tells how long that was. */
  readonly steady?: () => number;
  /** Told of every step, with what the clock moved against steady time, in milliseconds; below 0 when the wall fell behind. */
  readonly noticed?: (byMs: number) => void;
}

/** The wall may drift this far from steady time before it counts as a step. */
export const STEP_MS_MIN = 1_000;
const LOOK_EVERY_MS = 1_000;
/** By how much time passes slower while this clock is ahead of the wall, so that the two meet again without going back. */
const CATCH_UP = 0.01;

/**
 * Goes by steady time from max(wall, floor) and adopts the wall wherever that is ahead: after a sleep and after a step
 * forward. A step back is not followed, so no deadline that has passed comes to lie in the future again; the clock goes
 * on, a hundredth slower, until the wall has caught up. So it keeps to the wall also where steady time runs too fast.
 */
export class WallClock implements Clock {
  readonly #wall: () => number;
  readonly #steady: () => number;
  readonly #noticed: (byMs: number) => void;
  readonly #listeners = new Set<() => void>();
  /** Time is `base + steady`. */
  #base: number;
  /** The same for the wall, as last seen: what moves it is a step. */
  #wallBase: number;
  #newest: number;
  #lookedAt: number;
  #watch: NodeJS.Timeout | undefined;

  constructor(options: WallClockOptions = {}) {
    this.#wall = options.wall ?? Date.now;
    this.#steady = options.steady ?? (() => performance.now());
    this.#noticed = options.noticed ?? (() => {});
    const steady = this.#steady();
    this.#wallBase = this.#wall() - steady;
    this.#base = Math.max(this.#wallBase, (options.floor ?? 0) - steady);
    this.#newest = Math.floor(this.#base + steady);
    this.#lookedAt = steady;
    assert(Number.isSafeInteger(this.#newest), 'the clock starts at a moment');
  }

  now(): Instant {
    this.look();
    return instant(this.#newest);
  }

  raise(floor: Instant): void {
    if (floor > this.now()) {
      this.#base = floor - this.#steady();
      this.#newest = floor;
      this.#tell();
    }
  }

  onStep(listener: () => void): () => void {
    this.#listeners.add(listener);
    // A step must be seen also while nobody asks for the time: a timer that was armed before it would be wrong.
    this.#watch ??= setInterval(() => this.look(), LOOK_EVERY_MS).unref();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.close();
    };
  }

  /** Compares wall and steady time, and follows the wall if it is ahead. */
  look(): void {
    const steady = this.#steady();
    const wallBase = this.#wall() - steady;
    const moved = wallBase - this.#wallBase;
    this.#wallBase = wallBase;
    const before = this.#base;
    if (wallBase > this.#base) this.#base = wallBase;
    else this.#base -= Math.min(this.#base - wallBase, Math.max(0, steady - this.#lookedAt) * CATCH_UP);
    this.#lookedAt = steady;
    const now = Math.floor(this.#base + steady);
    if (now > this.#newest) this.#newest = now;
    if (Math.abs(moved) >= STEP_MS_MIN) this.#noticed(Math.round(moved));
    if (this.#base - before >= STEP_MS_MIN || Math.abs(moved) >= STEP_MS_MIN) this.#tell();
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  close(): void {
    clearInterval(this.#watch);
    this.#watch = undefined;
    this.#listeners.clear();
  }
}
