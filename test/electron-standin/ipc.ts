import { EventEmitter } from 'node:events';

type Handler = (event: object, ...args: unknown[]) => unknown;

/** `ipcMain`, and each WebContents' own `ipc`. */
export class Ipc extends EventEmitter {
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler) {
    if (this.#handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.#handlers.set(channel, handler);
  }
  handleOnce(channel: string, handler: Handler) {
    this.handle(channel, (...args) => {
      this.#handlers.delete(channel);
      return handler(...args);
    });
  }
  removeHandler(channel: string) {
    this.#handlers.delete(channel);
  }
  handlerOf(channel: string): Handler | undefined {
    return this.#handlers.get(channel);
  }
}

export const ipcMain = new Ipc();
