import type { SettingValues } from '../../shared/setting-rules.ts';
import { CallBudget } from '../hub/call-budget.ts';

export type Limits = Pick<SettingValues, 'searchesPerSecond' | 'holdsPerSecond' | 'holdsPerMinute' | 'hoardSeconds'>;

/** A screen that opens asks for several lists at once. */
const SEARCHES_AT_ONCE_SECONDS = 2;

/** Why one more is too much, and after how many milliseconds it is not. */
export interface TooMany {
  readonly why: string;
  readonly waitMs: number;
}

/** How often one agent at one desk may ask: so many at once, then so many in each second and minute. */
export class DeskBudget {
  readonly #limits: Limits;
  readonly #searches: CallBudget;
  readonly #inSecond: CallBudget;
  readonly #inMinute: CallBudget;
  readonly #slowed: CallBudget;
  usedAt: number;

  constructor(limits: Limits, nowMs: number) {
    const { searchesPerSecond, holdsPerSecond, holdsPerMinute, hoardSeconds } = limits;
    this.#limits = limits;
    this.#searches = new CallBudget(searchesPerSecond * SEARCHES_AT_ONCE_SECONDS, searchesPerSecond, nowMs);
    this.#inSecond = new CallBudget(holdsPerSecond, holdsPerSecond, nowMs);
    this.#inMinute = new CallBudget(holdsPerMinute, holdsPerMinute / 60, nowMs);
    this.#slowed = new CallBudget(1, 1 / hoardSeconds, nowMs);
    this.usedAt = nowMs;
  }

  search(nowMs: number): TooMany | undefined {
    this.usedAt = nowMs;
    const waitMs = this.#searches.waitMs(nowMs);
    if (waitMs > 0) return { why: `This desk searches more than ${this.#limits.searchesPerSecond} times a second`, waitMs };
    this.#searches.take(nowMs);
    return undefined;
  }

  /** `lapsed`: so many holds of theirs have lapsed in a row that the next ones are slowed; else 0. */
  hold(nowMs: number, lapsed: number): TooMany | undefined {
    this.usedAt = nowMs;
    const slowMs = this.#slowed.waitMs(nowMs);
    if (lapsed > 0 && slowMs > 0)
      return { why: `${lapsed} holds of this desk have lapsed in a row, so the next ones are slowed until one is sold`, waitMs: slowMs };
    const [second, minute] = [this.#inSecond.waitMs(nowMs), this.#inMinute.waitMs(nowMs)];
    const [most, per] = minute > second ? [this.#limits.holdsPerMinute, 'minute'] : [this.#limits.holdsPerSecond, 'second'];
    if (second > 0 || minute > 0)
      return { why: `This desk places more than ${most} ${most === 1 ? 'hold' : 'holds'} a ${per}`, waitMs: Math.max(second, minute) };
    this.#inSecond.take(nowMs);
    this.#inMinute.take(nowMs);
    this.#slowed.take(nowMs);
    return undefined;
  }
}
