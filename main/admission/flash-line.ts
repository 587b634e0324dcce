import { FLASH_LINE_MAX } from '../../shared/bounds.ts';
import { type Instant, later, SECOND_MS } from '../../shared/instants.ts';
import { type RefusalCode, type Refused, refuse } from '../../shared/refusals.ts';
import { Pace } from '../hub/pace.ts';
import { refuseInLine } from '../hub/refuse-busy.ts';
import type { Timer } from '../hub/timer.ts';
import type { FlashSaleOpen } from '../queries/flash-sales.ts';
import { drawLot } from '../rules/draw-lot.ts';

/** Requests of a line that are at the writer at once: enough that it never waits, and few enough that the line keeps its order when many holds come by other ways. */
export const SERVED_AT_ONCE = 32;

/** How long a line rests when the writer takes no more, and how long a lot waits that could not be written down. */
const REST_MS = 250;
/** What the reply of a writer begins with that takes no more now. */
export const BUSY = '{"ok":false,"refusal":{"code":"BUSY"';

/** A request in a line. It may stand in several. */
export interface Entrant {
  /** Desk and user. */
  readonly who: string;
  readonly requestId: string;
  /** Nobody would hear the answer any more. */
  isGone(): boolean;
  /** Its turn in this line: gives the JSON of a reply, or undefined while it waits in another line still. */
  serve(line: FlashLine): Promise<string | undefined>;
  /** The writer took no more: it has its place again. */
  waitsOn(): void;
  /** Answers it. It leaves every line. */
  end(reply: string): void;
  /** This line is no more. It waits on in the others, or is answered. */
  lineEnds(line: FlashLine, reply: string): void;
}

export interface FlashLineOptions {
  readonly sale: FlashSaleOpen;
  readonly timer: Timer;
  readonly now: () => Instant;
  /** Only grows, however the clock is set. */
  readonly steadyMs: () => number;
  /**
   * Writes down who takes part in the lot, before anybody is served, and tells its seed; a seed of null: it was drawn before. Undefined: it could not be
   * written down now.
   */
  readonly draw: (entrants: readonly string[]) => Promise<{ readonly seed: string | null } | undefined>;
}

export const refusalText = (code: RefusalCode): string => JSON.stringify(refuse(code));

/**
 * The line of one flight in a flash sale. In order: who came first is served first. By lot: nobody is served before the first seconds are over; then those who came
 * in them are drawn, and who comes later stands behind them. Requests go to the writer in the order of the line, and it answers them in that order. A lot that the hub
 * did not draw before it stopped gathers once more for as long, because all who were in it come again.
 */
export class FlashLine {
  readonly #options: FlashLineOptions;
  readonly #pace = new Pace();
  #waiting: Entrant[] = [];
  /** Which turn they had who are at the writer, or were sent back by it. */
  readonly #turns = new Map<Entrant, number>();
  #lastTurn = 0;
  #atWriter = 0;
  #served = 0;
  /** Until when requests gather for the lot, in steady milliseconds; null once it is drawn, or in order. */
  #drawsAtMs: number | null;
  #stopTimer: () => void = () => {};
  #resting = false;
  #stopRest: () => void = () => {};
  #closed = false;

