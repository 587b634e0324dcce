/** Waits for a time to pass. A port, so that tests let time pass by hand. */
export interface Timer {
  /** Calls `then` once after `ms` milliseconds. Returns how to forget it. */
  after(ms: number, then: () => void): () => void;
}

/** The process's own timers; they do not keep a process alive that has nothing else to do. */
export const processTimer: Timer = {
  after(ms, then) {
    const timeout = setTimeout(then, ms).unref();
    return () => clearTimeout(timeout);
  },
};
