import type { WebSocket } from 'ws';
import type { SocketBridge } from '../../renderer/client/socket-bridge.ts';
import type { Input, MethodName, Output } from '../../shared/contract.ts';
import type { Heard } from '../../shared/notices.ts';
import { openDeskBridge } from '../support/desk-bridge.ts';
import type { HubDoor } from '../support/hub-door.ts';

/** A console that comes back by itself, by the bridge of the product's own page. */
export class BridgeConsole {
  readonly bridge: SocketBridge;
  token: string | null = null;
  #socket: WebSocket | undefined;
  #greeted = Promise.withResolvers<void>();
  #isUp = false;

  constructor(door: HubDoor, desk: string) {
    this.bridge = openDeskBridge({
      ...{ door, desk, token: () => this.token },
      opened: (socket) => {
        this.#socket = socket;
      },
    });
    this.bridge.on((heard) => {
      if ((heard as Heard).type !== 'hello') return;
      this.#isUp = true;
      this.#greeted.resolve();
    });
    this.bridge.onDown(() => this.#expectGreeting());
  }

  /** Resolves when the hub has greeted and the session is resumed; after a broken connection, anew. */
  get up(): Promise<void> {
    return this.#greeted.promise;
  }

  /** The connection breaks, as if the cable of the hub was pulled and put back. */
  cut(): void {
    this.#expectGreeting();
    this.#socket?.terminate();
  }

  /** Whoever waits already goes on waiting. */
  #expectGreeting(): void {
    if (this.#isUp) this.#greeted = Promise.withResolvers();
    this.#isUp = false;
  }

  async accepted<Name extends MethodName>(method: Name, input: Input<Name>): Promise<Output<Name>> {
    const reply = await this.bridge.call(method, input);
    if (!reply.ok) throw new Error(`${method} was refused: ${reply.refusal.message}`);
    return reply.value as Output<Name>;
  }
}
