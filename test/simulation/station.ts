import { SYSTEM } from '../../main/actor.ts';
import { FlashSales } from '../../main/admission/flash-sales.ts';
import { deskMethods } from '../../main/desks/desk-methods.ts';
import { Desks } from '../../main/desks/desks.ts';
import { Pairing } from '../../main/desks/pairing.ts';
import type { StoreHub } from '../../main/engine/store-hub.ts';
import type { WallClock } from '../../main/hub/clock.ts';
import { followUsers } from '../../main/sessions/follow-users.ts';
import { PinTries } from '../../main/sessions/pin-tries.ts';
import { sessionMethods } from '../../main/sessions/session-methods.ts';
import { Sessions } from '../../main/sessions/sessions.ts';
import { storeUsers } from '../../main/sessions/store-users.ts';
import { IDENTITY } from '../main/support/here.ts';
import type { VirtualTime } from './virtual-time.ts';

const NO_TROUBLE = { problem: '', backups: false };
const MODE = 'live';

/**
 * What of the hub process many consoles need: pairing, desks, sessions and the lines of flash sales, as main/boot/ puts them together, by the time of the
 * simulation. Sessions are kept in no file, so that nobody is signed in after a start. What proves whom is drawn from a count and not by chance.
 */
export class Station {
  readonly #time: VirtualTime;
  /** As the file beside the store has them. */
  readonly #revoked = new Set<string>();
  #drawn = 0;
  #leave: () => void = () => {};
  #close: () => Promise<void> = async () => {};

  constructor(time: VirtualTime) {
    this.#time = time;
  }

  /** A hub was started. */
  async start(hub: StoreHub, clock: WallClock) {
    const { timer } = this.#time;
    const steadyMs = () => this.#time.steady;
    const users = storeUsers(hub);
    const deskLeft = (desk: string) => void hub.change('queues.letDeskGo', { desk }, SYSTEM, null).catch(() => {});
    const sessions = new Sessions({ clock, timer, deskLeft, newToken: () => this.#draw(43) });
    const unfollow = followUsers(hub, sessions);
    const pairing = new Pairing({ timer, steady: steadyMs, newCode: () => this.#draw(6), changed: () => {} });
    const revoked = {
      has: (id: string) => this.#revoked.has(id),
      add: async (ids: Iterable<string>) => {
        for (const id of ids) this.#revoked.add(id);
      },
    };
    const desks = await Desks.open({ hub, timer, revoked, endSessionsOf: (id) => sessions.endAt(id), changed: () => {} });
    const flashSales = new FlashSales({ hub, timer, steadyMs, newSeed: () => this.#draw(64) });
    await flashSales.begin();
    const pins = new PinTries({ users, hub });
    const facts = { mode: MODE } as never;
    const methods = {
      ...flashSales.methods,
      ...deskMethods({ hub, desks, pairing, identity: IDENTITY, mode: MODE, address: () => '', newId: () => this.#draw(22) }),
      ...sessionMethods({ sessions, users, pins, hub, facts, trouble: () => NO_TROUBLE, kept: async () => {} }),
    };
    this.#leave = () => flashSales.close();
    this.#close = async () => {
      pairing.close();
      unfollow();
      await desks.close();
      sessions.close();
    };
    return { methods, flashSales };
  }

  /** As many digits, never the same twice. */
  #draw(digits: number): string {
    return String(++this.#drawn).padStart(digits, '0');
  }

  /** The hub is about to close: who waits in line is told so first. */
  leaveLines(): void {
    this.#leave();
  }

  /** Nothing runs any more. */
  close(): Promise<void> {
    return this.#close();
  }
}
