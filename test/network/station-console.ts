import { TRAINING_USERS } from '../../main/training/training-users.ts';
import type { SocketBridge } from '../../renderer/client/socket-bridge.ts';
import type { Input, MethodName, ReplyOf } from '../../shared/contract.ts';
import type { Heard } from '../../shared/notices.ts';
import type { RefusalCode } from '../../shared/refusals.ts';
import { AREAS } from '../../shared/topics.ts';
import { Unanswered } from '../crash/desk-console.ts';
import type { Ledger } from '../crash/ledger.ts';
import { openDeskBridge } from '../support/desk-bridge.ts';
import { FollowedScreen } from '../support/followed-screen.ts';
import type { HubDoor } from '../support/hub-door.ts';

export interface StationPlace {
  readonly user: string;
  readonly desk: string;
}

/**
 * What a console does wrong in a negative control. forgetful: it asks again under another request id. deaf: events get lost in it. opens: it types the PIN by itself
 * when the hub is there again.
 */
export type Wrong = 'forgetful' | 'deaf' | 'opens';

export interface StationWatch {
  readonly ledger: Ledger;
  readonly wrong?: readonly Wrong[];
  /** An answer that took so long, by the clock of the consoles, on a connection that did not break, was late. */
  readonly lateMs: number;
}

/** Refusals by which the hub asks who is there, because it was started again or the console was away too long. */
const WHO_IS_THERE: readonly RefusalCode[] = ['SESSION_LOCKED', 'NOT_SIGNED_IN'];
/** Nobody knows whether it was done, or the hub ends and another one will do it. */
const ASK_AGAIN: readonly RefusalCode[] = ['HUB_UNREACHABLE', 'HUB_CLOSING', ...WHO_IS_THERE];
/** A deaf console loses every such event. */
const LOST_OF = 20;

/** A console of a station behind a network that fails: the bridge of the product's own page, and a person who types the PIN when it is asked for. */
export class StationConsole {
  readonly bridge: SocketBridge;
  readonly #place: StationPlace;
  readonly #lateMs: number;
  readonly #asked: Set<string> | undefined;
  readonly #screen: FollowedScreen;
  #token: string | null = null;
  #signingIn: Promise<void> | undefined;
  /** How often the connection broke. */
  broken = 0;
  /** Answers that were late. */
  late = 0;

  constructor(door: HubDoor, place: StationPlace, { ledger, wrong = [], lateMs }: StationWatch) {
    this.#place = place;
    this.#lateMs = lateMs;
    this.#asked = wrong.includes('forgetful') ? new Set() : undefined;
    this.bridge = openDeskBridge({ door, desk: place.desk, token: () => this.#token });
    const loses = (event: number) => wrong.includes('deaf') && event % LOST_OF === 0;
    this.#screen = new FollowedScreen(this.bridge, { topics: AREAS, tell: (event) => ledger.hear(event), loses });
    this.bridge.onDown(() => this.broken++);
    if (!wrong.includes('opens')) return;
    this.bridge.on((raw) => {
      if ((raw as Heard).type === 'hello' && this.#token !== null) void this.signIn();
    });
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
        if (state.ok) this.#screen.start(state.value.event);
        return;
      }
      if (reply.refusal.code !== 'HUB_UNREACHABLE') throw new Error(`${user} could not sign in: ${reply.refusal.message}`);
    }
  }

  /** Rejects with Unanswered when nobody knows whether it was done. Who is asked for the PIN types it first. */
  async call<Name extends MethodName>(method: Name, input: Input<Name>): Promise<ReplyOf<Name>> {
    const [from, before] = [Date.now(), this.broken];
    const reply = await this.bridge.call(method, this.#asGiven(input), 'person');
    if (this.broken === before && Date.now() - from >= this.#lateMs) this.late++;
    if (reply.ok) return reply;
    const { code } = reply.refusal;
    if (WHO_IS_THERE.includes(code)) await this.signIn();
    if (ASK_AGAIN.includes(code)) throw new Unanswered(reply.refusal.message);
    return reply;
  }

  /** Events up to this one that it has not heard, though it follows all and nobody told it to ask anew. */
  unheard(newest: number): readonly number[] {
    return this.#screen.unheard(Array.from({ length: newest }, (_, at) => at + 1));
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
