import type { JournalEvent } from '../../shared/events.ts';
import { type Instant, MINUTE_MS } from '../../shared/instants.ts';
import { SETTING_DEFAULTS, type SettingValues } from '../../shared/setting-rules.ts';
import { isSystemUser } from '../actor.ts';
import type { HoldEnd } from '../queries/holds-lapsed.ts';
import { isSimulated } from '../training/simulated-desks.ts';

export type HoardRules = Pick<SettingValues, 'hoardLapses' | 'hoardMinutes'>;

/** Somebody who left holds to lapse, one after the other, without a sale in between. */
export interface Lapses {
  readonly desk: string;
  readonly user: string;
  inARow: number;
  lastAt: number;
}

export interface HoardingOptions {
  readonly now: () => Instant;
  /** Somebody has just left as many holds to lapse as the setting names. */
  readonly flagged: (lapses: Readonly<Lapses>) => void;
}

const keyOf = (desk: string, user: string): string => `${desk}\n${user}`;

/**
 * Holds that are left to lapse in a row, by desk and user: seats that nobody buys are kept from those who would. A sale ends the row, and time does. A hold that is released
 * neither counts nor ends it, nor does one that ran when somebody decided what time it is: it ended too soon. It follows from what is stored, so a restart forgets none.
 * Other systems hold for many passengers, most of whom leave, so nothing is counted of theirs: what they may is said by the rights of each.
 */
export class Hoarding {
  readonly #options: HoardingOptions;
  readonly #lapses = new Map<string, Lapses>();
  /** Whose each live hold is, by booking. */
  readonly #holds = new Map<number, { readonly desk: string; readonly user: string }>();
  #rules: HoardRules = SETTING_DEFAULTS;

  constructor(options: HoardingOptions) {
    this.#options = options;
  }

  set rules(rules: HoardRules) {
    this.#rules = rules;
  }

  /** What the store tells of holds before this hub was started. Nobody is flagged again for it. */
  learn(ends: readonly HoldEnd[]): void {
    for (const { bookingId, desk, user, end, at } of ends) {
      if (end === 'live') this.#holds.set(bookingId, { desk, user });
      else if (end === 'sold') this.#lapses.delete(keyOf(desk, user));
      else this.#count(desk, user, at);
    }
  }

  hear(events: readonly JournalEvent[]): void {
    for (const event of events) this.#hearOne(event);
  }

  #hearOne(event: JournalEvent): void {
    const { type, desk, user, at, data } = event;
    switch (type) {
      case 'hold.placed':
        if (!isSimulated(desk) && !isSystemUser(user)) this.#holds.set(data.bookingId, { desk, user });
        return;
      // It waits for its passenger from now on, and an offer waits for its party.
      case 'hold.payLater':
      case 'hold.released':
        this.#holds.delete(data.bookingId);
        return;
      case 'waitlist.offered':
        if (data.hold !== null) this.#holds.delete(data.hold);
        return;
      case 'booking.confirmed':
        this.#holds.delete(data.bookingId);
        this.#lapses.delete(keyOf(desk, user));
        return;
      case 'clock.set':
      case 'clock.confirmed':
        this.#timeIs(data.after);
        return;
      case 'hold.expired':
        this.#lapsed(data.bookingId, at);
        return;
      default:
        return;
    }
  }

  /** What was dated by a time that stood ahead counts from now on. */
  #timeIs(now: number): void {
    this.#holds.clear();
    for (const lapses of this.#lapses.values()) lapses.lastAt = Math.min(lapses.lastAt, now);
  }

  #lapsed(bookingId: number, at: number): void {
    const owner = this.#holds.get(bookingId);
    if (!owner) return;
    this.#holds.delete(bookingId);
    const lapses = this.#count(owner.desk, owner.user, at);
    if (lapses.inARow === this.#rules.hoardLapses) this.#options.flagged(lapses);
  }

  #count(desk: string, user: string, at: number): Lapses {
    const key = keyOf(desk, user);
    const known = this.#lapses.get(key);
    const lapses = known && !this.#isForgiven(known, at) ? known : { desk, user, inARow: 0, lastAt: at };
    lapses.inARow++;
    lapses.lastAt = at;
    this.#lapses.set(key, lapses);
    return lapses;
  }

  #forgivenAt({ lastAt }: Lapses): number {
    return lastAt + this.#rules.hoardMinutes * MINUTE_MS;
  }

  #isForgiven(lapses: Lapses, at: number): boolean {
    return this.#forgivenAt(lapses) <= at;
  }

  /** How many of their holds have lapsed in a row, where that is so many that the next ones are slowed; else 0. */
  slowedBy(desk: string, user: string): number {
    const lapses = this.#lapses.get(keyOf(desk, user));
    if (!lapses || lapses.inARow < this.#rules.hoardLapses || this.#isForgiven(lapses, this.#options.now())) return 0;
    return lapses.inARow;
  }

  /** All who are slowed now, and until when unless they sell before; the longest row first. */
  get slowed(): readonly (Readonly<Lapses> & { readonly forgivenAt: number })[] {
    return [...this.#lapses.values()]
      .filter(({ desk, user }) => this.slowedBy(desk, user) > 0)
      .map((lapses) => ({ ...lapses, forgivenAt: this.#forgivenAt(lapses) }))
      .sort((a, b) => b.inARow - a.inARow);
  }
}
