/** Waits for a time to pass. A port, so that tests can let time pass by hand. */
export interface Timer {
  /** Calls `then` once after `ms` milliseconds. Returns a function that cancels it. */
  after(ms: number, then: () => void): () => void;
}

/** The timers of the process. They do not keep a process alive that has nothing else to do. */
export const processTimer: Timer = {
  after(ms, then) {
    const timeout = setTimeout(then, ms).unref();
    return () => clearTimeout(timeout);
  },
};
