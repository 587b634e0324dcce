import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { Input, MethodName, Output, ReplyOf } from '../../shared/contract.ts';
import type { Topic } from '../../shared/topics.ts';
import { type HubDoor, socketAt } from '../support/hub-door.ts';
import type { Hello } from '../support/kept-desk.ts';
import { comeAgainMs } from './come-again.ts';
import type { HeardEvents } from './heard-events.ts';
import type { Times } from './method-times.ts';

/** What all consoles of one load share. */
export interface LoadWatch {
  readonly times: Times;
  readonly heard: HeardEvents;
  /** Answers that told to come again, by method and reason: how fast each was told. They are no samples of their methods and no refusals. */
  readonly comeAgain: Times;
  /** How often each other refusal came. */
  readonly refusals: Map<string, number>;
}

/** The hub's answer as it came: it is read only where somebody needs what it says, because a load should cost little. */
export interface Answer<Name extends MethodName> {
  readonly ok: boolean;
  reply(): ReplyOf<Name>;
}

interface Waiting {
  readonly method: MethodName;
  /** When it was asked for the first time. */
  readonly askedAt: number;
  readonly sentAt: number;
  readonly resolve: (answer: Answer<never>) => void;
  readonly reject: (error: Error) => void;
}

const HEAD_BYTES = 48;
const ANSWER = /^\{"id":(\d+),"ok":(true|false)/;

/** One console over a real socket, without a screen. */
export class LoadConsole {
  readonly #socket: WebSocket;
  readonly #watch: LoadWatch;
  readonly #waiting = new Map<number, Waiting>();
  readonly #gone = Promise.withResolvers<void>();
  /** Which of the consoles this is. */
  readonly number: number;
  /** How the hub has greeted it. */
  hello: Hello = { challenge: '', hub: '' };
  #last = 0;

  private constructor(socket: WebSocket, number: number, watch: LoadWatch) {
    this.#socket = socket;
    this.number = number;
    this.#watch = watch;
    socket.on('error', () => {});
    socket.on('message', (data) => this.#hear(data as Buffer));
    socket.on('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`console ${number} lost the hub`));
      this.#waiting.clear();
      this.#gone.resolve();
    });
  }

  /** Connects and hears the hub's greeting. */
  static async open(door: HubDoor, number: number, watch: LoadWatch): Promise<LoadConsole> {
    const { url, options } = socketAt(door);
    const socket = new WebSocket(url, options);
    const console = new LoadConsole(socket, number, watch);
    const greeted = new Promise<void>((met) =>
      socket.once('message', (data) => {
        console.hello = JSON.parse(String(data));
        met();
      }),
    );
    const lost = console.#gone.promise.then(() => Promise.reject(new Error(`console ${number} was not let in`)));
    await Promise.race([greeted, lost]);
    // Whoever calls later hears by the call that the hub is gone.
    lost.catch(() => {});
    return console;
  }

  #call<Name extends MethodName>(method: Name, input: Input<Name>, askedAt: number): Promise<Answer<Name>> {
    if (this.#socket.readyState !== WebSocket.OPEN) return Promise.reject(new Error(`console ${this.number} lost the hub`));
    const id = ++this.#last;
    return new Promise<Answer<Name>>((resolve, reject) => {
      this.#waiting.set(id, { method, askedAt, sentAt: performance.now(), resolve: resolve as Waiting['resolve'], reject });
      this.#socket.send(JSON.stringify({ id, method, input, by: 'person' }));
    });
  }

  /**
   * Asks until the hub has time for it, as a console does by itself: with the same input, so a command keeps its request id. What is timed is all of it, from the
   * first question to the answer that counts.
   */
  async askUntilTaken<Name extends MethodName>(method: Name, input: Input<Name>): Promise<Answer<Name>> {
    const askedAt = performance.now();
    for (;;) {
      const answer = await this.#call(method, input, askedAt);
      const again = answer.ok ? undefined : comeAgainMs(answer.reply());
      if (again === undefined) return answer;
      await wait(again);
    }
  }

  /** A call without which the load cannot go on. */
  async accepted<Name extends MethodName>(method: Name, input: Input<Name>): Promise<Output<Name>> {
    const reply = (await this.askUntilTaken(method, input)).reply();
    if (!reply.ok) throw new Error(`${method} was refused: ${reply.refusal.message}`);
    return reply.value as Output<Name>;
  }

  /** The number up to which it knows what it follows. */
  get known(): number {
    return this.#watch.heard.knownTo(this.number);
  }

  /** From now on it shows this. `after`: what it knew when it asked for it. */
  async follow(topics: readonly Topic[], after = this.known): Promise<void> {
    this.#watch.heard.ask(this.number);
    const { to } = await this.accepted('console.follow', { topics: [...topics], after, anew: false });
    this.#watch.heard.follow(this.number, topics, after, to);
  }

  close(): Promise<void> {
    this.#socket.close();
    return this.#gone.promise;
  }

  #hear(data: Buffer): void {
    const head = data.toString('latin1', 0, HEAD_BYTES);
    const [, id, ok] = ANSWER.exec(head) ?? [];
    if (id === undefined) this.#watch.heard.hear(this.number, data);
    else this.#answer(Number(id), ok === 'true', data);
  }

  #answer(id: number, ok: boolean, data: Buffer): void {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    this.#waiting.delete(id);
    const now = performance.now();
    const reply = () => JSON.parse(data.toString()) as ReplyOf<never>;
    this.#keep(waiting, now, ok ? undefined : reply());
    waiting.resolve({ ok, reply });
  }

  #keep({ method, askedAt, sentAt }: Waiting, now: number, refused: ReplyOf<never> | undefined): void {
    const { times, comeAgain, refusals } = this.#watch;
    const name = refused?.ok === false ? `${method} ${refused.refusal.code}` : method;
    if (refused && comeAgainMs(refused) !== undefined) {
      comeAgain.add(name, now - sentAt);
      return;
    }
    times.add(method, now - askedAt);
    if (refused) refusals.set(name, (refusals.get(name) ?? 0) + 1);
  }
}
