import { isAbout } from '../../shared/event-effects.ts';
import { HOUR_MS, type Instant, instant, later, MINUTE_MS } from '../../shared/instants.ts';
import type { Clock } from '../hub/clock.ts';
import type { Hub } from '../hub/hub.ts';
import type { Timer } from '../hub/timer.ts';
import type { Backups } from './backups.ts';

/** A hub that has just started has better things to do. */
const AFTER_START_MS = MINUTE_MS;
/** A backup that could not be made is tried again sooner than in an hour: perhaps somebody has made room. */
const RETRY_MS = 10 * MINUTE_MS;

export interface HourlyBackupsOptions {
  readonly backups: Pick<Backups, 'begin' | 'changed' | 'newestAt' | 'settings' | 'running' | 'last'>;
  readonly hub: Pick<Hub, 'on'>;
  readonly clock: Clock;
  readonly timer: Timer;
}

/**
 * Makes a backup when the newest is an hour old and the journal has gone on since, as long as the setting says so. Goes by the hub's
 * clock, so an hour that was slept through is made up for on waking.
 */
export class HourlyBackups {
  readonly #options: HourlyBackupsOptions;
  readonly #unhear: readonly (() => void)[];
  #nextAt: Instant | null = null;
  #notBefore: Instant;
  #disarm: (() => void) | undefined;
  #round = 0;
  #closed = false;

  constructor(options: HourlyBackupsOptions) {
    this.#options = options;
    const { clock, hub } = options;
    this.#notBefore = later(clock.now(), AFTER_START_MS);
    this.#unhear = [
      clock.onStep(({ why, by }) => {
        if (why === 'adopted') this.#notBefore = later(this.#notBefore, by);
        void this.arm();
      }),
      hub.on((events) => {
        if (events.some((event) => isAbout(event, 'setting') && event.data.subject === 'backups')) void this.arm();
      }),
    ];
  }

  /** When the next one is due, whether or not there will be anything to copy; null while they are switched off. */
  get nextAt(): Instant | null {
    return this.#nextAt;
  }

  /** Looks at the setting and the clock anew. */
  async arm(): Promise<void> {
    const { backups, clock, timer } = this.#options;
    const round = ++this.#round;
    // What cannot be asked now, because the store has its own trouble, is asked again later.
    const settings = await backups.settings().catch(() => undefined);
    if (round !== this.#round || this.#closed) return;
    this.#disarm?.();
    if (!settings) {
      this.#disarm = timer.after(RETRY_MS, () => void this.arm());
      return;
    }
    const { hourly } = settings;
    const newest = backups.newestAt();
    this.#nextAt = hourly ? instant(Math.max(this.#notBefore, newest === null ? 0 : newest + HOUR_MS)) : null;
    if (this.#nextAt === null) return;
    this.#disarm = timer.after(Math.max(1, this.#nextAt - clock.now()), () => void this.#due());
  }

  async #due(): Promise<void> {
    const { backups, clock } = this.#options;
    if (backups.running) this.#notBefore = later(clock.now(), MINUTE_MS);
    else if (await backups.changed()) {
      const { end } = await backups.begin('hourly');
      await end;
      const well = backups.last?.refusal === null;
      this.#notBefore = later(clock.now(), well ? HOUR_MS : RETRY_MS);
    } else this.#notBefore = later(clock.now(), HOUR_MS);
    await this.arm();
  }

  close(): void {
    this.#closed = true;
    this.#disarm?.();
    for (const stop of this.#unhear) stop();
  }
}
