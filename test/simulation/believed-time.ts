import { CLOCK_STEP_MS_MAX } from '../../shared/bounds.ts';
import { Failure } from './failure.ts';
import type { VirtualTime } from './virtual-time.ts';

/** More looks at the computer's clock than there are between a decision and its commit. */
const WALLS_KEPT = 1_000;

/**
 * Follows the hub's time from outside: between two looks it may go on by what passed and by one step that is believed. It goes further,
 * or back, only where somebody decided so; and then it is what the computer's clock shows.
 */
export class BelievedTime {
  readonly #time: VirtualTime;
  #now: number;
  #steady: number;
  readonly #walls: number[] = [];
  /** Of the newest command. The next one may not be earlier, but after a start it need only follow the store's newest entry. */
  #least: number;

  constructor(time: VirtualTime, now: number) {
    this.#time = time;
    this.#now = now;
    this.#steady = time.steady;
    this.#least = now;
  }

  /** A command was stamped with this time, and those before it came before. */
  stamped(now: number, what: string): void {
    if (now < this.#least) throw new Failure('time went back', `${what} is of ${now}, after ${this.#least}`);
    this.#least = now;
    this.seen(now, what);
  }

  /** It is this time now, or was a moment ago. */
  seen(now: number, what: string): void {
    const most = this.#now + (this.#time.steady - this.#steady) + CLOCK_STEP_MS_MAX;
    if (now > most) throw new Failure('doubtful time', `${what} is of ${now}, and nothing after ${most} was believed`);
    if (now < this.#now) return;
    this.#now = now;
    this.#steady = this.#time.steady;
  }

  /** The hub looks at the computer's clock. */
  readonly wall = (): number => {
    this.#walls.push(this.#time.wall);
    if (this.#walls.length > WALLS_KEPT) this.#walls.shift();
    return this.#time.wall;
  };

  /** Somebody decided that it is `now`, which the computer's clock showed a moment ago. */
  decided(now: number, what: string): void {
    if (!this.#walls.includes(now)) throw new Failure('wrong time', `${what} made it ${now}, which the computer did not show`);
    this.#now = now;
    this.#steady = this.#time.steady;
    this.#least = now;
  }

  /** The hub was started again on a store whose newest entry is of this time. */
  restarted(newestAt: number): void {
    this.#least = newestAt;
    // A store without entries has nothing to compare the computer's clock with.
    if (newestAt === 0) this.decided(this.#time.wall, 'the first start');
  }
}
