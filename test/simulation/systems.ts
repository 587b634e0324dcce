import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { SYSTEM_CALLS, type SystemCalls } from '../../shared/system-rights.ts';
import { HERE, TO_A_READER } from '../main/support/here.ts';
import type { Asks } from './asks.ts';
import { CallsLeft } from './calls-left.ts';
import { connectionOf } from './connection-of.ts';
import { Failure } from './failure.ts';
import type { ModelDesk } from './model/station.ts';
import { NOBODY_KNOWS } from './sale-input.ts';
import type { SimulatedHub } from './simulated-hub.ts';
import type { StationAction, SystemMethod, WhichSystem } from './station-action.ts';
import { STAFF } from './world.ts';

/** What a system needs for a method, or that no system may call it, and what one that may is answered. */
const METHODS: Readonly<Record<SystemMethod, { readonly needs: SystemCalls | 'a console'; readonly answer: string }>> = {
  'settings.get': { needs: 'reads', answer: 'ok' },
  'holds.release': { needs: 'sells', answer: 'BOOKING_UNKNOWN' },
  'jobs.list': { needs: 'supervises', answer: 'ok' },
  'desks.allow': { needs: 'a console', answer: '' },
};

/** A key that was quiet may make the calls of two seconds at once. */
const AT_ONCE_SECONDS = 2;
/** Nearer to the moment from which one more call is allowed nobody can say which it is. */
const NEAR_MS = 1;
const NOBODY = '0'.repeat(22);

type Of<Do extends StationAction['do']> = Extract<StationAction, { readonly do: Do }>;

interface Known {
  readonly id: string;
  readonly secret: string;
  /** Of the calls that it is allowed in a second. */
  left: { readonly perSecond: number; readonly calls: CallsLeft } | undefined;
}

/** Other systems of the airline: what a supervisor allows them, and that they may call that and no more. */
export class Systems {
  readonly #hub: SimulatedHub;
  readonly #asks: Asks;
  /** As they were paired, the newest last. */
  readonly #known: Known[] = [];

  constructor(hub: SimulatedHub, asks: Asks) {
    this.#hub = hub;
    this.#asks = asks;
  }

  paired(id: string, secret: string): void {
    this.#known.push({ id, secret, left: undefined });
  }

  /** The hub was started again: it has counted no calls. */
  restarted(): void {
    for (const system of this.#known) system.left = undefined;
  }

  #which(of: WhichSystem): Known | undefined {
    return of === 'newest' ? this.#known.at(-1) : of === 'older' ? this.#known.at(-2) : undefined;
  }

  allow({ of, rights, by }: Of<'allow-system'>, requestId: string): Promise<void> {
    const { desks } = this.#hub.judge.model.station;
    const console = desks.find(({ kind, revokedAt }) => kind === 'console' && revokedAt === null);
    const id = (of === 'console' ? console : this.#which(of))?.id ?? NOBODY;
    return this.#asks.judged(connectionOf(STAFF[by], this.#hub.now()), 'desks.allow', { requestId, id, rights });
  }

  end({ of }: Of<'end-system'>, requestId: string): Promise<void> {
    const id = this.#which(of)?.id ?? NOBODY;
    return this.#asks.judged(connectionOf(STAFF.mercy, this.#hub.now()), 'desks.revoke', { requestId, id });
  }

  /** Calls one after the other, over HTTP. */
  async call({ of, method, times }: Of<'system-calls'>, requestId: string): Promise<void> {
    const { starts } = this.#hub;
    for (let place = 0; place < times && this.#hub.starts === starts; place++) {
      const known = this.#which(of);
      const expected = this.#expected(method, known);
      if (expected === undefined) return;
      const code = await this.#post(method, `Bearer ${known?.id ?? NOBODY}.${known?.secret ?? '0'.repeat(43)}`, `${requestId}-${place}`);
      if (code === undefined || this.#hub.starts !== starts) return;
      const said = `${method} of a system that may ${this.#deskOf(known)?.rights?.calls ?? 'do nothing'}`;
      if (code !== expected) throw new Failure('system', `${said} was answered ${code}, and not ${expected}`);
      this.#hub.judge.meet(`system:${method} ${code}`);
    }
  }

  #deskOf(known: Known | undefined): ModelDesk | undefined {
    return this.#hub.judge.model.station.paired(known?.id ?? '');
  }

  /** What a call comes to, and counts it; undefined where nobody can say. */
  #expected(method: SystemMethod, known: Known | undefined): string | undefined {
    const { needs, answer } = METHODS[method];
    if (needs === 'a console') return 'CONSOLE_ONLY';
    const rights = this.#deskOf(known)?.rights;
    if (!known || !rights) return 'KEY_NEEDED';
    if (SYSTEM_CALLS.indexOf(rights.calls) < SYSTEM_CALLS.indexOf(needs)) return 'SYSTEM_MAY_NOT';
    const { steady } = this.#hub.time;
    const perSecond = rights.callsPerSecond;
    if (known.left?.perSecond !== perSecond)
      known.left = { perSecond, calls: new CallsLeft(perSecond * AT_ONCE_SECONDS, 1_000 / perSecond) };
    const { calls } = known.left;
    const waitMs = calls.waitMs(steady);
    if (Math.abs(waitMs) < NEAR_MS) return undefined;
    if (waitMs > 0) return 'TOO_MANY_CALLS';
    calls.take(steady);
    return answer;
  }

  /** The code of what is answered; undefined where nothing could be done at this moment. */
  async #post(method: SystemMethod, authorization: string, key: string): Promise<string | undefined> {
    const input = method === 'holds.release' ? { bookingId: NOBODY_KNOWS } : {};
    const headers = { 'content-type': 'application/json', authorization, 'idempotency-key': key };
    const body = Readable.from([Buffer.from(JSON.stringify(input))]);
    const request = Object.assign(body, { url: `/v1/${method}`, headers, complete: true, socket: { setTimeout() {} } });
    let answered = '';
    const response = Object.assign(new EventEmitter(), {
      req: request,
      writeHead: () => response,
      end(text: Buffer | string) {
        answered = text.toString();
        response.emit('close');
        return response;
      },
    });
    const asked = [request as unknown as IncomingMessage, response as unknown as ServerResponse] as const;
    await this.#hub.outside(this.#hub.station.door.answer(...asked, HERE, TO_A_READER));
    const { code = 'ok' } = JSON.parse(answered) as { code?: string };
    return this.#asks.isNotNow(`"code":"${code}"`) ? undefined : code;
  }
}
