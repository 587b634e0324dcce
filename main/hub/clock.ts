import { performance } from 'node:perf_hooks';
import { assert } from '../../shared/assert.ts';
import { CLOCK_AHEAD_MS_MAX, CLOCK_STEP_MS_MAX } from '../../shared/bounds.ts';
import { type Instant, instant } from '../../shared/instants.ts';
import type { ClockState } from '../../shared/methods/clock.ts';

/**
 * Why a clock calls its listeners. `moved`: the computer slept, or its clock stepped. `doubted`: the step was too large to be believed.
 * `standing`: the computer's clock and this one agree again, or no longer agree. `adopted`: somebody decided what time it is.
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
  /** A store was opened. `newest` is the time of its newest entry, 0 when it has none. Called before anybody is let in. */
  opened(newest: Instant): void;
  /** Somebody decided that the time is `now`. Time goes on from there. */
  adopt(now: Instant): void;
  /** Calls the listener when time jumps, and when `state.standing` changes. Returns a function that unsubscribes. */
  onStep(listener: (step: ClockStep) => void): () => void;
}

export interface WallClockOptions {
  /** UTC milliseconds by the computer's clock, which people and time servers may set. */
  readonly wall?: () => number;
  /** Milliseconds that only grow. On Linux they stand still while the computer sleeps; then the wall clock tells how long it slept. */
  readonly steady?: () => number;
  /** Called at every step of the wall clock, with its size in milliseconds against steady time; below 0 when the wall clock went back. */
  readonly noticed?: (byMs: number) => void;
}

/** The wall clock may drift this far from steady time before that counts as a step. */
export const STEP_MS_MIN = 1_000;
const LOOK_EVERY_MS = 1_000;
/** Time passes slower by this share while this clock is ahead of the wall clock, so that the two meet again and no time goes back. */
const CATCH_UP = 0.01;
/** The latest instant that the contract allows: 18 Oct 2243. */
const INSTANT_MAX = 8_640_000_000_000;

/**
 * The hub's clock.
 *
 * The problem: the wall clock of a computer can be wrong. A battery is empty, a person mistypes the year, a virtual machine wakes up. The
 * store keeps the times that it was given, and its time must not go back. So one second of a wrong year could spoil a store for ever. And
 * if somebody sets the clock back, a hold that has ended must not live again.
 * 1. Time passes by the steady clock. It follows the wall clock forward when that is ahead by at most CLOCK_STEP_MS_MAX, as after a sleep
 *    or a small step.
 * 2. A wall clock that is further ahead is doubtful. Time goes on by the steady clock from the last believed moment, until somebody adopts
 *    the wall clock or the wall clock comes back. So nothing is stamped with a doubtful time. The same is checked when a store is opened.
 *    There the last believed moment is the time of the store's newest entry.
 * 3. A wall clock that goes back is not followed, so a deadline that has passed never lies in the future again. Time passes a hundredth
 *    slower until the wall clock has caught up. This also corrects a steady clock that runs too fast. A clock that is ahead by more than
 *    CLOCK_AHEAD_MS_MAX says so. Only `adopt` takes it back.
 */
export class WallClock implements Clock {
  readonly #wall: () => number;
  readonly #steady: () => number;
  readonly #noticed: (byMs: number) => void;
  readonly #listeners = new Set<(step: ClockStep) => void>();
  /** Time is `base + steady`. */
  #base: number;
  /** The same for the wall clock, as seen last. Only a step changes it. */
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
    // The times in the store were believed. A clock that had a store open before has a believed time of its own.
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
    // A step must be seen also while nobody asks for the time: a timer that was armed before the step would ring at the wrong time.
    this.#watch ??= setInterval(() => this.look(), LOOK_EVERY_MS).unref();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.close();
    };
  }

  /** Compares the wall clock with steady time, and follows the wall clock if it is ahead and believed. */
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
    // Before a store is open nothing is stamped, so no time can be doubtful.
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
