import { FLASH_LINE_MAX } from '../../shared/bounds.ts';
import { type Instant, isDue, later, SECOND_MS } from '../../shared/instants.ts';
import { type RefusalCode, refuse } from '../../shared/refusals.ts';
import { Pace } from '../hub/pace.ts';
import { refuseInLine } from '../hub/refuse-busy.ts';
import type { Timer } from '../hub/timer.ts';
import { drawLot } from '../rules/draw-lot.ts';
import type { FlashSaleRow } from '../store/tables/flash-sales-table.ts';

/** Requests of a line that are at the writer at once: enough that it never waits, and few enough that the line keeps its order when many holds come by other ways. */
const SERVED_AT_ONCE = 32;

/** How long a line rests when the writer takes no more. */
const REST_MS = 250;
const BUSY = '{"ok":false,"refusal":{"code":"BUSY"';

/** A request on its way into a line. */
export interface Entrant {
  /** Desk, user and request id: the same request that is sent again keeps its place. */
  readonly key: string;
  /** Desk and user. */
  readonly who: string;
  readonly requestId: string;
  /** What is asked for, as text. */
  readonly body: string;
  /** Nobody would hear the answer any more. */
  isGone(): boolean;
  /** Its turn: gives the JSON of a reply. */
  serve(): Promise<string>;
}

interface Waiting extends Entrant {
  readonly cameMs: number;
  answer(reply: string): void;
}

export interface FlashLineOptions {
  readonly sale: FlashSaleRow;
  readonly timer: Timer;
  readonly now: () => Instant;
  readonly steadyMs: () => number;
  /** Writes down who takes part in the lot, before anybody is served. */
  readonly draw: (entrants: readonly string[]) => Promise<void>;
}

const refusal = (code: RefusalCode): string => JSON.stringify(refuse(code));

/**
 * The line of one flight in a flash sale. In order: who came first is served first. By lot: nobody is served before the first seconds are over; then those who came
 * in them are drawn, and who comes later stands behind them. Requests go to the writer in the order of the line, and it answers them in that order.
 */
export class FlashLine {
  readonly #options: FlashLineOptions;
  readonly #pace = new Pace();
  #waiting: Waiting[] = [];
  /** The same by their keys. */
  readonly #byKey = new Map<string, Waiting>();
  readonly #serving = new Map<string, Promise<string>>();
  #served = 0;
  /** Until when requests gather for the lot; null once it is drawn, or in order. */
  #drawsAt: Instant | null;
  #drawing = false;
  #stopTimer: () => void = () => {};
  #resting = false;
  #stopRest: () => void = () => {};
  #closed: RefusalCode | undefined;

  constructor(options: FlashLineOptions) {
    this.#options = options;
    const { mode, seconds, opened_at, drawn_at } = options.sale;
    this.#drawsAt = mode === 'lot' && drawn_at === null ? later(opened_at as Instant, seconds * SECOND_MS) : null;
    this.#armDraw();
  }

  get sale(): FlashSaleRow {
    return this.#options.sale;
  }

  get drawsAt(): Instant | null {
    return this.#drawsAt;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  get served(): number {
    return this.#served;
  }

  /** How long who stands at this position still waits: the lot, and those before. */
  waitMs(position: number): number {
    const untilDrawn = this.#drawsAt === null ? 0 : Math.max(0, this.#drawsAt - this.#options.now());
    return untilDrawn + this.#pace.waitMs(position);
  }

