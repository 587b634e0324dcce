import type { Schedule } from '../../../renderer/client/next-frame.ts';

/** For tests that wait for no frame: what an event leads to is there when it was told. */
export const atOnce: Schedule = (run) => {
  run();
  return () => undefined;
};
