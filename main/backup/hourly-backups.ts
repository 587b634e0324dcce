import { isAbout } from '../../shared/event-effects.ts';
import { HOUR_MS, type Instant, instant, later, MINUTE_MS } from '../../shared/instants.ts';
import type { Clock } from '../hub/clock.ts';
import type { Hub } from '../hub/hub.ts';
import type { Timer } from '../hub/timer.ts';
import type { Backups } from './backups.ts';

/** The first backup waits this long after the start. */
const AFTER_START_MS = MINUTE_MS;
/** A backup that failed is tried again sooner than in an hour, because somebody may have made room on the disk. */
const RETRY_MS = 10 * MINUTE_MS;

export interface HourlyBackupsOptions {
  readonly backups: Pick<Backups, 'begin' | 'changed' | 'newestAt' | 'settings' | 'running' | 'last'>;
  readonly hub: Pick<Hub, 'on'>;
  readonly clock: Clock;
  readonly timer: Timer;
}

/**
 * Makes a backup when the newest is an hour old and the journal has new entries, while the setting says so. It goes by the hub's clock. So
 * after a sleep an overdue backup is made on waking.
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

  /** When the next backup is due, even if nothing may have changed by then; null while they are switched off. */
  get nextAt(): Instant | null {
    return this.#nextAt;
  }

  /** Reads the setting and the clock again, and arms the timer. */
  async arm(): Promise<void> {
    const { backups, clock, timer } = this.#options;
    const round = ++this.#round;
    // A store in trouble may not answer. Then the setting is read again later.
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