  /** Where the requests of a desk and user stand; a position of null is in the lot. */
  placesOf(who: string): readonly { readonly requestId: string; readonly position: number | null }[] {
    return this.#waiting.flatMap((each, at) =>
      each.who === who ? [{ requestId: each.requestId, position: this.#drawsAt === null ? at + 1 : null }] : [],
    );
  }

  /** Resolves with the reply once the request had its turn. */
  join(entrant: Entrant): Promise<string> {
    if (this.#closed) return Promise.resolve(refusal(this.#closed));
    const under = this.#serving.get(entrant.key);
    if (under) return under;
    const before = this.#byKey.get(entrant.key);
    if (before && before.body !== entrant.body) return Promise.resolve(refusal('REQUEST_REUSED'));
    if (!before && this.#waiting.length >= FLASH_LINE_MAX) {
      const position = this.#waiting.length + 1;
      return Promise.resolve(JSON.stringify(refuseInLine(position, this.#pace.comeAgainMs(position))));
    }
    return new Promise((answer) => {
      const waiting: Waiting = { ...entrant, answer, cameMs: before?.cameMs ?? this.#options.steadyMs() };
      this.#byKey.set(waiting.key, waiting);
      if (before) {
        this.#waiting[this.#waiting.indexOf(before)] = waiting;
        before.answer(refusal('HUB_UNREACHABLE'));
      } else this.#waiting.push(waiting);
      this.#serve();
    });
  }

  /** The request was done before, and its answer was lost: it is answered again at once. */
  hasten(key: string): void {
    const waiting = this.#byKey.get(key);
    if (!waiting) return;
    this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
    this.#begin(waiting);
  }

  /** Takes the requests of a desk and user out of the line, and says how many there were. */
  leave(who: string): number {
    const [left, stay] = [this.#waiting.filter((each) => each.who === who), this.#waiting.filter((each) => each.who !== who)];
    this.#waiting = stay;
    for (const each of left) this.#end(each, refusal('LINE_LEFT'));
    return left.length;
  }

  /** All who wait are told why. Requests that are at the writer get its answer. */
  close(why: 'FLASH_CLOSED' | 'LINE_LOST'): void {
    this.#closed = why;
    this.#stopTimer();
    this.#stopRest();
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const each of waiting) this.#end(each, refusal(why));
  }

  #end(waiting: Waiting, reply: string): void {
    this.#byKey.delete(waiting.key);
    waiting.answer(reply);
  }

  #armDraw(): void {
    this.#stopTimer();
    if (this.#drawsAt === null || this.#closed) return;
    const { now, timer } = this.#options;
    if (isDue(this.#drawsAt, now())) void this.#draw();
    else this.#stopTimer = timer.after(this.#drawsAt - now(), () => this.#armDraw());
  }

  async #draw(): Promise<void> {
    if (this.#drawing) return;
    this.#drawing = true;
    for (const gone of this.#waiting.filter((each) => each.isGone())) this.#end(gone, refusal('HUB_UNREACHABLE'));
    this.#waiting = this.#waiting.filter(({ key }) => this.#byKey.has(key));
    const entrants = [...this.#waiting];
    await this.#options.draw(entrants.map(({ who }) => who));
    const rank = new Map(drawLot(this.sale.seed, entrants.length).map((place, at) => [entrants[place]?.key, at]));
    // Who came while it was written down stands behind, in the order in which they came.
    const behind = entrants.length;
    this.#waiting.sort((a, b) => (rank.get(a.key) ?? behind) - (rank.get(b.key) ?? behind));
    this.#drawsAt = null;
    this.#drawing = false;
    this.#serve();
  }

  #serve(): void {
    while (this.#drawsAt === null && !this.#closed && !this.#resting && this.#serving.size < SERVED_AT_ONCE) {
      const next = this.#waiting.shift();
      if (!next) return;
      if (next.isGone()) this.#end(next, refusal('HUB_UNREACHABLE'));
      else this.#begin(next);
    }
  }

  #begin(waiting: Waiting): void {
    const begunMs = this.#options.steadyMs();
    this.#byKey.delete(waiting.key);
    const reply = waiting.serve().catch(() => refusal('HUB_UNREACHABLE'));
    this.#serving.set(waiting.key, reply);
    void reply.then((text) => {
      this.#serving.delete(waiting.key);
      if (text.startsWith(BUSY) && !this.#closed) return this.#rest(waiting);
      this.#served++;
      this.#pace.done(1, begunMs, this.#options.steadyMs());
      waiting.answer(text);
      this.#serve();
    });
  }

  /** The writer takes no more holds just now: the request goes back to the head of the line, and the line rests. */
  #rest(waiting: Waiting): void {
    this.#waiting.unshift(waiting);
    this.#byKey.set(waiting.key, waiting);
    this.#resting = true;
    this.#stopRest();
    this.#stopRest = this.#options.timer.after(REST_MS, () => {
      this.#resting = false;
      this.#serve();
    });
  }
}
