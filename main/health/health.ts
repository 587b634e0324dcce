import { type FigureName, figureRule } from '../../shared/health/figures.ts';
import { type Instant, SECOND_MS } from '../../shared/instants.ts';
import type { HealthView } from '../../shared/methods/health.ts';
import type { Log } from '../hub/log.ts';
import type { Timer } from '../hub/timer.ts';
import { ConsolesSeen } from './consoles-seen.ts';
import type { DayCounts } from './day-counts.ts';
import type { FigureBoard } from './figure-board.ts';
import type { Measures } from './measures.ts';
import type { Metrics } from './metrics.ts';
import { tellGauges } from './tell-gauges.ts';

const LOOK_MS = 5 * SECOND_MS;
/** Files and what lies far back are looked at once in so many looks: a minute. */
const THOROUGH_EVERY = 12;

export interface HealthOptions {
  readonly board: FigureBoard;
  readonly measures: Measures;
  readonly metrics: Metrics;
  readonly days: DayCounts;
  readonly now: () => Instant;
  readonly timer: Timer;
  readonly log: Log;
  /** Told how many alarms somebody must see to, when the number has changed. */
  readonly changed: (toSee: number) => void;
}

/**
 * Looks every five seconds how the hub does. What happens is heard while it happens (Hearing); what only is, such as the age of a backup, is
 * measured here. The last day of each figure is kept in memory alone. The limits and acknowledgements of supervisors are in the store.
 */
export class Health {
  readonly #options: HealthOptions;
  readonly #startedAt: Instant;
  readonly #consoles = new ConsolesSeen();
  #checkedAt: Instant;
  #looks = 0;
  /** When a look found last that nothing had changed since the newest backup. */
  #unchangedAt: Instant | undefined;
  #toSee = 0;
  #thorough = false;
  #reads = true;
  #looking: Promise<void> | undefined;
  #forget = () => {};
  #closed = false;

  constructor(options: HealthOptions) {
    this.#options = options;
    this.#startedAt = options.now();
    this.#checkedAt = this.#startedAt;
  }

  /** Whether the store answered the last look. */
  get reads(): boolean {
    return this.#reads;
  }

  start(): void {
    const again = () => {
      if (!this.#closed) this.#forget = this.#options.timer.after(LOOK_MS, () => void this.look().finally(again));
    };
    void this.look().finally(again);
  }

  /** Looks now, at the backups and the disk too when `thorough`, as the first look does. Who asks while such a look is under way gets that one. */
  look(thorough = false): Promise<void> {
    if (this.#looking) return thorough && !this.#thorough ? this.#looking.then(() => this.look(true)) : this.#looking;
    this.#thorough = thorough || this.#looks % THOROUGH_EVERY === 0;
    this.#looking = this.#look(this.#thorough).finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  async #look(thorough: boolean): Promise<void> {
    this.#looks++;
    const { board, measures, metrics, days, now } = this.#options;
    const [kept, waiting, denied] = await Promise.all([
      measures.kept().catch(() => undefined),
      measures.waiting().catch(() => undefined),
      thorough ? measures.deniedFlights().catch(() => undefined) : undefined,
    ]);
    if (this.#closed) return;
    this.#reads = waiting !== undefined;
    const at = now();
    board.turnMinutes(at);
    const age = (since: number | null | undefined) => (waiting === undefined ? null : since ? Math.max(0, at - since) : 0);
    board.gather.messages.set(age(waiting?.messages.since));
    board.gather.jobs.set(age(waiting?.jobs.since));
    if (denied !== undefined) board.gather.oversale.set(denied);
    this.#consoles.look(measures.seats(), at);
    const { live, off } = this.#consoles;
    board.gather.consolesOff.set(off.length);
    board.gather.unsaved.set(measures.unsaved());
    if (thorough) this.#lookAtFiles(at);
    const terminalRests = measures.terminal()?.restsUntil != null;
    board.learn({ waiting, consolesKnown: live + off.length, newestEvent: measures.newestEvent(), terminalRests }, kept);
    this.#checkedAt = at;
    this.#judge(at);
    days.today(at);
    tellGauges(metrics, board, live, at);
  }

  #lookAtFiles(at: Instant): void {
    const { board, measures } = this.#options;
    const disk = measures.disk();
    board.gather.storeSize.set(disk?.store ?? null);
    const newest = measures.newestBackup();
    const unchanged = newest != null && measures.changedAt() <= newest;
    if (unchanged) this.#unchangedAt = at;
    // Without a change no backup is needed. One that comes after days of rest is not days late.
    const age = Math.max(0, at - Math.max(newest ?? this.#startedAt, this.#unchangedAt ?? 0));
    // Where there is none, it is missed once the hub has run for as long as the limit.
    const missed = newest === null && age > board.limit('backup');
    board.gather.backup.set(newest != null || missed ? age : null);
    board.learn({ backup: newest == null ? 'none' : unchanged ? 'unchanged' : 'there', free: disk?.free });
  }

  #judge(at: Instant): void {
    const { board, log } = this.#options;
    for (const { figure, began, value, limit } of board.judge(at)) {
      const { name } = figureRule(figure);
      if (began) log.warn({ figure, value, limit }, `Health: “${name}” is over its limit.`);
      else log.info({ figure, value, limit }, `Health: “${name}” is within its limit again.`);
    }
    const toSee = board.count('over', at);
    if (toSee === this.#toSee) return;
    this.#toSee = toSee;
    this.#options.changed(toSee);
  }

  view(): HealthView {
    const { board, measures, days, now } = this.#options;
    const at = now();
    this.#consoles.look(measures.seats(), at);
    const { live, off } = this.#consoles;
    return {
      ...{ checkedAt: this.#checkedAt, startedAt: this.#startedAt, figures: board.figures(at), alarms: board.alarms(at) },
      ...{ consoles: { live, off: [...off] }, terminal: measures.terminal(), today: days.today(at) },
    };
  }

  day(figure: FigureName) {
    const { board } = this.#options;
    return { figure, checkedAt: this.#checkedAt, limit: board.limit(figure), minutes: board.last(figure) };
  }

  /** Ends the looks. One that is under way changes nothing any more. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#forget();
    await this.#looking;
  }
}
