import { hash } from 'node:crypto';
import type { QueuedCommand } from '../../main/engine/messages.ts';
import { SECOND_MS } from '../../shared/instants.ts';
import { difference, Failure } from './failure.ts';
import type { Model } from './model/model.ts';
import type { ModelEvent } from './model/model-rows.ts';
import type { ModelFlashSale } from './model/station.ts';
import type { VirtualTime } from './virtual-time.ts';

/** Longer than the hub takes to look again at a lot that could not be kept. */
const LOOKED_MS = 5 * SECOND_MS;
const HOLDS: ReadonlySet<string> = new Set(['holds.place', 'holds.revive']);
/** What who waits in line is told, and no command of it ran: it leaves the line. HUB_UNREACHABLE: the same request came again in its place. */
const LEFT = /"code":"(FLASH_CLOSED|LINE_LEFT|LINE_LOST)"/;
const REPLACED = /"code":"HUB_UNREACHABLE"/;

/** One call for a hold, on its way into a line. */
export interface LineCall {
  readonly who: string;
  readonly requestId: string;
  readonly body: string;
  /** Its console is gone: it is passed over. */
  isGone(): boolean;
}

interface Line {
  readonly sale: ModelFlashSale;
  /** In the order in which they are served; before the draw, in that in which they came. */
  waiting: LineCall[];
  drawn: boolean;
  readonly sinceSteady: number;
}

/** Each place by the hash of the seed and the place: the design says so, and the product is not asked. */
function lotOf(seed: string, count: number): number[] {
  const by = Array.from({ length: count }, (_, place) => hash('sha256', `${seed}:${place}`, 'hex'));
  return [...by.keys()].sort((a, b) => ((by[a] ?? '') < (by[b] ?? '') ? -1 : 1));
}

/** Follows the lines of flash sales from outside: who came in which order, what the lot made of it, and who is served next. */
export class LineWatch {
  readonly #model: Model;
  readonly #time: VirtualTime;
  readonly #lines = new Map<number, Line>();
  /** Calls that stand in no line any more and were not answered yet. */
  readonly #owed = new Set<LineCall>();

  constructor(model: Model, time: VirtualTime) {
    this.#model = model;
    this.#time = time;
  }

