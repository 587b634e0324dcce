import type { JournalEvent } from '../../shared/events.ts';
import { MINUTE_MS } from '../../shared/instants.ts';
import type { BatchHeard, CallHeard } from '../hub/heard.ts';
import { callOutcome } from './call-outcome.ts';
import { countEvents, IN_TIME_MS } from './count-events.ts';
import { EventLag } from './event-lag.ts';
import type { Gatherers } from './gatherers.ts';
import type { Metrics } from './metrics.ts';

/** Holds are timed at the store, because in a flash sale they wait in line; of a sale the last step alone, because a card may take a minute before it. */
const [HOLD, CONFIRM] = ['holds.place', 'payments.confirm'];

/** Hears what the parts of the hub tell of their work, and counts it: for other programs and for the screen. It stands in the way of every call, so it does little. */
export class Hearing {
  readonly #metrics: Metrics;
  readonly #gather: Gatherers;
  readonly #lag = new EventLag();
  #newestEvent: number;
  #begun = false;
  /** As `steadyMs` counts. */
  #failedAt: number | undefined;

  constructor(metrics: Metrics, gather: Gatherers, newestEvent: number) {
    this.#metrics = metrics;
    this.#gather = gather;
    this.#newestEvent = newestEvent;
  }

  /** From now on it counts for the screen too. What a start writes is large, and nobody waits for it. */
  begin(): void {
    this.#begun = true;
  }

  call({ method, ms, refused, busyAt }: CallHeard): void {
    const outcome = callOutcome(refused);
    this.#metrics.calls.inc({ method, outcome });
    if (busyAt !== undefined) this.#metrics.busy.inc({ method, at: busyAt });
    this.#metrics.callSeconds.observe({ method }, ms / 1_000);
    if (method === 'flights.search') this.#gather.search.add(ms);
    else if (method === 'flights.seatMap') this.#gather.seatMap.add(ms);
    else if (method === 'holds.place' && outcome !== 'refused') this.#gather.holdsMade.add(outcome === 'done');
    else if (method === 'bookings.confirm' && outcome !== 'refused') this.#gather.confirmsMade.add(outcome === 'done');
  }

  batch({ commands, waitMs, commitMs, committedAt, events }: BatchHeard): void {
    this.#metrics.queueSeconds.observe(waitMs / 1_000);
    this.#metrics.batchCommands.observe(commands.length);
    for (const { name, ms } of commands) {
      if (name === HOLD) this.#gather.hold.add(ms);
      else if (name === CONFIRM) this.#gather.confirm.add(ms);
    }
    this.#failedAt = commitMs === null ? committedAt : undefined;
    if (commitMs === null) return;
    this.#metrics.commitSeconds.observe(commitMs / 1_000);
    if (this.#begun) this.#gather.store.add(commitMs);
    this.#newestEvent += events;
    if (events > 0 && this.#begun) this.#lag.committed(this.#newestEvent, committedAt);
  }

  /** `late`: how late the clock ended the hold of each event, where that is known. */
  events(events: readonly JournalEvent[], late: readonly (number | undefined)[]): void {
    countEvents(this.#metrics, events, late);
    for (const ms of late) {
      if (ms === undefined) continue;
      this.#gather.endedInTime.add(ms <= IN_TIME_MS);
      this.#gather.seatsBack.add(ms);
    }
  }

  /** Whether a batch could not be stored within the last minute, and none could be since. */
  storeFails(now: number): boolean {
    return this.#failedAt !== undefined && now - this.#failedAt < MINUTE_MS;
  }

  /** All events up to this one went out to so many consoles. `now`: as `steadyMs` counts. Without a console nobody waits for them, and they say nothing. */
  sent(upTo: number, now: number, consoles: number): void {
    for (const ms of this.#lag.sent(upTo, now)) {
      if (consoles === 0) continue;
      this.#metrics.eventSeconds.observe(ms / 1_000);
      this.#gather.events.add(ms);
    }
  }

  /** The card terminal was asked. `answered`: it said something, whatever it was. */
  terminal(answered: boolean): void {
    this.#metrics.terminalTries.inc({ outcome: answered ? 'answered' : 'failed' });
    this.#gather.payment.add(answered);
  }

  /** The card terminal works again, after it was left alone for so long. */
  terminalWorks(restedMs: number): void {
    this.#metrics.terminalRestSeconds.observe(restedMs / 1_000);
  }

  /** A refund or reversal is done, so long after it was due. */
  jobDone(ms: number): void {
    this.#metrics.jobSeconds.observe(ms / 1_000);
  }
}
