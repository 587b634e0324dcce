import { type Bridge, type CalledBy, type Input, type MethodName, PROTOCOL_VERSION, type ReplyOf } from '../../shared/contract.ts';
import { SECOND_MS } from '../../shared/instants.ts';
import type { Message, Notice } from '../../shared/notices.ts';
import { type Refusal, type Reply, refuse } from '../../shared/refusals.ts';
import type { GivenInput } from './client.ts';

/** The part of a browser's WebSocket that is used. */
export type Socket = Pick<WebSocket, 'onmessage' | 'onclose' | 'send' | 'close'>;

/** Asks the hub on a connection on which nothing else may be asked yet. */
export type AskFirst = <Name extends MethodName>(method: Name, input: GivenInput<Name>) => Promise<ReplyOf<Name>>;

export interface SocketBridgeOptions {
  open(): Socket;
  /** Shows the hub on a new connection which desk this is. Left out where that is the hub's own. */
  prove?(hello: Hello, ask: AskFirst): Promise<void>;
  /** The token by which the session is resumed on a new connection; null while nobody is signed in. */
  token(): string | null;
}

interface Waiting {
  readonly method: MethodName;
  readonly input: unknown;
  readonly by: CalledBy;
  readonly resolve: (reply: Reply<never>) => void;
  /** Means something on its own connection alone. */
  readonly first: boolean;
  sent: boolean;
  /** When the call was made, or when the connection broke if that was later. */
  since: number;
}

export type Hello = Extract<Notice, { type: 'hello' }>;
/** How a hub of another protocol stands to this console. */
export type OtherProtocol = Pick<Hello, 'version'> & { readonly hubIs: 'newer' | 'older' };
type Answer = { id: number; ok: true; value: never } | { id: number; ok: false; refusal: Refusal };

export const RETRY_MS = [250, 500, 1_000, 2_000, 4_000, 5_000] as const;
/** A call that has waited this long for a connection is given up, so that nothing happens long after the agent asked for it. */
export const WAIT_MS_MAX = 15 * SECOND_MS;
/** Silence after which the hub is asked whether it is there, and how long its answer may take. */
export const SILENCE_MS_MAX = 10 * SECOND_MS;
export const SIGN_OF_LIFE_MS_MAX = 5 * SECOND_MS;

/** Calls that are never sent again, because the first may have arrived and a second would not do the same. Of a restore nobody could say which store the second would replace. */
const NOT_TWICE: ReadonlySet<MethodName> = new Set(['schedule.upload', 'schedule.preview', 'backups.restore']);

/**
 * The bridge of a console in a browser. It connects again by itself, resumes the session first, and then sends again every call that has
 * no answer yet. Commands keep their request ids, so the hub does none of them twice.
 */
export class SocketBridge implements Bridge {
  readonly #options: SocketBridgeOptions;
  readonly #listeners = new Set<(heard: unknown) => void>();
  readonly #downListeners = new Set<() => void>();
  readonly #strangeListeners = new Set<(other: OtherProtocol) => void>();
  readonly #waiting = new Map<number, Waiting>();
  #socket: Socket | undefined;
  /** True once the hub has greeted and the session is resumed, until the connection breaks. */
  #up = false;
  #lastId = 0;
  #tries = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #pulse: ReturnType<typeof setInterval> | undefined;
  #heardAt = 0;

  constructor(options: SocketBridgeOptions) {
    this.#options = options;
    this.#connect();
    this.#pulse = setInterval(() => this.#watch(), SECOND_MS);
  }

