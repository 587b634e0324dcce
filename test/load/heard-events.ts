import type { Times } from './method-times.ts';

const HEAD_BYTES = 64;
const EVENT = /^\{"event":(\d+),"at":(\d+)/;

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

  hear(console: number, data: Buffer): void {
    const [, number, at] = EVENT.exec(data.toString('latin1', 0, HEAD_BYTES)) ?? [];
    if (number === undefined) return;
    const event = Number(number);
    const before = this.#newest[console];
    if (before !== undefined && event !== before + 1) this.#say(`console ${console} heard event ${event} after ${before}`);
    this.#newest[console] = event;
    this.count++;
    this.#times.add('event', Date.now() - Number(at));
  }

  /** How many consoles have not yet heard all up to this event. */
  behind(newest: number): number {
    return this.#newest.filter((heard) => heard === undefined || heard < newest).length;
  }

  #say(problem: string): void {
    if (this.problems.length < 20) this.problems.push(problem);
  }
}
