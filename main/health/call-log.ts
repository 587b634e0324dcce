import type { MethodName } from '../../shared/contract.ts';
import { MINUTE_MS, SECOND_MS } from '../../shared/instants.ts';
import type { CallHeard } from '../hub/heard.ts';
import type { Log } from '../hub/log.ts';
import { steadyMs } from '../hub/steady.ts';
import { callOutcome } from './call-outcome.ts';

const SLOW_MS = SECOND_MS;
/** Lines in a minute. A hub in trouble must not fill its own disk. */
const LINES_MAX = 60;

/** They wait for a card or a mail server, or read a whole file, so that a second says nothing. */
const MAY_BE_SLOW: ReadonlySet<MethodName> = new Set<MethodName>([
  ...(['bookings.confirm', 'bookings.change', 'messages.test'] as const),
  ...(['backups.restore', 'schedule.preview', 'schedule.apply'] as const),
]);

/** Writes down calls that the hub could not do, and those that took long: which method, how long, and by which request id and reference it is found elsewhere. */
export class CallLog {
  readonly #log: Log;
  readonly #now: () => number;
  #since = 0;
  #lines = 0;
  #leftOut = 0;

  constructor(log: Log, now: () => number = steadyMs) {
    this.#log = log;
    this.#now = now;
  }

  heard(call: CallHeard): void {
    const failed = callOutcome(call.refused) === 'failed';
    if (!failed && (call.ms < SLOW_MS || MAY_BE_SLOW.has(call.method))) return;
    if (!this.#mayWrite()) return;
    const { method, refused, reference } = call;
    const fields = {
      method,
      requestId: call.requestId(),
      reference,
      refused,
      ms: Math.round(call.ms),
      leftOut: this.#leftOut || undefined,
    };
    this.#leftOut = 0;
    this.#log.info(fields, failed ? `${method} was not done.` : `${method} was slow.`);
  }

  #mayWrite(): boolean {
    const now = this.#now();
    if (now - this.#since >= MINUTE_MS) {
      this.#since = now;
      this.#lines = 0;
    }
    if (this.#lines++ < LINES_MAX) return true;
    this.#leftOut++;
    return false;
  }
}
