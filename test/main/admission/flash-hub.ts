import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Actor } from '../../../main/actor.ts';
import { FlashSales } from '../../../main/admission/flash-sales.ts';
import type { Connection } from '../../../main/hub/connection.ts';
import type { InnerHub } from '../../../main/hub/hub.ts';
import type { HubCall } from '../../../main/hub/hub-methods.ts';
import { programSession } from '../../../main/hub/program-session.ts';
import type { Input, ReplyOf } from '../../../shared/contract.ts';
import type { JournalEvent } from '../../../shared/events.ts';
import { parsed } from '../../../shared/json.ts';
import type { BookingView } from '../../../shared/methods/booking-view.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { FakeTimer } from '../support/fake-timer.ts';
import { HERE } from '../support/here.ts';
import { ANA, adult, MERCY, openTestHub, sale, type TestHub, value } from '../support/test-hub.ts';

/** The agent of the n-th counter. */
export const at = (n: number): Actor => ({ user: `agent${n}`, role: 'agent', desk: `T3-${n}` });

/** A console at which somebody is signed in. */
export function callOf(actor: Actor) {
  const connection: Connection = { desk: undefined, challenge: '', session: undefined, caller: HERE, notify() {} };
  const session = programSession({ id: actor.desk, ...actor, role: 'agent' }, connection);
  connection.session = session;
  return { session: { ...session, connection: connection as Connection | undefined }, actor, connection };
}

const supervisor = callOf(MERCY);

export async function turns(count = 20): Promise<void> {
  for (let n = 0; n < count; n++) await nextTurn();
}

interface Asked {
  readonly requestId?: string;
  readonly size?: number;
  readonly call?: HubCall;
  readonly legs?: Input<'holds.place'>['legs'];
}

/** A real store and the lines of its flash sales, with steady time and the hub's clock moved by hand, apart from each other. */
export class FlashHub {
  readonly store: TestHub;
  readonly told: JournalEvent[] = [];
  /** Its time is steady time. */
  timer: FakeTimer;
  readonly flightId: number;
  /** What the lines know the hub by. */
  hub: InnerHub;
  flashSales: FlashSales;
  readonly #steady = new FakeClock();

  private constructor(store: TestHub, flightId: number) {
    this.store = store;
    this.hub = store.hub;
    this.flightId = flightId;
    this.timer = new FakeTimer(this.#steady);
    store.hub.on((events) => this.told.push(...events));
    this.flashSales = this.#open();
  }

  /** `given`: a store that has a flight already. */
  static async open(given?: { readonly store: TestHub; readonly flightId: number }): Promise<FlashHub> {
    const store = given?.store ?? (await openTestHub());
    return new FlashHub(store, given?.flightId ?? (await store.addFlight()).id);
  }

  #open(): FlashSales {
    return new FlashSales({ hub: this.hub, timer: this.timer, steadyMs: () => this.#steady.now() });
  }

  /** The hub process ends, and another one begins on its store. `killed`: nobody is told, and its timers ring no more. */
  async restart({ killed = false } = {}): Promise<void> {
    if (killed) this.timer = new FakeTimer(this.#steady);
    else this.flashSales.close();
    this.flashSales = this.#open();
    await this.flashSales.begin();
  }

  inputOf(requestId: string, { size = 1, legs }: Asked = {}): Input<'holds.place'> {
    return {
      requestId,
      legs: legs ?? [{ flightId: this.flightId, cabin: 'Y', seats: 'best' }],
      passengers: Array.from({ length: size }, () => adult),
      exitRowConfirmed: false,
    };
  }

  place(n: number, { requestId = `hold-of-${n}`, call = callOf(at(n)), ...asked }: Asked = {}): Promise<ReplyOf<'holds.place'>> {
    const input = this.inputOf(requestId, asked);
    const waits = this.flashSales.place('holds.place', input, call);
    return (waits ?? this.store.hub.executeJson('holds.place', input, call.actor)).then(parsed);
  }

  /** So many counters ask, one after the other, beginning with this one. */
  many(count: number, first = 0): Promise<ReplyOf<'holds.place'>>[] {
    return Array.from({ length: count }, (_, n) => this.place(first + n));
  }

  openSale(mode: Pick<Input<'flashSale.open'>, 'mode' | 'seconds'>, flightId = this.flightId) {
    return this.flashSales.methods['flashSale.open'](supervisor, { requestId: this.store.requestId(), flightId, ...mode });
  }

  closeSale(flightId = this.flightId) {
    return this.flashSales.methods['flashSale.close'](supervisor, { requestId: this.store.requestId(), flightId });
  }

  async statusOf(n: number) {
    return value(await this.flashSales.methods['queue.status'](callOf(at(n)), {})).waiting;
  }

  async leaveLine(n: number) {
    return value(await this.flashSales.methods['queue.leave'](callOf(at(n)), {})).left;
  }

  async look(flightIds = [this.flightId]) {
    return value(await this.flashSales.methods['flashSale.look'](callOf(ANA), { flightIds })).sales;
  }

  async sellTo(actor: Actor, held: BookingView) {
    return value(await this.store.hub.change('payments.confirm', { ...sale(held), approved: [] }, actor, this.store.requestId()));
  }

  /** Leaves so many of the 178 seats of economy. */
  async leave(seats: number): Promise<void> {
    const { store } = this;
    const sell = async (input: Input<'holds.place'>) => this.sellTo(ANA, value(await store.hub.execute('holds.place', input, ANA)));
    // Exit rows are never given to who names no seats.
    const exits = [...(store.reference.seatPlan('a320')?.byName.values() ?? [])].filter(({ exit }) => exit).map(({ seat }) => seat);
    let left = 178 - seats - exits.length;
    while (exits.length > 0) {
      const named = exits.splice(0, 9);
      const legs = [{ flightId: this.flightId, cabin: 'Y' as const, seats: named }];
      await sell({ ...this.inputOf(store.requestId(), { size: named.length, legs }), exitRowConfirmed: true });
    }
    for (; left > 0; left -= 9) await sell(this.inputOf(store.requestId(), { size: Math.min(9, left) }));
  }

  /** Desks whose holds were placed, in the order of the journal. */
  get heldBy(): string[] {
    return this.told.flatMap(({ type, desk }) => (type === 'hold.placed' && desk.startsWith('T3') ? [desk] : []));
  }
}
