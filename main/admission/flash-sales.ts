import { randomBytes } from 'node:crypto';
import type { Input, ReplyOf } from '../../shared/contract.ts';
import type { JournalEvent } from '../../shared/events.ts';
import type { Json } from '../../shared/json.ts';
import type { FlashSale } from '../../shared/methods/flash-sales.ts';
import { accept } from '../../shared/refusals.ts';
import { type Actor, SYSTEM } from '../actor.ts';
import type { InnerHub } from '../hub/hub.ts';
import type { HubCall, HubMethods } from '../hub/hub-methods.ts';
import type { Timer } from '../hub/timer.ts';
import type { FlashSaleOpen } from '../queries/flash-sales.ts';
import { FlashLine, refusalText } from './flash-line.ts';
import { LineRequest } from './line-request.ts';
import { type Asked, SystemsInLine } from './systems-in-line.ts';

export interface FlashSalesOptions {
  readonly hub: Pick<InnerHub, 'change' | 'look' | 'ask' | 'executeJson' | 'on' | 'now'>;
  readonly timer: Timer;
  readonly steadyMs: () => number;
  /** 64 hex digits, which nobody can foretell. */
  readonly newSeed?: () => string;
}

const randomSeed = (): string => randomBytes(32).toString('hex');

type HoldName = 'holds.place' | 'holds.revive';
type HoldReply = Json<ReplyOf<HoldName>>;

/** Sales of a flight that are being opened. */
interface Opening extends PromiseWithResolvers<void> {
  underWay: number;
}

const whoOf = ({ desk, user }: Pick<Actor, 'desk' | 'user'>): string => `${desk} ${user}`;

/**
 * Flash sales: holds of their flights wait in line here, in the hub's memory. Which sales are open is in the store, so a hub that is started again goes on with them; who
 * waited asks again, under the same request id, and is answered once. A lot that was drawn before is not drawn again. Changes of what is sold, and seats that the waitlist is
 * offered, do not wait.
 *
 * No hold passes a line that is being opened. One that comes before the opening is on the disk waits for it, and the line is there as soon as its commit is heard.
 */
export class FlashSales {
  readonly #options: FlashSalesOptions;
  readonly #lines = new Map<number, FlashLine>();
  readonly #openings = new Map<number, Opening>();
  /** Requests that wait or are at the writer, by desk, user and request id. */
  readonly #requests = new Map<string, LineRequest>();
  readonly #systems: SystemsInLine;
  readonly #unhear: () => void;

