/**
 * Time that passes only when the simulation lets it. The process's own timers go by it too, so the product's expiry timer is
 * run as it is; only what the event loop does by itself (promises, immediates) still happens at once.
 */
export class VirtualTime {
  /** What the wall clock shows, which people may set; and time that only grows and stands still during sleep. */
  wall: number;
  steady = 0;
  #stopped = 0;
  readonly #timers = new Map<number, { readonly at: number; readonly then: () => void }>();
  #last = 0;

  constructor(wall: number) {
    this.wall = wall;
  }

  /** The process is stopped for so long, or busy: no timer rings. */
  stop(ms: number): void {
    this.steady += ms;
    this.wall += ms;
    this.#stopped += ms;
  }

  /** Time in which timers rang. */
  get ran(): number {
    return this.steady - this.#stopped;
  }

  /** Puts itself in the place of the process's timers. */
  install(): void {
    const after = (then: () => void, ms = 0) => this.after(ms, then);
    // A clock looks at itself every second; here it looks when somebody asks for the time.
    const every = () => ({ unref() {} });
    const forget = (timer: unknown) => void (typeof timer === 'number' && this.forget(timer));
    Object.assign(globalThis, { setTimeout: after, clearTimeout: forget, setInterval: every, clearInterval: () => {} });
  }

  after(ms: number, then: () => void): number {
    this.#timers.set(++this.#last, { at: this.steady + Math.max(1, ms), then });
    return this.#last;
  }

  forget(timer: number): void {
    this.#timers.delete(timer);
  }

  /** The process is gone, and its timers with it. */
  forgetAll(): void {
    this.#timers.clear();
  }

  wait = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const timer = this.after(ms, resolve);
      signal?.addEventListener('abort', () => {
        this.forget(timer);
        reject(signal.reason);
      });
    });

  /** The same as the port of the product. */
  readonly timer = {
    after: (ms: number, then: () => void): (() => void) => {
      const timer = this.after(ms, then);
      return () => this.forget(timer);
    },
  };

  /** Goes on to the next timer within `ms` and returns how to ring it and what is left; or lets all of it pass. */
  pass(ms: number): { readonly left: number; readonly ring: (() => void) | undefined } {
    let next: [number, { at: number; then: () => void }] | undefined;
    for (const timer of this.#timers) if (!next || timer[1].at < next[1].at) next = timer;
    const step = Math.min(ms, next ? Math.max(0, next[1].at - this.steady) : ms);
    this.steady += step;
    this.wall += step;
    if (!next || next[1].at > this.steady) return { left: 0, ring: undefined };
    this.#timers.delete(next[0]);
    return { left: ms - step, ring: next[1].then };
  }
}
