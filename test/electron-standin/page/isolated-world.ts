import type { Codec, Encoded } from '../codec.ts';
import type { makePeer as MakePeer } from './peer.ts';

export type FromPage =
  | { what: 'send'; channel: string; args: Encoded }
  | { what: 'invoke'; id: number; channel: string; args: Encoded }
  | { what: 'open'; url: string; name: string; features: string }
  | { what: 'preload-error'; error: Encoded };
export type ToPage =
  | { what: 'event'; channel: string; args: Encoded }
  | { what: 'return'; id: number; value: Encoded }
  | { what: 'return'; id: number; channel: string; error: string };

/** The preload's world: a sandboxed preload's `require`, `process`, ipcRenderer and contextBridge. Sent to the page as source text. */
export function isolatedWorld(
  makePeer: typeof MakePeer,
  makeCodec: () => Codec,
  processInfo: object,
  preload: (require: unknown, process: unknown, module: unknown, exports: unknown, setImmediate: unknown, clearImmediate: unknown) => void,
) {
  const world = globalThis as unknown as { __standinSend(text: string): void; __standinReceive(message: ToPage): void };
  const { encode, decode } = makeCodec();
  // Kept from the start: the page must not be able to reach it later.
  const binding = world.__standinSend;
  const send = (message: FromPage) => binding(JSON.stringify(message));

  type Listener = ((...args: unknown[]) => void) & { listener?: Listener };
  class EventEmitter {
    readonly #listeners = new Map<string, Listener[]>();
    on(name: string, listener: Listener) {
      this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
      return this;
    }
    once(name: string, listener: Listener) {
      const once: Listener = (...args) => {
        this.off(name, once);
        listener.apply(this, args);
      };
      once.listener = listener;
      return this.on(name, once);
    }
    off(name: string, listener: Listener) {
      const rest = (this.#listeners.get(name) ?? []).filter((one) => one !== listener && one.listener !== listener);
      this.#listeners.set(name, rest);
      return this;
    }
    emit(name: string, ...args: unknown[]) {
      const listeners = this.#listeners.get(name) ?? [];
      for (const listener of listeners) listener.apply(this, args);
      return listeners.length > 0;
    }
    removeAllListeners(name?: string) {
      if (name === undefined) this.#listeners.clear();
      else this.#listeners.delete(name);
      return this;
    }
    listenerCount(name: string) {
      return (this.#listeners.get(name) ?? []).length;
    }
    addListener(name: string, listener: Listener) {
      return this.on(name, listener);
    }
    removeListener(name: string, listener: Listener) {
      return this.off(name, listener);
    }
  }

  const peer = makePeer('isolated', 'main', makeCodec);
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let last = 0;
  const ipcRenderer = Object.assign(new EventEmitter(), {
    send: (channel: string, ...args: unknown[]) => send({ what: 'send', channel, args: encode(args) }),
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        const message: FromPage = { what: 'invoke', id, channel, args: encode(args) };
        waiting.set(id, { resolve, reject });
        send(message);
      }),
    sendSync() {
      throw new Error('stand-in: ipcRenderer.sendSync is not supported');
    },
    postMessage() {
      throw new Error('stand-in: MessagePorts are not supported');
    },
  });
  world.__standinReceive = (message) => {
    if (message.what === 'event') {
      ipcRenderer.emit(message.channel, { sender: ipcRenderer, senderId: 0, ports: [] }, ...(decode(message.args) as unknown[]));
      return;
    }
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if ('error' in message) asked?.reject(new Error(`Error invoking remote method '${message.channel}': ${message.error}`));
    else asked?.resolve(decode(message.value));
  };

  peer.on.open = ([url, name, features]: [string, string, string]) => send({ what: 'open', url, name, features });
  const contextBridge = {
    exposeInMainWorld: (key: string, api: unknown) => peer.tell('expose', [key, api]),
    exposeInIsolatedWorld() {
      throw new Error('stand-in: contextBridge.exposeInIsolatedWorld is not supported');
    },
  };

  const electron = { contextBridge, ipcRenderer, webFrame: { getZoomFactor: () => 1 }, webUtils: { getPathForFile: () => '' } };
  const builtin: Record<string, unknown> = {
    electron,
    'electron/renderer': electron,
    'electron/common': electron,
    events: Object.assign(EventEmitter, { EventEmitter }),
    timers: { setTimeout, setInterval, clearTimeout, clearInterval },
    url: { URL, URLSearchParams },
  };
  const require = (id: string) => {
    const found = builtin[id.replace(/^node:/, '')];
    if (!found) throw new Error(`module not found: ${id}`);
    return found;
  };
  const process = {
    type: 'renderer',
    sandboxed: true,
    ...processInfo,
    on() {},
    once() {},
    nextTick: (work: (...args: unknown[]) => void, ...args: unknown[]) => queueMicrotask(() => work(...args)),
  };
  try {
    const setImmediate = (work: (...args: unknown[]) => void, ...args: unknown[]) => setTimeout(work, 0, ...args);
    preload(require, process, { exports: {} }, {}, setImmediate, clearTimeout);
  } catch (error) {
    console.error(`Unable to load preload script: ${error instanceof Error ? error.stack : error}`);
    send({ what: 'preload-error', error: encode(error) });
  }
}