  constructor(options: FlashSalesOptions) {
    this.#options = options;
    this.#systems = new SystemsInLine(options);
    this.#unhear = options.hub.on((events) => {
      for (const event of events) this.#hear(event);
    });
  }

  readonly methods: Pick<HubMethods, 'flashSale.open' | 'flashSale.close' | 'flashSale.look' | 'queue.status' | 'queue.leave'> = {
    'flashSale.open': ({ actor }, input) => {
      const { requestId, flightId, mode, seconds = 0 } = input;
      const said = { flightId, mode, seconds };
      const { hub, newSeed = randomSeed } = this.#options;
      const seed = newSeed();
      const begin = () => hub.change('flashSale.begin', { ...said, seed }, actor, requestId, said);
      return this.#opening(flightId, begin);
    },
    'flashSale.close': ({ actor }, { requestId, flightId }) => this.#options.hub.change('flashSale.end', { flightId }, actor, requestId),
    'flashSale.look': async (_, { flightIds }) =>
      accept({ sales: flightIds.flatMap((flightId) => this.#told(this.#lines.get(flightId)) ?? []) }),
    'queue.status': async ({ actor }) =>
      accept({
        waiting: [...this.#lines.values()].flatMap((line) =>
          line.placesOf(whoOf(actor)).map(({ requestId, position }) => ({
            ...{ flightId: line.sale.flightId, requestId, position, of: line.waiting },
            waitMs: line.waitMs(position ?? line.waiting),
          })),
        ),
      }),
    'queue.leave': async ({ actor }) => {
      const left = [...this.#requests.values()].filter((each) => each.who === whoOf(actor) && each.isWaiting);
      for (const each of left) each.end(refusalText('LINE_LEFT'));
      return accept({ left: left.length });
    },
  };

  async #opening<T>(flightId: number, begin: () => Promise<T>): Promise<T> {
    const opening = this.#openings.get(flightId) ?? { underWay: 0, ...Promise.withResolvers<void>() };
    this.#openings.set(flightId, opening);
    opening.underWay++;
    try {
      return await begin();
    } finally {
      opening.underWay--;
      if (opening.underWay === 0) {
        this.#openings.delete(flightId);
        opening.resolve();
      }
    }
  }

  /** Takes up the sales that were open when the hub was started. Before it nobody may place a hold. */
  async begin(): Promise<void> {
    const found = await this.#options.hub.look('flashSales.open', {});
    if (found.ok) for (const sale of found.value.sales) this.#open(sale);
  }

  #hear({ type, data, at }: JournalEvent): void {
    if (type === 'flashSale.opened') {
      const { number, flightId, mode, seconds } = data;
      this.#open({ number, flightId, mode, seconds, openedAt: at, drawn: false });
    } else if (type === 'flashSale.closed') {
      this.#lines.get(data.flightId)?.close('FLASH_CLOSED');
      this.#lines.delete(data.flightId);
    }
  }

  #open(sale: FlashSaleOpen): void {
    const { hub, timer, steadyMs } = this.#options;
    const draw = async (entrants: readonly string[]) => {
      const drawn = await hub.change('flashSale.draw', { number: sale.number, entrants }, SYSTEM, null).catch(() => undefined);
      return drawn?.ok ? drawn.value : undefined;
    };
    this.#lines.set(sale.flightId, new FlashLine({ sale, timer, steadyMs, draw, now: () => hub.now() }));
  }

  #told(line: FlashLine | undefined): FlashSale | undefined {
    if (!line) return undefined;
    const { flightId, mode, openedAt } = line.sale;
    const { drawsAt, waiting, served } = line;
    return { flightId, mode, openedAt, drawsAt, waiting, served, waitMs: line.waitMs(waiting + 1) };
  }

  /** The reply to a hold, once it had its turn in the lines of all flights that it asks for. Undefined: none of its flights has a line. */
  place(name: HoldName, input: Input<HoldName>, call: HubCall): Promise<HoldReply> | undefined {
    if (this.#lines.size === 0 && this.#openings.size === 0) return undefined;
    if (name === 'holds.revive') return this.#revive(input as Input<'holds.revive'>, call);
    const { legs } = input as Input<'holds.place'>;
    return this.#inLine(new Set(legs.map(({ flightId }) => flightId)), name, input, call);
  }

  /** The seats of a hold that lapsed are asked for like any others. */
  async #revive(input: Input<'holds.revive'>, call: HubCall): Promise<HoldReply> {
    const { hub } = this.#options;
    const found = await hub.ask('bookings.get', { bookingId: input.bookingId }, call.actor);
    const flightIds = found.ok ? found.value.booking.legs.map(({ flightId }) => flightId) : [];
    return this.#inLine(new Set(flightIds), 'holds.revive', input, call) ?? hub.executeJson('holds.revive', input, call.actor);
  }

  #inLine(flightIds: ReadonlySet<number>, name: HoldName, input: Input<HoldName>, call: HubCall): Promise<HoldReply> | undefined {
    const openings = [...flightIds].flatMap((flightId) => this.#openings.get(flightId)?.promise ?? []);
    if (openings.length > 0) {
      const straight = () => this.#options.hub.executeJson(name, input as never, call.actor);
      return Promise.all(openings).then(() => this.#inLine(flightIds, name, input, call) ?? straight());
    }
    const lines = [...flightIds].flatMap((flightId) => this.#lines.get(flightId) ?? []);
    return lines.length > 0 ? this.#join(lines, name, input, call) : undefined;
  }

  #join(lines: readonly FlashLine[], name: HoldName, input: Input<HoldName>, call: HubCall): Promise<HoldReply> {
    const asked = { who: whoOf(call.actor), requestId: input.requestId, body: JSON.stringify([name, input]) };
    if (call.connection.desk?.kind !== 'system') return this.#wait(lines, name, input, call, asked) as Promise<HoldReply>;
    const refused = this.#systems.refusedBefore(asked);
    if (refused !== undefined) return Promise.resolve(refused as HoldReply);
    return this.#systems.orPlace(asked, lines, this.#wait(lines, name, input, call, asked)) as Promise<HoldReply>;
  }

  /** Resolves with the reply once the request had its turn. */
  #wait(
    lines: readonly FlashLine[],
    name: HoldName,
    input: Input<HoldName>,
    { actor, session, connection }: HubCall,
    asked: Asked,
  ): Promise<string> {
    const { hub } = this.#options;
    const isSystem = connection.desk?.kind === 'system';
    const { requestId, body } = asked;
    const key = `${asked.who} ${requestId}`;
    const isGone = isSystem ? this.#systems.isGone() : (): boolean => session?.connection === undefined;
    const before = this.#requests.get(key);
    if (before) return before.again(body, isGone);
    const full = lines.map((line) => line.full).find((refused) => refused !== undefined);
    if (full) return Promise.resolve(JSON.stringify(full));
    const execute = async (): Promise<string> => {
      const reply: string = await hub.executeJson(name, input as never, actor);
      if (isSystem) this.#systems.keep(asked, reply);
      return reply;
    };
    const request = new LineRequest({ ...{ ...asked, lines, execute }, ended: () => this.#requests.delete(key) }, isGone);
    this.#requests.set(key, request);
    const { reply } = request;
    request.enter();
    void hub.look('replies.known', { requestId }).then((found) => {
      if (found.ok && found.value.known) void request.hasten();
    });
    return reply;
  }

  /** The hub stops: all who wait are told to ask again. */
  close(): void {
    this.#unhear();
    for (const line of this.#lines.values()) line.close('LINE_LOST');
    this.#lines.clear();
  }
}
