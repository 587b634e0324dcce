import type { LinkCall, WindowLink } from '../../shared/far-hub.ts';
import type { Socket } from './socket-bridge.ts';

/** A connection to a far hub, through the main process, used like a browser's socket. */
export class LinkSocket implements Socket {
  onmessage: Socket['onmessage'] = null;
  onclose: Socket['onclose'] = null;
  readonly #link: WindowLink;

  constructor(link: WindowLink) {
    this.#link = link;
    link.open((text) => this.#hear(text));
  }

  send(text: string): void {
    this.#link.send(JSON.parse(text) as LinkCall);
  }

  close(): void {
    this.#link.close();
    this.#hear(null);
  }

  #hear(text: string | null): void {
    const self = this as unknown as WebSocket;
    if (text !== null) this.onmessage?.call(self, { data: text } as MessageEvent);
    else this.onclose?.call(self, {} as CloseEvent);
  }
}