  call<Name extends MethodName>(method: Name, input: Input<Name>, by: CalledBy = 'console'): Promise<ReplyOf<Name>> {
    return new Promise((resolve) => this.#add({ method, input, by, resolve: resolve as Waiting['resolve'], first: false }));
  }

  on(listener: (heard: unknown) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Called whenever the connection breaks, or a try to make one fails. */
  onDown(listener: () => void): () => void {
    this.#downListeners.add(listener);
    return () => this.#downListeners.delete(listener);
  }

  /** Called each time a hub greets that speaks another protocol. Nothing is asked of it; it is tried again, because it may be another one then. */
  onOtherProtocol(listener: (other: OtherProtocol) => void): () => void {
    this.#strangeListeners.add(listener);
    return () => this.#strangeListeners.delete(listener);
  }

  /** Tries at once instead of waiting for the next turn. */
  retryNow(): void {
    if (this.#socket) return;
    clearTimeout(this.#retry);
    this.#connect();
  }

  close(): void {
    clearTimeout(this.#retry);
    clearInterval(this.#pulse);
    const socket = this.#socket;
    this.#socket = undefined;
    if (socket) {
      socket.onclose = null;
      socket.close();
    }
  }

  #connect(): void {
    const socket = this.#options.open();
    this.#socket = socket;
    this.#heardAt = Date.now();
    socket.onmessage = ({ data }) => {
      if (this.#socket === socket) this.#receive(String(data));
    };
    socket.onclose = () => {
      if (this.#socket === socket) this.#broken();
    };
  }

  #broken(): void {
    this.#socket = undefined;
    const wasUp = this.#up;
    this.#up = false;
    const now = Date.now();
    for (const [id, waiting] of this.#waiting) {
      if (wasUp) waiting.since = now;
      if (waiting.sent && (waiting.first || NOT_TWICE.has(waiting.method))) this.#answer(id, refuse('HUB_UNREACHABLE'));
      waiting.sent = false;
    }
    for (const listener of this.#downListeners) listener();
    const wait = RETRY_MS[Math.min(this.#tries, RETRY_MS.length - 1)] ?? SECOND_MS;
    this.#tries += 1;
    // The wait is random, so that consoles which lost the same hub do not all connect in the same moment.
    this.#retry = setTimeout(() => this.#connect(), wait * (0.8 + Math.random() * 0.4));
  }

  #receive(text: string): void {
    this.#heardAt = Date.now();
    let message: Answer | Message;
    try {
      message = JSON.parse(text);
    } catch {
      this.#socket?.close();
      return;
    }
    if ('id' in message) this.#answer(message.id, message);
    else if ('notice' in message && message.type === 'hello') void this.#greet(message);
    else this.#tell(message);
  }

  #tell(message: Message): void {
    for (const listener of [...this.#listeners]) listener(message);
  }

  #add(call: Omit<Waiting, 'sent' | 'since'>): void {
    this.#lastId += 1;
    const waiting: Waiting = { ...call, sent: false, since: Date.now() };
    this.#waiting.set(this.#lastId, waiting);
    if (this.#up || waiting.first) this.#send(this.#lastId, waiting);
  }

  readonly #askFirst: AskFirst = (method, input) =>
    new Promise((resolve) => this.#add({ method, input, by: 'console', resolve: resolve as Waiting['resolve'], first: true }));

  /** The hub has greeted. First it must know the desk, then the session; without them all other calls would be refused. */
  async #greet(hello: Hello): Promise<void> {
    const socket = this.#socket;
    if (hello.protocol !== PROTOCOL_VERSION) return this.#part(hello);
    await this.#options.prove?.(hello, this.#askFirst);
    if (this.#socket !== socket) return;
    const token = this.#options.token();
    if (token !== null) await this.#askFirst('session.resume', { token });
    if (this.#socket !== socket) return;
    this.#up = true;
    this.#tries = 0;
    this.#tell(hello);
    for (const [id, waiting] of this.#waiting) if (!waiting.sent) this.#send(id, waiting);
  }

  /** What would be asked and answered could mean something else there. */
  #part({ version, protocol }: Hello): void {
    for (const listener of this.#strangeListeners) listener({ version, hubIs: protocol > PROTOCOL_VERSION ? 'newer' : 'older' });
    this.#tries = RETRY_MS.length - 1;
    this.#socket?.close();
  }

  #send(id: number, waiting: Waiting): void {
    waiting.sent = true;
    this.#socket?.send(JSON.stringify({ id, method: waiting.method, input: waiting.input, by: waiting.by }));
  }

  #answer(id: number, reply: Reply<never>): void {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    this.#waiting.delete(id);
    waiting.resolve(reply.ok ? { ok: true, value: reply.value } : { ok: false, refusal: reply.refusal });
  }

  #watch(): void {
    const now = Date.now();
    if (!this.#up) {
      for (const [id, waiting] of this.#waiting) if (now - waiting.since >= WAIT_MS_MAX) this.#answer(id, refuse('HUB_UNREACHABLE'));
    }
    if (!this.#socket) return;
    const silent = now - this.#heardAt;
    // A pulled cable closes no connection. After some silence the hub is asked, and if it does not answer the connection is given up.
    if (silent >= SILENCE_MS_MAX + SIGN_OF_LIFE_MS_MAX) {
      this.#socket.onclose = null;
      this.#socket.close();
      this.#broken();
    } else if (this.#up && silent >= SILENCE_MS_MAX && silent < SILENCE_MS_MAX + SECOND_MS) void this.call('session.state', {});
  }
}
