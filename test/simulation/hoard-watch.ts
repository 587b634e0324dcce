import { type Actor, SYSTEM } from '../../main/actor.ts';
import type { StoreHub } from '../../main/engine/store-hub.ts';
import type { JournalEvent } from '../../shared/events.ts';
import { MINUTE_MS, SECOND_MS } from '../../shared/instants.ts';
import type { Hoarder } from '../../shared/methods/hoarding.ts';
import type { Notice } from '../../shared/notices.ts';
import { CallsLeft } from './calls-left.ts';
import { difference, Failure } from './failure.ts';
import type { VirtualTime } from './virtual-time.ts';

/** The rules as the settings have them, which no step of a run changes. */
const LAPSES = 5;
const SLOWED_MS = 20 * SECOND_MS;
const FORGIVEN_MS = 60 * MINUTE_MS;
const [HOLDS_A_SECOND, HOLDS_A_MINUTE] = [3, 30];
/** Nearer to the moment from which one more hold is taken nobody can say which it is. */
const NEAR_MS = 1;

type Who = Pick<Actor, 'desk' | 'user'>;

/** Holds of one agent at one desk that lapsed in a row. Each is dated between its deadline and the moment at which the hub ended it. */
interface Row {
  inARow: number;
  least: number;
  most: number;
  /** Whether time has forgiven the row was too close. */
  unsure: boolean;
}

/** What a hold that is asked for comes to: it reaches the store, or comes again after so many ms. */
export type HoldAdmitted = 'taken' | { readonly comeAgainMs: number };

const keyOf = ({ desk, user }: Who): string => `${desk} ${user}`;

/** Agents who leave holds to lapse have desks of their own. */
export const isHoarder = ({ desk }: Pick<Actor, 'desk'>): boolean => /^H\d$/.test(desk);

/** Follows by the journal alone who leaves holds to lapse, and says whose holds are slowed. It goes on over a restart, since a restart forgives nobody. */
export class HoardWatch {
  readonly #time: VirtualTime;
  readonly #deadlineOf: (bookingId: number) => number;
  readonly #rows = new Map<string, Row>();
  readonly #holds = new Map<number, Who>();
  readonly #budgets = new Map<string, readonly [slowed: CallsLeft, second: CallsLeft, minute: CallsLeft]>();
  /** Whom supervisors must have been told of, and whom they were told of. */
  #due: string[] = [];
  #told: string[] = [];
  #newest = 0;
  /** How often somebody decided what time it is: who leaves holds to lapse after that is somebody else, since none of the holds before counts. */
  decisions = 0;

  constructor(time: VirtualTime, deadlineOf: (bookingId: number) => number) {
    this.#time = time;
    this.#deadlineOf = deadlineOf;
  }

