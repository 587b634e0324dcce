import { TRAINING_USERS } from '../../main/training/training-users.ts';
import { EventFeed } from '../../renderer/client/event-feed.ts';
import { Following } from '../../renderer/client/following.ts';
import type { SocketBridge } from '../../renderer/client/socket-bridge.ts';
import type { Input, MethodName, ReplyOf } from '../../shared/contract.ts';
import type { Message } from '../../shared/notices.ts';
import type { RefusalCode } from '../../shared/refusals.ts';
import { AREAS } from '../../shared/topics.ts';
import { Unanswered } from '../crash/desk-console.ts';
import type { Ledger } from '../crash/ledger.ts';
import { openDeskBridge } from '../support/desk-bridge.ts';
import type { HubDoor } from '../support/hub-door.ts';

export interface StationPlace {
  readonly user: string;
  readonly desk: string;
}

export interface StationWatch {
  readonly ledger: Ledger;
  /** Asks again under another request id, as no console may. */
  readonly forgetful?: boolean;
}

/** Refusals by which the hub asks who is there, because it was started again or the console was away too long. */
const WHO_IS_THERE: readonly RefusalCode[] = ['SESSION_LOCKED', 'NOT_SIGNED_IN'];

/** A console of a station behind a network that fails: the bridge of the product's own page, and a person who types the PIN when it is asked for. */
export class StationConsole {
  readonly bridge: SocketBridge;
  readonly #place: StationPlace;
  readonly #asked: Set<string> | undefined;
  readonly #feed: EventFeed;
  readonly #following: Following;
  #token: string | null = null;
  #signingIn: Promise<void> | undefined;
  /** What happened until here is in the answers that it asked for. */
  #begun = 0;
  readonly #heard = new Set<number>();
  /** How often the connection broke. */
  broken = 0;

  constructor(door: HubDoor, place: StationPlace, { ledger, forgetful = false }: StationWatch) {
    this.#place = place;
    this.#asked = forgetful ? new Set() : undefined;
    this.bridge = openDeskBridge({ door, desk: place.desk, token: () => this.#token });
    this.#feed = new EventFeed({
      schedule: (run) => {
        run();
        return () => {};
      },
      tell: (events) => {
        for (const event of events) {
          ledger.hear(event);
          this.#heard.add(event.event);
        }
      },
      // A page asks anew for all that it shows.
      resync: () => {
        this.#begun = this.#feed.known ?? 0;
      },
    });
    this.#following = new Following({ ask: (input) => this.bridge.call('console.follow', input), known: () => this.#feed.known });
    this.#following.follow('all', AREAS);
    this.bridge.on((raw) => {
      const message = raw as Message;
      if (!('notice' in message)) this.#feed.hear(message);
      // As a page does when it is connected again.
      else if (message.type === 'hello') this.#following.anew();
    });
    this.bridge.onDown(() => this.broken++);
  }

  /** Types user and PIN, again and again while the hub is out of reach. */
  signIn(): Promise<void> {
    this.#signingIn ??= this.#trySignIn().finally(() => {
      this.#signingIn = undefined;
    });
    return this.#signingIn;
  }

  async #trySignIn(): Promise<void> {
    const { user, desk } = this.#place;
    const pin = TRAINING_USERS.find((one) => one.user === user)?.pin ?? '';
    for (let turn = 0; ; turn++) {
      const reply = await this.bridge.call('session.signIn', { requestId: `sign-in-${desk}-${Date.now()}-${turn}`, user, pin }, 'person');
      if (reply.ok) {
        this.#token = reply.value.token;
        const state = await this.bridge.call('session.state', {});
        if (state.ok && this.#feed.known === undefined) {
          this.#begun = state.value.event;
          this.#feed.start(state.value.event);
        }
        this.#following.anew();
        return;
      }
      if (reply.refusal.code !== 'HUB_UNREACHABLE') throw new Error(`${user} could not sign in: ${reply.refusal.message}`);
    }
  }

  /** Rejects with Unanswered when nobody knows whether it was done. Who is asked for the PIN types it first. */
  async call<Name extends MethodName>(method: Name, input: Input<Name>): Promise<ReplyOf<Name>> {
    const reply = await this.bridge.call(method, this.#asGiven(input), 'person');
    if (reply.ok) return reply;
    const { code } = reply.refusal;
    if (WHO_IS_THERE.includes(code)) await this.signIn();
    if (code === 'HUB_UNREACHABLE' || WHO_IS_THERE.includes(code)) throw new Unanswered(reply.refusal.message);
    return reply;
  }

  /** Events up to this one that it has not heard, though it follows all and nobody told it to ask anew. */
  unheard(newest: number): readonly number[] {
    const all = Array.from({ length: Math.max(0, newest - this.#begun) }, (_, at) => this.#begun + 1 + at);
    return all.filter((event) => !this.#heard.has(event));
  }

  #asGiven<Given>(input: Given): Given {
    const { requestId } = input as { requestId?: string };
    if (!this.#asked || requestId === undefined) return input;
    if (!this.#asked.has(requestId)) {
      this.#asked.add(requestId);
      return input;
    }
    return { ...input, requestId: `${requestId}-again-${this.#asked.size}` };
  }

  close(): void {
    this.bridge.close();
  }
}
