import { parsed } from '../../shared/json.ts';
import type { BookingView } from '../../shared/methods/booking-view.ts';
import type { Hoarder } from '../../shared/methods/hoarding.ts';
import type { Reply } from '../../shared/refusals.ts';
import type { Asks } from './asks.ts';
import { connectionOf } from './connection-of.ts';
import { Failure } from './failure.ts';
import { userNow } from './hoard-watch.ts';
import type { Person } from './odd-call.ts';
import { saleInput } from './sale-input.ts';
import type { SimulatedHub } from './simulated-hub.ts';
import type { StationAction } from './station-action.ts';
import { STAFF } from './world.ts';

/** What a hub that rounds up may say more. */
const ROUNDED_MS = 2;

type Of<Do extends StationAction['do']> = Extract<StationAction, { readonly do: Do }>;

/** Agents who leave holds to lapse. They are slowed by rule, until they sell or time has passed. */
export class Hoarders {
  readonly #hub: SimulatedHub;
  readonly #asks: Asks;
  /** Holds whose replies reached them, by desk and user, the newest last. */
  readonly #held = new Map<string, BookingView[]>();

  constructor(hub: SimulatedHub, asks: Asks) {
    this.#hub = hub;
    this.#asks = asks;
  }

  #who(desk: number): Person {
    return { user: userNow(this.#hub.station.hoards.decisions), desk: `H${desk}`, role: 'agent' };
  }

  async hold({ desk, flight }: Of<'hoarder-holds'>, requestId: string): Promise<void> {
    const hub = this.#hub;
    const who = this.#who(desk);
    const now = hub.now();
    const admitted = hub.station.hoards.asks(who, now);
    if (admitted === undefined) return;
    const by = connectionOf(who, now);
    if (admitted === 'taken') {
      this.#asks.places(by, who, requestId, flight, 1, (view) => {
        const key = `${who.desk} ${who.user}`;
        this.#held.set(key, [...(this.#held.get(key) ?? []), view]);
      });
      return;
    }
    const { comeAgainMs } = admitted;
    const text = await hub.dispatcher.call(by, 'holds.place', {});
    const reply = parsed(text) as Reply<unknown>;
    const told = !reply.ok && reply.refusal.code === 'BUSY' ? Number(reply.refusal.details.comeAgainMs) : Number.NaN;
    if (!(told >= comeAgainMs - 1 && told <= comeAgainMs + ROUNDED_MS))
      throw new Failure('hoarding', `a hold of ${who.desk} that must come again after ${comeAgainMs} ms is answered ${text}`);
    hub.judge.meet('hoarder BUSY');
  }

  /** They sell their newest hold that runs, if there is one. */
  async sell({ desk }: Of<'hoarder-sells'>, requestId: string): Promise<void> {
    const hub = this.#hub;
    const who = this.#who(desk);
    const { bookings } = hub.judge.model;
    const hold = this.#held.get(`${who.desk} ${who.user}`)?.findLast(({ bookingId }) => bookings.get(bookingId)?.state === 'HOLD');
    if (!hold) return;
    const paid = { of: 0, names: 'right', tenders: ['cash'], voucher: 1, off: 0, as: 'ana' } as const;
    const input = { requestId, ...saleInput({ do: 'confirm', key: 0, ...paid }, hold, hub, requestId) };
    await this.#asks.judged(connectionOf(who, hub.now()), 'bookings.confirm', input, () => hub.judge.meet('hoarder sells'));
  }

  async look(): Promise<void> {
    const hub = this.#hub;
    const now = hub.now();
    const { starts } = hub;
    const text = await hub.dispatcher.call(connectionOf(STAFF.mercy, now), 'hoarding.list', {});
    if (hub.starts !== starts) return;
    const { value } = parsed(text) as { readonly value: { readonly hoarders: readonly Hoarder[] } };
    hub.station.hoards.check(value.hoarders, now);
    hub.judge.meet(`hoarding.list ${value.hoarders.length === 0 ? 'nobody' : 'some'}`);
  }
}