  constructor(options: FlashLineOptions) {
    this.#options = options;
    const { mode, seconds, drawn } = options.sale;
    this.#drawsAtMs = mode === 'lot' && !drawn ? options.steadyMs() + seconds * SECOND_MS : null;
    if (this.#drawsAtMs !== null) this.#stopTimer = options.timer.after(seconds * SECOND_MS, () => void this.#draw());
  }

  get sale(): FlashSaleOpen {
    return this.#options.sale;
  }

  get drawsAt(): Instant | null {
    return this.#drawsAtMs === null ? null : later(this.#options.now(), this.#untilDrawnMs());
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  get served(): number {
    return this.#served;
  }

  #untilDrawnMs(): number {
    return this.#drawsAtMs === null ? 0 : Math.max(0, Math.ceil(this.#drawsAtMs - this.#options.steadyMs()));
  }

  /** How long who stands at this position still waits: the lot, and those before. */
  waitMs(position: number): number {
    return this.#untilDrawnMs() + this.#pace.waitMs(position);
  }

  /** Where the requests of a desk and user stand; a position of null is in the lot. */
  placesOf(who: string): readonly { readonly requestId: string; readonly position: number | null }[] {
    return this.#waiting.flatMap((each, at) =>
      each.who === who ? [{ requestId: each.requestId, position: this.#drawsAtMs === null ? at + 1 : null }] : [],
    );
  }

  /** BUSY, when nobody more may stand here. */
  get full(): Refused | undefined {
    const position = this.#waiting.length + 1;
    return position > FLASH_LINE_MAX ? refuseInLine('flash_sale', position, this.#pace.comeAgainMs(position)) : undefined;
  }

  /** Stands at the end. */
  enter(entrant: Entrant): void {
    this.#waiting.push(entrant);
    this.#serve();
  }

  /** Stands here no more. */
  withdraw(entrant: Entrant): void {
    const at = this.#waiting.indexOf(entrant);
    if (at >= 0) this.#waiting.splice(at, 1);
    this.#turns.delete(entrant);
  }

  /** All who wait are told why. Requests that are at the writer get its answer. */
  close(why: 'FLASH_CLOSED' | 'LINE_LOST'): void {
    this.#closed = true;
    this.#stopTimer();
    this.#stopRest();
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const each of waiting) each.lineEnds(this, refusalText(why));
  }

  async #draw(): Promise<void> {
    for (const gone of this.#waiting.filter((each) => each.isGone())) gone.end(refusalText('HUB_UNREACHABLE'));
    const entrants = [...this.#waiting];
    const drawn = await this.#options.draw(entrants.map(({ who }) => who));
    if (this.#closed) return;
    if (!drawn) {
      this.#stopTimer = this.#options.timer.after(REST_MS, () => void this.#draw());
      return;
    }
    const order = drawn.seed === null ? [] : drawLot(drawn.seed, entrants.length);
    const rank = new Map(order.map((place, at) => [entrants[place], at]));
    // Who came while it was written down stands behind, in the order in which they came.
    const behind = entrants.length;
    this.#waiting.sort((a, b) => (rank.get(a) ?? behind) - (rank.get(b) ?? behind));
    this.#drawsAtMs = null;
    this.#serve();
  }

  #serve(): void {
    while (this.#drawsAtMs === null && !this.#closed && !this.#resting && this.#atWriter < SERVED_AT_ONCE) {
      const next = this.#waiting.shift();
      if (!next) return;
      if (next.isGone()) next.end(refusalText('HUB_UNREACHABLE'));
      else void this.#begin(next);
    }
  }

  async #begin(entrant: Entrant): Promise<void> {
    const begunMs = this.#options.steadyMs();
    this.#turns.set(entrant, ++this.#lastTurn);
    this.#atWriter++;
    const reply = await entrant.serve(this).catch(() => refusalText('HUB_UNREACHABLE'));
    this.#atWriter--;
    if (reply?.startsWith(BUSY) && !this.#closed) return this.#rest(entrant);
    this.#turns.delete(entrant);
    this.#served++;
    if (reply !== undefined) {
      this.#pace.done(1, begunMs, this.#options.steadyMs());
      entrant.end(reply);
    }
    this.#serve();
  }

  /** The writer takes no more holds just now: the request goes back to the place that it had, and the line rests. */
  #rest(entrant: Entrant): void {
    const turn = this.#turns.get(entrant) ?? 0;
    const behind = this.#waiting.findIndex((each) => (this.#turns.get(each) ?? Number.POSITIVE_INFINITY) > turn);
    this.#waiting.splice(behind < 0 ? this.#waiting.length : behind, 0, entrant);
    entrant.waitsOn();
    this.#resting = true;
    this.#stopRest();
    this.#stopRest = this.#options.timer.after(REST_MS, () => {
      this.#resting = false;
      this.#serve();
    });
  }
}
