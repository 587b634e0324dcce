import type { Connection } from '../../main/hub/connection.ts';
import { parsed } from '../../shared/json.ts';
import type { BookingView } from '../../shared/methods/booking-view.ts';
import type { Reply } from '../../shared/refusals.ts';
import { difference, Failure } from './failure.ts';
import { inLine } from './in-line.ts';
import type { Expected } from './model/expected.ts';
import type { Person } from './odd-call.ts';
import type { SimulatedHub } from './simulated-hub.ts';

/** A refusal that a fault may bring, or a time that is in doubt: nothing was done. */
const NOT_NOW = /"code":"(STORE_FULL|STORE_FAILED|STORE_READ_ONLY|STORE_DAMAGED|CLOCK_DOUBTFUL|REQUEST_REUSED)"/;

/** Calls of a station whose answers are known. */
export class Asks {
  readonly #hub: SimulatedHub;

  constructor(hub: SimulatedHub) {
    this.#hub = hub;
  }

  /** Whether an answer says that nothing could be done at this moment. */
  isNotNow(text: string): boolean {
    const hub = this.#hub;
    return NOT_NOW.test(text) && (hub.faults.mayRefuse || hub.doubtful || text.includes('DAMAGED'));
  }

  /** A call whose answer is known. `heard`: what follows from the value. */
  async ask(by: Connection, method: string, input: object, expected: Expected, heard: (value: never) => void = () => {}): Promise<void> {
    const hub = this.#hub;
    const { starts } = hub;
    const text = await hub.dispatcher.call(by, method, input);
    if (hub.starts !== starts || this.isNotNow(text)) return;
    const found = difference(expected, JSON.parse(text));
    if (found) throw new Failure(`answer of ${method}`, `${found}: ${text}, asked for ${JSON.stringify(input)}`);
    hub.judge.meet(`${method} ${expected.ok ? 'ok' : expected.refusal.code}`);
    const reply = parsed(text) as Reply<never>;
    if (reply.ok) heard(reply.value);
  }

  /** A call that a command answers, which the judge holds against the model. */
  async judged(by: Connection, method: string, input: object, done: () => void = () => {}): Promise<void> {
    const text = await this.#hub.dispatcher.call(by, method, input);
    const reply = parsed(text) as Reply<unknown>;
    this.#hub.judge.meet(`${method} ${reply.ok ? 'ok' : reply.refusal.code}`);
    if (reply.ok) done();
  }

  /** Seats together are asked for, whichever they are. Who waits in line is not waited for. */
  places(
    by: Connection,
    person: Person,
    requestId: string,
    flightId: number,
    size: number,
    held: (view: BookingView) => void = () => {},
  ): void {
    const hub = this.#hub;
    const { starts } = hub;
    const passengers = Array.from({ length: size }, () => ({ type: 'ADT', infant: false, assistance: false }));
    const input = { requestId, legs: [{ flightId, cabin: 'Y', seats: 'best' }], passengers, exitRowConfirmed: false };
    const told = inLine(hub, person, 'holds.place', input, by.session);
    void hub.dispatcher.call(by, 'holds.place', input).then((text) => {
      if (hub.starts !== starts) return;
      told?.(text);
      hub.guard(() => hub.judge.heard(requestId, text));
      const reply = parsed(text) as Reply<BookingView>;
      if (reply.ok) held(reply.value);
      hub.judge.meet(`console ${reply.ok ? 'holds' : reply.refusal.code}`);
    });
  }
}
