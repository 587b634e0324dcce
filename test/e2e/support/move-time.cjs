// Loaded into a desk's process before the product: the computer's clock, as that process sees it, runs ahead by what the
// test says. The product knows nothing of it and does what it does when somebody sets the clock.
let aheadMs = 0;
const { now } = Date;
Date.now = () => now() + aheadMs;

/** @param {number} ms */
const moveTime = (ms) => {
  aheadMs += ms;
};

// A hub is told over the channel of its parent, a window's process through Playwright.
Object.assign(globalThis, { moveTime });
process.on('message', (/** @type {{ moveMs: number }} */ { moveMs }) => {
  moveTime(moveMs);
  process.send?.({ aheadMs });
});
// A run that was cut short leaves no hub behind, and the channel keeps none alive.
process.once('disconnect', () => process.exit());
process.channel?.unref();
