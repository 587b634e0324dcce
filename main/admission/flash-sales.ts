import { randomBytes } from 'node:crypto';
import type { Input, ReplyOf } from '../../shared/contract.ts';
import { isAbout } from '../../shared/event-effects.ts';
import type { Json } from '../../shared/json.ts';
import type { FlashSale } from '../../shared/methods/flash-sales.ts';
import { accept } from '../../shared/refusals.ts';
import { type Actor, SYSTEM } from '../actor.ts';
import type { InnerHub } from '../hub/hub.ts';
import type { HubCall, HubMethods } from '../hub/hub-methods.ts';
import type { Timer } from '../hub/timer.ts';
import { FlashLine } from './flash-line.ts';

export interface FlashSalesOptions {
  readonly hub: Pick<InnerHub, 'change' | 'look' | 'ask' | 'executeJson' | 'on' | 'now'>;
  readonly timer: Timer;
  readonly steadyMs: () => number;
}

type HoldName = 'holds.place' | 'holds.revive';
type HoldReply = Json<ReplyOf<HoldName>>;

const whoOf = ({ desk, user }: Pick<Actor, 'desk' | 'user'>): string => `${desk} ${user}`;

/**
 * Flash sales: holds of their flights wait in line here, in the hub's memory. Which sales are open is in the store, so a hub that is started again goes on with them; who
 * waited asks again, under the same request id, and is answered once. A lot that was drawn before is not drawn again. Changes of what is sold, and seats that the waitlist is
 * offered, do not wait.
 */
export class FlashSales {
  readonly #options: FlashSalesOptions;
  readonly #lines = new Map<number, FlashLine>();
  readonly #unhear: () => void;
  #syncing: Promise<void> = Promise.resolve();

  constructor(options: FlashSalesOptions) {
    this.#options = options;
    this.#unhear = options.hub.on((events) => {
      if (events.some((event) => isAbout(event, 'flashSale'))) void this.follow();
    });
  }

  readonly methods: Pick<HubMethods, 'flashSale.open' | 'flashSale.close' | 'flashSale.look' | 'queue.status' | 'queue.leave'> = {
    'flashSale.open': async ({ actor }, input) => {
      const { requestId, flightId, mode, seconds = 0 } = input;
      const said = { flightId, mode, seconds };
      const seed = randomBytes(32).toString('hex');
      const reply = await this.#options.hub.change('flashSale.begin', { ...said, seed }, actor, requestId, said);
      // Whoever hears that it is open finds its line.
      if (reply.ok) await this.follow();
      return reply;
    },
    'flashSale.close': async ({ actor }, { requestId, flightId }) => {
      const reply = await this.#options.hub.change('flashSale.end', { flightId }, actor, requestId);
      if (reply.ok) await this.follow();
      return reply;
    },
    'flashSale.look': async (_, { flightIds }) => {
      // A console asks as soon as it hears that a sale was opened or closed, and asks no more where it finds none.
      await this.#syncing;
      return accept({ sales: flightIds.flatMap((flightId) => this.#told(this.#lines.get(flightId)) ?? []) });
    },
    'queue.status': async ({ actor }) =>
      accept({
        waiting: [...this.#lines.values()].flatMap((line) =>
          line.placesOf(whoOf(actor)).map(({ requestId, position }) => ({
            ...{ flightId: line.sale.flight_id, requestId, position, of: line.waiting },
            waitMs: line.waitMs(position ?? line.waiting),
          })),
        ),
      }),
    'queue.leave': async ({ actor }) => {
      let left = 0;
      for (const line of this.#lines.values()) left += line.leave(whoOf(actor));
      return accept({ left });
    },
  };

  /** Has a line for each sale that is open in the store, and no other. */
  follow(): Promise<void> {
    this.#syncing = this.#syncing.then(() => this.#sync()).catch(() => {});
    return this.#syncing;
  }

  async #sync(): Promise<void> {
    const found = await this.#options.hub.look('flashSales.open', {});
    if (!found.ok) return;
    const open = new Map(found.value.sales.map((sale) => [sale.flight_id, sale]));
    for (const [flightId, line] of this.#lines) {
      if (open.get(flightId)?.number === line.sale.number) continue;
      this.#lines.delete(flightId);
      line.close('FLASH_CLOSED');
    }
    const { hub, timer, steadyMs } = this.#options;
    for (const [flightId, sale] of open) {
      if (this.#lines.has(flightId)) continue;
      const draw = async (entrants: readonly string[]) =>
        void (await hub.change('flashSale.draw', { number: sale.number, entrants }, SYSTEM, null));
      this.#lines.set(flightId, new FlashLine({ sale, timer, steadyMs, draw, now: () => hub.now() }));
    }
  }

  #told(line: FlashLine | undefined): FlashSale | undefined {
    if (!line) return undefined;
    const { flight_id: flightId, mode, opened_at: openedAt } = line.sale;
    const { drawsAt, waiting, served } = line;
    return { flightId, mode, openedAt, drawsAt, waiting, served, waitMs: line.waitMs(waiting + 1) };
  }

  /** The reply to a hold, once it had its turn in the line of a flight that it asks for. Undefined: none of its flights has a line. */
  place(name: HoldName, input: Input<HoldName>, call: HubCall): Promise<HoldReply> | undefined {
    if (this.#lines.size === 0) return undefined;
    if (name === 'holds.revive') return this.#revive(input as Input<'holds.revive'>, call);
    const line = this.#lineOf((input as Input<'holds.place'>).legs.map(({ flightId }) => flightId));
    return line && this.#join(line, name, input, call);
  }

  #lineOf(flightIds: readonly number[]): FlashLine | undefined {
    return flightIds.map((flightId) => this.#lines.get(flightId)).find((line) => line !== undefined);
  }

  /** The seats of a hold that lapsed are asked for like any others. */
  async #revive(input: Input<'holds.revive'>, call: HubCall): Promise<HoldReply> {
    const found = await this.#options.hub.ask('bookings.get', { bookingId: input.bookingId }, call.actor);
    const line = found.ok ? this.#lineOf(found.value.booking.legs.map(({ flightId }) => flightId)) : undefined;
    return line ? this.#join(line, 'holds.revive', input, call) : this.#options.hub.executeJson('holds.revive', input, call.actor);
  }

  #join(line: FlashLine, name: HoldName, input: Input<HoldName>, { actor, session }: HubCall): Promise<HoldReply> {
    const who = whoOf(actor);
    const { requestId } = input;
    const key = `${who} ${requestId}`;
    const reply = line.join({
      ...{ key, who, requestId, body: JSON.stringify([name, input]) },
      isGone: () => session?.connection === undefined,
      serve: () => this.#options.hub.executeJson(name, input as never, actor),
    });
    void this.#options.hub.look('replies.known', { requestId }).then((found) => {
      if (found.ok && found.value.known) line.hasten(key);
    });
    return reply as Promise<HoldReply>;
  }

  /** The hub stops: all who wait are told to ask again. */
  close(): void {
    this.#unhear();
    for (const line of this.#lines.values()) line.close('LINE_LOST');
    this.#lines.clear();
  }
}
