/** Runs something later, once. Returns how to give it up. */
export type Schedule = (run: () => void) => () => void;

/** A hidden page has no frames, and events must not wait until somebody looks at it. */
const FRAME_WAIT_MS_MAX = 100;

/** With the next frame of the page, before it is drawn; without a frame after a tenth of a second. */
export const onNextFrame: Schedule = (run) => {
  const giveUp = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
  const once = (): void => {
    giveUp();
    run();
  };
  const frame = requestAnimationFrame(once);
  const timer = setTimeout(once, FRAME_WAIT_MS_MAX);
  return giveUp;
};
