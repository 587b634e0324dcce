import type { FigureName } from '../../shared/health/figures.ts';
import { DAY_MS, type Instant } from '../../shared/instants.ts';

export interface Alarm {
  readonly figure: FigureName;
  readonly since: Instant;
  endedAt: Instant | null;
  worst: number;
}

/** The most alarms that are remembered after they ended. */
const ENDED_MAX = 200;

/** Which figures are over their limit, since when, and which were within the last day. */
export class Alarms {
  readonly #open = new Map<FigureName, Alarm>();
  #ended: Alarm[] = [];

  /** What a look at a figure found. `isWorse`: than what was its worst. Returns whether an alarm began or ended. */
  look(figure: FigureName, over: boolean, value: number, isWorse: (than: number) => boolean, now: Instant): 'began' | 'ended' | undefined {
    const open = this.#open.get(figure);
    if (open && over) {
      if (isWorse(open.worst)) open.worst = value;
      return undefined;
    }
    if (over) {
      this.#open.set(figure, { figure, since: now, endedAt: null, worst: value });
      return 'began';
    }
    if (!open) return undefined;
    open.endedAt = now;
    this.#open.delete(figure);
    this.#ended = [open, ...this.#ended].slice(0, ENDED_MAX);
    return 'ended';
  }

  since(figure: FigureName): Instant | undefined {
    return this.#open.get(figure)?.since;
  }

  /** Of the last day: those that are open first, each group newest first. */
  list(now: Instant): readonly Alarm[] {
    this.#ended = this.#ended.filter(({ endedAt }) => endedAt !== null && endedAt > now - DAY_MS);
    return [...[...this.#open.values()].sort((a, b) => b.since - a.since), ...this.#ended];
  }
}
