import { EventEmitter } from 'node:events';

// Shapes are the DevTools protocol's; each caller names the few fields that it reads.
export type Params = Record<string, unknown>;
interface Waiting {
  readonly method: string;
  readonly resolve: (result: Params) => void;
  readonly reject: (error: Error) => void;
}

/** A DevTools protocol connection. Emits `session:ID` for a page's messages, else the method's own name. */
export class DevTools extends EventEmitter {
  #lastId = 0;
  readonly #waiting = new Map<number, Waiting>();
  readonly #socket: WebSocket;

  static connect(url: string): Promise<DevTools> {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(url);
      const devtools = new DevTools(socket);
      socket.onopen = () => resolve(devtools);
      socket.onerror = () => reject(new Error('stand-in: no DevTools connection'));
    });
  }

  constructor(socket: WebSocket) {
    super();
    this.setMaxListeners(0);
    this.#socket = socket;
    socket.onmessage = ({ data }) => this.#hear(JSON.parse(String(data)));
  }

  #hear(message: { id?: number; method?: string; params?: Params; sessionId?: string; result?: Params; error?: { message: string } }) {
    if (message.id === undefined) {
      if (message.sessionId) this.emit(`session:${message.sessionId}`, message.method, message.params ?? {});
      else this.emit(message.method ?? '', message.params ?? {});
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.error) waiting?.reject(new Error(`${waiting.method}: ${message.error.message}`));
    else waiting?.resolve(message.result ?? {});
  }

  send(method: string, params: Params = {}, sessionId?: string): Promise<Params> {
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      this.#waiting.set(id, { method, resolve, reject });
      this.#socket.send(JSON.stringify({ id, method, params, sessionId }));
    });
  }
}
