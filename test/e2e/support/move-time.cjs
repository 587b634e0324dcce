// Loaded into a desk's process before the product: the computer's clock, as that process sees it, runs ahead by what the
// test says. The product knows nothing of it and does what it does when somebody sets the clock.
let aheadMs = 0;
const { now } = Date;
Date.now = () => now() + aheadMs;

// Long waits, such as that for a terminal, are kept, so that a test can end one without the real time.
const LONG_MS = 20_000;
const timers = require('node:timers/promises');
const wait = timers.setTimeout;
/** @type {Map<() => void, number>} */
const longWaits = new Map();
/** @type {(ms: number, value?: unknown, options?: { signal?: AbortSignal }) => Promise<unknown>} */
const waitOrEnd = async (ms, value, options) => {
  if (ms < LONG_MS) return wait(ms, value, options);
  const { promise, resolve } = Promise.withResolvers();
  const end = () => resolve(value);
  longWaits.set(end, ms);
  try {
    return await Promise.race([wait(ms, value, options), promise]);
  } finally {
    longWaits.delete(end);
  }
};
Object.assign(timers, { setTimeout: waitOrEnd });
require('node:module').syncBuiltinESMExports();

/** @param {number} ms */
const moveTime = (ms) => {
  aheadMs += ms;
};

// A hub is told over the channel of its parent, a window's process through Playwright.
Object.assign(globalThis, { moveTime });
process.on('message', (/** @type {{ moveMs: number } | 'end long waits'} */ told) => {
  if (told === 'end long waits') {
    process.send?.({ ended: [...longWaits.values()] });
    for (const end of longWaits.keys()) end();
  } else {
    moveTime(told.moveMs);
    process.send?.({ aheadMs });
  }
});
// A run that was cut short leaves no hub behind, and the channel keeps none alive.
process.once('disconnect', () => process.exit());
process.channel?.unref();
