import { setTimeout as wait } from 'node:timers/promises';
import type { WebSocket } from 'ws';
import type { SocketBridge } from '../../renderer/client/socket-bridge.ts';
import type { Input, MethodName, Output, ReplyOf } from '../../shared/contract.ts';
import type { RefusalCode } from '../../shared/refusals.ts';
import type { Topic } from '../../shared/topics.ts';
import { openDeskBridge } from '../support/desk-bridge.ts';
import { FollowedScreen } from '../support/followed-screen.ts';
import type { HubDoor } from '../support/hub-door.ts';
import { comeAgainMs } from './come-again.ts';
import type { Place } from './load-store.ts';

/** Refusals by which a hub that was started again asks for the PIN. */
const WHO_IS_THERE: readonly RefusalCode[] = ['SESSION_LOCKED', 'NOT_SIGNED_IN'];

/** A console that comes back by itself, by the bridge of the product's own page, and shows something. */
export class BridgeConsole {
  readonly bridge: SocketBridge;
  readonly place: Place;
  readonly topics: readonly Topic[];
  token: string | null = null;
  readonly #screen: FollowedScreen;
  #socket: WebSocket | undefined;
  #live = Promise.withResolvers<void>();
  #isLive = false;
  #pinsTyped = 0;

  constructor(door: HubDoor, place: Place, topics: readonly Topic[]) {
    this.place = place;
    this.topics = topics;
    this.bridge = openDeskBridge({
      ...{ door, desk: place.desk, token: () => this.token },
      opened: (socket) => {
        this.#socket = socket;
      },
    });
    const followed = () => {
      this.#isLive = true;
      this.#live.resolve();
    };
    this.#screen = new FollowedScreen(this.bridge, { topics, followed });
    this.bridge.onDown(() => this.#expectLive());
  }

  /** Resolves when the hub has said that it tells of all that the screen shows; after a broken connection, anew. */
  get live(): Promise<void> {
    return this.#live.promise;
  }

  /** Follows its screen, once somebody has signed in. Resolves when it is live. */
  async begin(): Promise<void> {
    const state = await this.askThrough('session.state', {});
    if (state.ok) this.#screen.start(state.value.event);
    await this.live;
  }

  /** The connection breaks, as if the cable of the hub was pulled and put back. */
  cut(): void {
    this.#expectLive();
    this.#socket?.terminate();
  }

  /** Whoever waits already goes on waiting. */
  #expectLive(): void {
    if (this.#isLive) this.#live = Promise.withResolvers();
    this.#isLive = false;
  }

  /** A call without which the load cannot go on. */
  async accepted<Name extends MethodName>(method: Name, input: Input<Name>): Promise<Output<Name>> {
    const reply = await this.bridge.call(method, input);
    if (!reply.ok) throw new Error(`${method} was refused: ${reply.refusal.message}`);
    return reply.value as Output<Name>;
  }

  /** Asks until the hub has done it or refused it, through all outages: the person here types the PIN when a hub that was started again asks for it. */
  async askThrough<Name extends MethodName>(method: Name, input: Input<Name>): Promise<ReplyOf<Name>> {
    for (;;) {
      const reply = await this.bridge.call(method, input, 'person');
      if (reply.ok) return reply;
      const { code } = reply.refusal;
      const again = comeAgainMs(reply);
      if (WHO_IS_THERE.includes(code)) await this.#typePin();
      else if (again !== undefined) await wait(again);
      else if (code !== 'HUB_UNREACHABLE') return reply;
    }
  }

  async #typePin(): Promise<void> {
    const { user, pin } = this.place;
    const reply = await this.askThrough('session.signIn', { requestId: `load-again-${user}-${++this.#pinsTyped}`, user, pin });
    if (!reply.ok) throw new Error(`${user} could not sign in: ${reply.refusal.message}`);
    this.token = reply.value.token;
    await this.begin();
  }

  /** Those of these events that it has not heard, though nobody told it to ask anew since. */
  unheard(events: readonly number[]): readonly number[] {
    return this.#screen.unheard(events);
  }

  close(): void {
    this.bridge.close();
  }
}
