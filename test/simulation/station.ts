import { startAdmission } from '../../main/boot/start-admission.ts';
import { deskMethods } from '../../main/desks/desk-methods.ts';
import { Desks } from '../../main/desks/desks.ts';
import { Pairing } from '../../main/desks/pairing.ts';
import { callRoute } from '../../main/door/call-route.ts';
import { DOOR_LIMITS, KeyLoads } from '../../main/door/key-load.ts';
import type { StoreHub } from '../../main/engine/store-hub.ts';
import type { WallClock } from '../../main/hub/clock.ts';
import { openSessions } from '../../main/sessions/open-sessions.ts';
import type { Dispatcher } from '../../main/transport/dispatch.ts';
import type { HttpRoute } from '../../main/transport/http-route.ts';
import { IDENTITY } from '../main/support/here.ts';
import { HoardWatch, isHoarder } from './hoard-watch.ts';
import { type Start, WatchedSessionsDisk } from './sessions-disk.ts';
import type { SimulatedHub } from './simulated-hub.ts';
import type { VirtualTime } from './virtual-time.ts';

const NO_TROUBLE = { problem: '', backups: false };
const MODE = 'live';

const QUIET = { info() {}, warn() {}, error() {} };

/**
 * What of the hub process many consoles need: pairing, desks, sessions, the door of other systems, who has to wait, and the lines of flash sales, as main/boot/ puts
 * them together, by the time of the simulation. What proves whom is drawn from a count and not by chance.
 */
export class Station {
  readonly #time: VirtualTime;
  readonly #sessionsFile: string;
  /** As the file beside the store has them. */
  readonly #revoked = new Set<string>();
  readonly disk: WatchedSessionsDisk;
  readonly hoards: HoardWatch;
  /** All starts of the hub, the first one too. */
  readonly starts: Start[] = [];
  #drawn = 0;
  #door: ((dispatcher: Dispatcher) => HttpRoute) | undefined;
  #dispatcher: Dispatcher | undefined;
  #leave: () => void = () => {};
  #close: () => Promise<void> = async () => {};

  /** `sessionsFile`: where sessions are kept over a restart. */
  constructor(hub: Pick<SimulatedHub, 'time' | 'outside' | 'judge'>, sessionsFile: string) {
    const { time } = hub;
    this.#time = time;
    this.#sessionsFile = sessionsFile;
    this.disk = new WatchedSessionsDisk(
      () => time.ran,
      (work) => hub.outside(work),
    );
    this.hoards = new HoardWatch(time, (bookingId) => {
      const { createdAt, holdMs } = hub.judge.model.bookings.get(bookingId) ?? { createdAt: 0, holdMs: 0 };
      return createdAt + holdMs;
    });
  }

  /** A hub was started. */
  async start(hub: StoreHub, clock: WallClock) {
    const { timer } = this.#time;
    const steadyMs = () => this.#time.steady;
    this.starts.push({ written: this.disk.written, now: clock.now(), agrees: clock.state.standing === 'agrees' });
    const people = await openSessions({
      ...{ hub, clock, timer, log: QUIET, facts: { mode: MODE } as never, trouble: () => NO_TROUBLE },
      ...{ file: this.#sessionsFile, disk: this.disk, newToken: () => this.#draw(43) },
    });
    const { sessions } = people;
    const pairing = new Pairing({ timer, steady: steadyMs, newCode: () => this.#draw(6), changed: () => {} });
    const revoked = {
      has: (id: string) => this.#revoked.has(id),
      add: async (ids: Iterable<string>) => {
        for (const id of ids) this.#revoked.add(id);
      },
    };
    const desks = await Desks.open({ hub, timer, revoked, endSessionsOf: (id) => sessions.endAt(id), changed: () => {} });
    const { admission, flashSales, ...admitted } = await startAdmission({
      ...{ hub, timer, steadyMs, newSeed: () => this.#draw(64), tell: (notice) => this.hoards.told(notice) },
    });
    await this.hoards.started(hub);
    const loads = new KeyLoads(DOOR_LIMITS, steadyMs);
    this.#door = (dispatcher) => callRoute({ dispatcher, loads, keyOf: (...sent) => desks.systemOf(...sent) });
    const methods = {
      ...admitted.methods,
      ...deskMethods({ hub, desks, sessions, pairing, identity: IDENTITY, mode: MODE, address: () => '', newId: () => this.#draw(22) }),
      ...people.methods,
    };
    this.#leave = () => admitted.stop();
    this.#close = async () => {
      pairing.close();
      await desks.close();
      await people.close({ forget: false });
    };
    // All others ask as often as they like.
    const refused: typeof admission.refused = (name, actor) => (isHoarder(actor) ? admission.refused(name, actor) : undefined);
    return { methods, waits: { flashSales, admission: { refused } } };
  }

  /** Consoles and systems reach the hub from now on. */
  opened(dispatcher: Dispatcher): void {
    this.#dispatcher = dispatcher;
  }

  /** Where other systems of the airline call. */
  get door(): HttpRoute {
    if (!this.#door || !this.#dispatcher) throw new Error('the hub is not open');
    return this.#door(this.#dispatcher);
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
