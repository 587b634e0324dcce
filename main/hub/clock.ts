import { performance } from 'node:perf_hooks';
import { assert } from '../../shared/assert.ts';
import { CLOCK_AHEAD_MS_MAX, CLOCK_STEP_MS_MAX } from '../../shared/bounds.ts';
import { type Instant, instant } from '../../shared/instants.ts';
import type { ClockState } from '../../shared/methods/clock.ts';

/**
 * Why a clock tells its listeners. `moved`: a sleep, or a step of the computer's clock. `doubted`: such a step was too large to be
 * believed. `standing`: the computer's clock and this one agree again, or no longer. `adopted`: somebody decided what time it is.
 */
export interface ClockStep {
  readonly why: 'moved' | 'doubted' | 'standing' | 'adopted';
  /** By how many milliseconds time itself moved; below 0 only where it was `adopted`. */
  readonly by: number;
}

/** The hub's time. It goes back only when somebody decides so. */
export interface Clock {
  now(): Instant;
  /** As it was when the time was asked last. */
  readonly state: ClockState;
  /** A store was opened whose newest entry is of this instant; 0: it has none. Told before anybody is let in. */
  opened(newest: Instant): void;
  /** Somebody decided that it is `now`. Time goes on from there. */
  adopt(now: Instant): void;
  /** Hears when time moved otherwise than by passing, and when `state.standing` changes. Returns how to stop. */
  onStep(listener: (step: ClockStep) => void): () => void;
}

export interface WallClockOptions {
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
/** The last moment that the contract can say: 18 Oct 2243. */
const INSTANT_MAX = 8_640_000_000_000;

/**
 * The wall clock of a computer can be wrong: a battery is empty, a person mistypes the year, a virtual machine wakes up. A store
 * remembers the times that it was given, and its time must not go back, so one wrong second could spoil it for ever. Therefore:
 * 1. Time goes by steady time and adopts the wall where that is ahead by at most CLOCK_STEP_MS_MAX: after a sleep and after a step
 *    forward.
 * 2. A wall further ahead is doubtful. Time goes on by steady time from the last moment that was believed, until somebody adopts the
 *    wall or the wall comes back. So nothing can be stamped with the doubtful time. The same is asked when a store is opened: the moment
 *    that was believed last is that of the store's newest entry.
 * 3. A step back is not followed, so no deadline that has passed comes to lie in the future again. The clock goes on, a hundredth
 *    slower, until the wall has caught up. So it keeps to the wall also where steady time runs too fast. Where it is ahead by more than
 *    CLOCK_AHEAD_MS_MAX it says so; only `adopt` takes it back.
 */
export class WallClock implements Clock {
  readonly #wall: () => number;
  readonly #steady: () => number;
  readonly #noticed: (byMs: number) => void;
  readonly #listeners = new Set<(step: ClockStep) => void>();
  /** Time is `base + steady`. */
  #base: number;
  /** The same for the wall, as last seen: what moves it is a step. */
  #wallBase: number;
  #newest: number;
  #lookedAt: number;
  #standing: ClockState['standing'] = 'agrees';
  #opened = false;
  #watch: NodeJS.Timeout | undefined;

  constructor(options: WallClockOptions = {}) {
    this.#wall = options.wall ?? Date.now;
    this.#steady = options.steady ?? (() => performance.now());
    this.#noticed = options.noticed ?? (() => {});
    const steady = this.#steady();
    this.#wallBase = this.#wall() - steady;
    this.#base = this.#wallBase;
    this.#newest = Math.floor(this.#base + steady);
    this.#lookedAt = steady;
    assert(Number.isSafeInteger(this.#newest), 'the clock starts at a moment');
  }

  now(): Instant {
    this.look();
    return instant(this.#newest);
  }

  get state(): ClockState {
    const computer = Math.floor(this.#wallBase + this.#lookedAt);
    return { standing: this.#standing, computer: Math.min(Math.max(computer, 0), INSTANT_MAX) };
  }

  opened(newest: Instant): void {
    const now = this.now();
    // What the store knows was believed. A clock that had a store before has its own time, which was believed too.
    const doubtful = !this.#opened && newest > 0 && now - newest > CLOCK_STEP_MS_MAX;
    this.#opened = true;
    if (doubtful || newest > now) this.#go(newest, 'moved');
  }

  adopt(now: Instant): void {
    this.look();
    this.#go(now, 'adopted');
  }

  #go(to: Instant, why: 'moved' | 'adopted'): void {
    const by = to - this.#newest;
    this.#base = to - this.#lookedAt;
    this.#newest = to;
    const standing = this.#stands();
    this.#standing = standing;
    this.#tell({ why: standing === 'doubtful' ? 'doubted' : why, by });
  }

  onStep(listener: (step: ClockStep) => void): () => void {
    this.#listeners.add(listener);
    // A step must be seen also while nobody asks for the time: a timer that was armed before it would be wrong.
    this.#watch ??= setInterval(() => this.look(), LOOK_EVERY_MS).unref();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.close();
    };
  }

  /** Compares wall and steady time, and follows the wall if it is ahead and believed. */
  look(): void {
    const steady = this.#steady();
    const wallBase = this.#wall() - steady;
    const moved = wallBase - this.#wallBase;
    this.#wallBase = wallBase;
    const before = this.#base;
    const standing = this.#stands();
    if (standing !== 'doubtful') {
      if (wallBase > this.#base) this.#base = wallBase;
      else this.#base -= Math.min(this.#base - wallBase, Math.max(0, steady - this.#lookedAt) * CATCH_UP);
    }
    this.#lookedAt = steady;
    const now = Math.floor(this.#base + steady);
    if (now > this.#newest) this.#newest = now;
    const stoodBefore = this.#standing;
    this.#standing = standing;
    if (Math.abs(moved) >= STEP_MS_MIN) this.#noticed(Math.round(moved));
    const by = Math.max(0, Math.round(this.#base - before));
    if (standing === 'doubtful' && stoodBefore !== 'doubtful') this.#tell({ why: 'doubted', by });
    else if (by >= STEP_MS_MIN || Math.abs(moved) >= STEP_MS_MIN) this.#tell({ why: 'moved', by });
    else if (standing !== stoodBefore) this.#tell({ why: 'standing', by });
  }

  #stands(): ClockState['standing'] {
    // Before a store is open nothing is stamped, so there is nothing to spoil.
    if (this.#opened && this.#wallBase - this.#base > CLOCK_STEP_MS_MAX) return 'doubtful';
    return this.#base - this.#wallBase > CLOCK_AHEAD_MS_MAX ? 'ahead' : 'agrees';
  }

  #tell(step: ClockStep): void {
    for (const listener of [...this.#listeners]) listener(step);
  }

  close(): void {
    clearInterval(this.#watch);
    this.#watch = undefined;
    this.#listeners.clear();
  }
}