  #open(sale: ModelFlashSale): void {
    this.#lines.set(sale.flightId, {
      sale,
      waiting: [],
      sinceSteady: this.#time.steady,
      drawn: sale.mode === 'order' || sale.drawnAt !== null,
    });
  }

  /** The line of a flight ends. Who waits in no other is told. */
  #close(flightId: number): void {
    const waiting = this.#lines.get(flightId)?.waiting ?? [];
    this.#lines.delete(flightId);
    for (const call of waiting) if (!this.#stands(call)) this.#owed.add(call);
  }

  #stands(call: LineCall): boolean {
    return [...this.#lines.values()].some(({ waiting }) => waiting.includes(call));
  }

  /** Who waits in this line. Whoever had their turn in it waits in another alone. */
  #waitingIn(line: Line): readonly LineCall[] {
    const elsewhere = [...this.#lines.values()].filter((other) => other !== line && !other.drawn);
    return line.drawn ? line.waiting.filter((call) => !elsewhere.some(({ waiting }) => waiting.includes(call))) : line.waiting;
  }

  /** The hub is about to close: who waits is told so. */
  stopped(): void {
    this.#lines.clear();
  }

  /** The hub was started again: nobody waits, and the lot of each sale that is open gathers again. */
  restarted(now: number): void {
    this.#lines.clear();
    this.#owed.clear();
    for (const sale of this.#model.station.flashSales)
      if (sale.closedAt === null && (this.#model.flights.get(sale.flightId)?.departs ?? 0) > now) this.#open(sale);
  }

  get any(): boolean {
    return this.#lines.size > 0;
  }

  /** A hold of these flights is asked for. It stands in the line of each. */
  asked(call: LineCall, flightIds: readonly number[]): void {
    const lines = [...new Set(flightIds)].flatMap((id) => this.#lines.get(id) ?? []);
    const isSame = ({ who, requestId }: LineCall): boolean => who === call.who && requestId === call.requestId;
    const before = [...this.#lines.values()].flatMap(({ waiting }) => waiting).find(isSame);
    if (!before) for (const { waiting } of lines) waiting.push(call);
    else if (before.body !== call.body) this.#owed.add(call);
    else for (const line of this.#lines.values()) line.waiting = line.waiting.map((one) => (one === before ? call : one));
  }

  /** A call was answered. */
  answered(call: LineCall, text: string): void {
    this.#owed.delete(call);
    if (REPLACED.test(text) && !call.isGone()) return;
    for (const line of this.#lines.values()) {
      if (!line.waiting.includes(call)) continue;
      if (LEFT.test(text))
        throw new Failure('flash line', `${call.who} is told ${text}, and the line of flight ${line.sale.flightId} stands`);
      line.waiting = line.waiting.filter((one) => one !== call);
    }
  }

  /** The writer is given these commands: a hold that waits is served, and only the next one may be. */
  served(commands: readonly QueuedCommand[]): void {
    for (const { name, requestId, actor } of commands) {
      if (!HOLDS.has(name)) continue;
      const who = `${actor.desk} ${actor.user}`;
      for (const line of this.#lines.values()) {
        const at = line.waiting.findIndex((one) => one.who === who && one.requestId === requestId);
        if (at < 0) continue;
        // What was done before is answered again at once.
        const again = this.#model.replies.has(requestId ?? '');
        if (!again && !line.drawn) throw new Failure('flash line', `${who} is served before the lot of flight ${line.sale.flightId}`);
        const inFront = this.#waitingIn(line).filter((one) => line.waiting.indexOf(one) < at);
        const before = again ? undefined : inFront.find((one) => !one.isGone());
        if (before) throw new Failure('flash line', `${who} is served, and ${before.who} stands before`);
        line.waiting = line.waiting.filter((one, place) => place !== at && (again || place > at || inFront.indexOf(one) < 0));
      }
    }
  }

  /** A command wrote these events. */
  hear(events: readonly ModelEvent[]): void {
    for (const [type, , data] of events) {
      const { flightId } = data as { flightId: number };
      const sale = this.#model.station.openSale(flightId);
      if (type === 'flashSale.opened' && sale) this.#open(sale);
      else if (type === 'flashSale.drawn') this.#drawn(flightId);
      else if (type === 'flashSale.closed') this.#close(flightId);
    }
  }

  /** A lot was drawn: all who wait took part, and they are served in the order of the lot. */
  #drawn(flightId: number): void {
    const line = this.#lines.get(flightId);
    if (!line) return;
    const { sale } = line;
    line.waiting = line.waiting.filter((one) => !one.isGone());
    const found = difference(JSON.stringify(line.waiting.map(({ who }) => who)), sale.entrants);
    if (found) throw new Failure('flash line', `the lot of flight ${flightId}: ${found}`);
    if (this.#time.steady - line.sinceSteady < sale.seconds * SECOND_MS)
      throw new Failure('flash line', `the lot of flight ${flightId} is drawn before its ${sale.seconds} seconds are over`);
    line.waiting = lotOf(sale.seed, line.waiting.length).flatMap((place) => line.waiting[place] ?? []);
    line.drawn = true;
  }

  /** Takes the requests of somebody out of all lines, and says how many there were. */
  left(who: string): number {
    const left = new Set<LineCall>();
    for (const line of this.#lines.values()) {
      for (const call of line.waiting) if (call.who === who) left.add(call);
      line.waiting = line.waiting.filter((call) => !left.has(call));
    }
    for (const call of left) this.#owed.add(call);
    return left.size;
  }

  /** Where the requests of somebody stand. */
  placesOf(who: string): object[] {
    return [...this.#lines.values()].flatMap((line) => {
      const { sale, drawn } = line;
      const waiting = this.#waitingIn(line);
      const places = waiting.map(({ requestId }, at) => ({
        flightId: sale.flightId,
        requestId,
        position: drawn ? at + 1 : null,
        of: waiting.length,
      }));
      return places.filter((_, at) => waiting[at]?.who === who);
    });
  }

  /** What is told of the sale of a flight, if it has one. */
  look(flightId: number): object[] {
    const line = this.#lines.get(flightId);
    if (!line) return [];
    const { mode, openedAt } = line.sale;
    return [{ flightId, mode, openedAt, waiting: this.#waitingIn(line).length, ...(line.drawn ? { drawsAt: null } : {}) }];
  }

  /**
   * Time has passed, and the hub had time to look: each lot is drawn whose time has come, however the clock was set meanwhile; whoever stands in no line any
   * more was told so; and what was done before does not wait.
   */
  nothingMissed(): void {
    for (const { who } of this.#owed) throw new Failure('flash line', `${who} waits in no line, and was told nothing`);
    for (const { sale, drawn, sinceSteady, waiting } of this.#lines.values()) {
      const { flightId, seconds, openedAt } = sale;
      if (!drawn && this.#time.steady - sinceSteady > seconds * SECOND_MS + LOOKED_MS)
        throw new Failure('lot not drawn', `${waiting.length} wait for the lot of flight ${flightId}, which was opened at ${openedAt}`);
      const done = waiting.find(({ requestId }) => this.#model.replies.has(requestId));
      if (done) throw new Failure('flash line', `${done.who} waits for flight ${flightId} with what was done before`);
    }
  }
}
