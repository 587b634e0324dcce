import type { Times } from './method-times.ts';

/** Each event of a frame begins so. A frame is not read whole, because a load should cost little. */
const EVENT = /\{"event":(\d+),"at":(\d+)/g;

/**
 * What the consoles hear of the journal. Each must hear every event once, in order, without a gap. The lag is counted from the moment at which the hub
 * took the command, so the wait in its queue and the commit are in it: what the consoles wait for each other's news.
 */
export class HeardEvents {
  readonly #times: Times;
  /** The newest event that each console has heard; undefined before the first. */
  readonly #newest: (number | undefined)[];
  readonly problems: string[] = [];
  count = 0;

  constructor(times: Times, consoles: number) {
    this.#times = times;
    this.#newest = new Array(consoles).fill(undefined);
  }

  /** A frame of events, or another message of the hub, which tells of none. */
  hear(console: number, data: Buffer): void {
    for (const [, number, at] of data.toString('latin1').matchAll(EVENT)) this.#hearOne(console, Number(number), Number(at));
  }

  #hearOne(console: number, event: number, at: number): void {
    const before = this.#newest[console];
    if (before !== undefined && event !== before + 1) this.#say(`console ${console} heard event ${event} after ${before}`);
    this.#newest[console] = event;
    this.count++;
    this.#times.add('event', Date.now() - at);
  }

  /** How many consoles have not yet heard all up to this event. */
  behind(newest: number): number {
    return this.#newest.filter((heard) => heard === undefined || heard < newest).length;
  }

  #say(problem: string): void {
    if (this.problems.length < 20) this.problems.push(problem);
  }
}
