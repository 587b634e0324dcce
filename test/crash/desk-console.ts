import { WebSocket } from 'ws';
import { TRAINING_USERS } from '../../main/training/training-users.ts';
import type { Input, MethodName, ReplyOf } from '../../shared/contract.ts';
import { AREAS } from '../../shared/topics.ts';
import { standAt } from '../support/stand-at-desk.ts';
import type { HeardEvent } from './ledger.ts';

/** The hub went away before it answered: nobody knows whether it was done. */
export class Unanswered extends Error {
  override name = 'Unanswered';
}

/** Hears what goes through a console. */
export interface Watch {
  readonly sent: () => void;
  readonly answered: () => void;
  readonly heard: (event: HeardEvent) => void;
}

interface Waiting {
  readonly resolve: (reply: never) => void;
  readonly reject: (error: Error) => void;
}

/** One console at a desk, over a real socket. It hears every event, and lives as long as its connection. */
export class DeskConsole {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, Waiting>();
  readonly gone: Promise<void>;
  readonly #watch: Watch;
  #last = 0;

  private constructor(socket: WebSocket, watch: Watch) {
    this.#socket = socket;
    this.#watch = watch;
    const gone = Promise.withResolvers<void>();
    this.gone = gone.promise;
    socket.on('error', () => {});
    socket.on('message', (data) => {
      const message = JSON.parse(String(data));
      for (const event of (message.events ?? []) as HeardEvent[]) watch.heard(event);
      const waiting = this.#waiting.get(message.id);
      if (!waiting) return;
      this.#waiting.delete(message.id);
      const { id: _, ...reply } = message;
      waiting.resolve(reply as never);
      watch.answered();
    });
    socket.on('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Unanswered('the hub is gone'));
      this.#waiting.clear();
      gone.resolve();
    });
  }

  /** Connects, becomes the desk and signs a training user in; rejects with Unanswered when the hub dies meanwhile. */
  static async signIn(address: string, user: string, desk: string, watch: Watch): Promise<DeskConsole> {
    const socket = new WebSocket(`${address.replace('http', 'ws')}/socket`);
    const opened = new DeskConsole(socket, watch);
    const hello = new Promise<string>((met) => socket.once('message', (data) => met(String(data))));
    const said = await Promise.race([hello, opened.gone]);
    if (!said) throw new Unanswered('the hub is gone');
    await standAt(desk, JSON.parse(said), async (method, input) => {
      const asked = await opened.call(method, input as never);
      if (!asked.ok) throw new Error(`${desk} could not be paired: ${asked.refusal.message}`);
      return asked.value;
    });
    const pin = TRAINING_USERS.find((one) => one.user === user)?.pin ?? '';
    const reply = await opened.call('session.signIn', { requestId: `sign-in-${desk}`, user, pin });
    if (!reply.ok) throw new Error(`${user} could not sign in: ${reply.refusal.message}`);
    await opened.call('console.follow', { topics: [...AREAS], after: JSON.parse(said).event, anew: true });
    return opened;
  }

  call<Name extends MethodName>(method: Name, input: Input<Name>): Promise<ReplyOf<Name>> {
    if (this.#socket.readyState !== WebSocket.OPEN) return Promise.reject(new Unanswered('the hub is gone'));
    const id = ++this.#last;
    return new Promise<ReplyOf<Name>>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#socket.send(JSON.stringify({ id, method, input }));
      this.#watch.sent();
    });
  }

  close(): Promise<void> {
    this.#socket.close();
    return this.gone;
  }
}
