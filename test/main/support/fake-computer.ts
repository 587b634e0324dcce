import { WallClock } from '../../../main/hub/clock.ts';

/** A computer whose clock a test sets, and the hub's clock on it. */
export function fakeComputer(wall = Date.UTC(2026, 10, 21, 14, 0, 0)) {
  const time = { wall, steady: 0 };
  return {
    /** The clock of a hub that starts now. */
    start: () => new WallClock({ wall: () => time.wall, steady: () => time.steady }),
    pass(ms: number): void {
      time.wall += ms;
      time.steady += ms;
    },
    /** Somebody, or a time server, sets the computer's clock. */
    set(byMs: number): void {
      time.wall += byMs;
    },
    /** The computer is off, or asleep. */
    sleep(ms: number): void {
      time.wall += ms;
    },
    get wall(): number {
      return time.wall;
    },
  };
}