  /** A hub was started. What was committed as the one before it ended was told to nobody. */
  async started(hub: StoreHub): Promise<void> {
    const missed = await hub.ask('events.since', { after: this.#newest }, SYSTEM);
    if (!missed.ok) throw new Failure('events told', `what came after ${this.#newest} is not told`);
    for (const event of missed.value.events as readonly unknown[] as readonly JournalEvent[]) this.#hear(event, false);
    this.#budgets.clear();
    hub.on((events) => {
      for (const event of events) this.#hear(event, true);
    });
  }

  #hear(event: JournalEvent, live: boolean): void {
    if (event.event <= this.#newest) return;
    this.#newest = event.event;
    const { type, data, at } = event;
    switch (type) {
      case 'hold.placed':
        if (isHoarder(event)) this.#holds.set(data.bookingId, { desk: event.desk, user: event.user });
        else this.#holds.delete(data.bookingId);
        return;
      case 'hold.payLater':
      case 'hold.takenOver':
      case 'hold.released':
        this.#holds.delete(data.bookingId);
        return;
      case 'booking.confirmed':
        this.#holds.delete(data.bookingId);
        this.#rows.delete(keyOf(event));
        return;
      case 'hold.expired':
        this.#lapsed(data.bookingId, at, live);
        return;
      case 'setting.changed':
        this.#budgets.clear();
        return;
      case 'clock.set':
      case 'clock.confirmed':
        this.decisions++;
        this.#holds.clear();
        this.#rows.clear();
        this.#due = [];
        this.#told = [];
        return;
      default:
        return;
    }
  }

  #lapsed(bookingId: number, most: number, live: boolean): void {
    const who = this.#holds.get(bookingId);
    if (!who) return;
    this.#holds.delete(bookingId);
    const least = Math.min(this.#deadlineOf(bookingId), most);
    const row = this.#rows.get(keyOf(who));
    const forgiven = row && (least - row.most >= FORGIVEN_MS ? 'surely' : most - row.least >= FORGIVEN_MS ? 'perhaps' : undefined);
    const goesOn = row && forgiven !== 'surely';
    const next = { inARow: (goesOn ? row.inARow : 0) + 1, least, most, unsure: forgiven === 'perhaps' || (goesOn && row.unsure) || false };
    this.#rows.set(keyOf(who), next);
    if (live && next.inARow === LAPSES && !next.unsure) this.#due.push(keyOf(who));
  }

  /** Supervisors are told something. */
  told(notice: Notice): void {
    if (notice.type === 'hoarding.flagged' && isHoarder(notice)) this.#told.push(keyOf(notice));
  }

  /** Whether the next holds of somebody are slowed; undefined where nobody can say. */
  #isSlowed(who: Who, now: number): boolean | undefined {
    const row = this.#rows.get(keyOf(who));
    if (!row) return false;
    if (row.unsure) return undefined;
    if (row.inARow < LAPSES || now >= row.most + FORGIVEN_MS) return false;
    return now < row.least + FORGIVEN_MS ? true : undefined;
  }

  /** Somebody asks for a hold: what that comes to, and counts it; undefined where nobody can say. */
  asks(who: Who, now: number): HoldAdmitted | undefined {
    const { steady } = this.#time;
    const slowed = this.#isSlowed(who, now);
    if (slowed === undefined) return undefined;
    const budgets = this.#budgets.get(keyOf(who)) ?? [
      new CallsLeft(1, SLOWED_MS),
      new CallsLeft(HOLDS_A_SECOND, SECOND_MS / HOLDS_A_SECOND),
      new CallsLeft(HOLDS_A_MINUTE, MINUTE_MS / HOLDS_A_MINUTE),
    ];
    this.#budgets.set(keyOf(who), budgets);
    const [slow = 0, second = 0, minute = 0] = budgets.map((budget) => budget.waitMs(steady));
    const often = Math.max(second, minute);
    if (Math.abs(slow) < NEAR_MS || Math.abs(often) < NEAR_MS) return undefined;
    if (slowed && slow > 0) return { comeAgainMs: slow };
    if (often > 0) return { comeAgainMs: often };
    // Those who are not slowed yet use up no more than one.
    for (const budget of slow > 0 ? budgets.slice(1) : budgets) budget.take(steady);
    return 'taken';
  }

  /** What a supervisor is shown of those who are slowed, and was told of them. */
  check(hoarders: readonly Hoarder[], now: number): void {
    for (const [key, row] of this.#rows) {
      const [desk = '', user = ''] = key.split(' ');
      const slowed = this.#isSlowed({ desk, user }, now);
      if (slowed === undefined) continue;
      const shown = hoarders.find((one) => keyOf(one) === key);
      const found = difference(slowed ? row.inARow : undefined, shown?.inARow);
      if (found) throw new Failure('hoarding', `${key} has ${row.inARow} holds in a row, the last of ${row.most}, at ${now}: ${found}`);
      if (shown && (shown.forgivenAt < row.least + FORGIVEN_MS || shown.forgivenAt > row.most + FORGIVEN_MS))
        throw new Failure('hoarding', `${key} is forgiven at ${shown.forgivenAt}, after a hold that lapsed at ${row.most}`);
    }
    const nobody = hoarders.find((one) => isHoarder(one) && one.user === userNow(this.decisions) && !this.#rows.has(keyOf(one)));
    if (nobody) throw new Failure('hoarding', `${keyOf(nobody)} is slowed, and has left no hold to lapse`);
    if ([...this.#rows.values()].some(({ unsure }) => unsure)) return;
    const found = difference(this.#due, this.#told);
    if (found) throw new Failure('hoarding', `supervisors are told of hoarders: ${found}`);
  }
}

/** Who leaves holds to lapse, after so many decisions about the time. */
export const userNow = (decisions: number): string => `hal${decisions}`;
