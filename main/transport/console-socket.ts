import { performance } from 'node:perf_hooks';
import { type RawData, WebSocket } from 'ws';
import type { Notice } from '../../shared/notices.ts';
import { type Reply, refuse } from '../../shared/refusals.ts';
import { CallBudget } from '../hub/call-budget.ts';
import type { Caller } from '../hub/caller.ts';
import type { ConsoleSession, DeskSeat } from '../hub/connection.ts';
import { newChallenge } from '../hub/hub-desk.ts';
import type { LiveConsole } from '../live/live-console.ts';
import type { Dispatcher } from './dispatch.ts';
import { readCall } from './read-call.ts';
import type { Reader, UnsentOfAll } from './unsent-of-all.ts';
import type { WebSocketLimits } from './websocket-limits.ts';
import type { Place } from './who-gives-way.ts';

/** So little may wait on its way to a console that has read what it was sent. */
const READ_BYTES = 16_384;

/** One console over WebSocket: reads its calls, sends it replies, events and notices. */
export class ConsoleSocket implements LiveConsole, Place, Reader {
  desk: DeskSeat | undefined;
  readonly challenge = newChallenge();
  session: ConsoleSession | undefined;
  readonly caller: Caller;
  readonly #socket: WebSocket;
  readonly #limits: WebSocketLimits;
  readonly #all: UnsentOfAll;
  readonly #budget: CallBudget;
  /** For how many calls beyond its budget a console is still told so. */
  readonly #patience: CallBudget;
  #open = 0;
  /** Nothing was called yet. */
  silent = true;
  /** Answered the last ping. */
  alive = true;

  constructor(socket: WebSocket, caller: Caller, limits: WebSocketLimits, desk: DeskSeat | undefined, all: UnsentOfAll) {
    this.#socket = socket;
    this.#all = all;
    this.caller = caller;
    this.desk = desk;
    this.#limits = limits;
    this.#budget = new CallBudget(limits.callsAtOnce, limits.callsPerSecond, performance.now());
    this.#patience = new CallBudget(limits.refusalsAtOnce, limits.refusalsPerSecond, performance.now());
  }

  get address(): string {
    return this.caller.address;
  }

  get user(): string | undefined {
    return this.session?.facts.user;
  }

  notify(notice: Notice): void {
    this.#send(JSON.stringify(notice));
  }

  /** Bytes that wait for it. */
  get unsent(): number {
    return this.#socket.readyState === WebSocket.OPEN ? this.#socket.bufferedAmount : 0;
  }

  get hasRead(): boolean {
    return this.unsent <= READ_BYTES;
  }

  sendFrame(frame: string): boolean {
    if (this.#socket.readyState !== WebSocket.OPEN) return true;
    if (this.unsent > this.#limits.waitingEventBytesMax || !this.#all.hasRoom(frame.length)) return false;
    this.#socket.send(frame);
    return true;
  }

  /** Sends a reply or a notice. */
  #send(text: string): void {
    const waitingMax = this.session ? this.#limits.waitingBytesMax : this.#limits.strangerWaitingBytesMax;
    if (this.unsent > waitingMax) this.#socket.terminate();
    else this.#all.makeRoom(text.length);
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(text);
  }

  async heard(data: RawData, isBinary: boolean, dispatcher: Dispatcher): Promise<void> {
    // What was sent before it was cut off is not worth reading.
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    const call = readCall(data, isBinary);
    const seconds = this.#open >= this.#limits.callsOpenMax ? 1 : this.#budget.take(performance.now());
    if (seconds > 0) {
      if (this.#patience.take(performance.now()) > 0) return this.cut();
      return this.#reply(call?.id ?? null, refuse('TOO_MANY_CALLS', { seconds }));
    }
    if (!call || call.id === null) {
      const problem = call ? 'must be a whole number' : 'must be JSON: { id, method, input }';
      return this.#reply(null, refuse('INPUT_INVALID', { field: call ? 'id' : 'message', problem }));
    }
    this.silent = false;
    this.#open++;
    try {
      this.#replyJson(call.id, await dispatcher.call(this, call.method, call.input, call.by));
    } finally {
      this.#open--;
    }
  }

  #reply(id: number | null, reply: Reply<unknown>): void {
    this.#replyJson(id, JSON.stringify(reply));
  }

  /** `{"id":7,` and the rest of the reply's object. */
  #replyJson(id: number | null, reply: string): void {
    this.#send(`{"id":${id},${reply.slice(1)}`);
  }

  /** Finds out whether the other end is still there; a cable that was pulled says nothing by itself. */
  ping(): void {
    if (this.alive) this.#socket.ping();
    else this.#socket.terminate();
    this.alive = false;
  }

  close(): void {
    this.#socket.close(1001, 'Aisle is shutting down');
  }

  cut(): void {
    this.#socket.terminate();
  }
}
