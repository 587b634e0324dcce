import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import type { SeededRandom } from '../../main/seeded-random.ts';

/** What the line does to bytes that go through it. Nothing comes out of order: TCP does not let it. */
export interface Line {
  /** One way. */
  readonly latencyMs: number;
  /** Of a hundred pieces so many are lost, and sent again by TCP after a while; all that comes behind them waits too. */
  readonly lossPercent: number;
  /** Nothing comes through and nobody is told. TCP sends all of it again until somebody gives up, so it arrives when the line is not silent any more. */
  readonly silent?: boolean;
}

export const CLEAR: Line = { latencyMs: 0, lossPercent: 0 };

/** A lost piece is sent again after so long, and after twice as long when it is lost again. */
const SENT_AGAIN_MS = 300;

/** What a way asks of its network. */
interface Network {
  line(): Line;
  /** A piece was lost, and is sent again. */
  lost(): void;
}

/** One direction of one connection: what comes in goes out later, in order. */
class Way {
  readonly #out: Socket;
  readonly #network: Network;
  readonly #random: SeededRandom;
  /** In the order in which they came: two timers that are due at the same moment may ring in either order. */
  readonly #waiting: { readonly at: number; readonly work: () => void }[] = [];
  /** The cable was pulled: nothing goes through, and nobody is told. */
  dead = false;

  constructor(out: Socket, network: Network, random: SeededRandom) {
    this.#out = out;
    this.#network = network;
    this.#random = random;
  }

  pass(bytes: Buffer): void {
    this.#later(() => this.#out.write(bytes));
  }

  end(): void {
    this.#later(() => this.#out.destroy());
  }

  #later(work: () => void): void {
    const { latencyMs, lossPercent } = this.#network.line();
    let ms = latencyMs;
    for (let again = SENT_AGAIN_MS; this.#random.below(100) < lossPercent; again *= 2) {
      ms += again;
      this.#network.lost();
    }
    const at = Math.max(this.#waiting.at(-1)?.at ?? 0, Date.now() + ms);
    this.#waiting.push({ at, work });
    if (this.#waiting.length === 1) this.#next();
  }

  #next(): void {
    const [first] = this.#waiting;
    if (!first) return;
    const go = () => {
      if (this.#network.line().silent && !this.dead) return void setTimeout(go, SENT_AGAIN_MS);
      if (!this.dead && !this.#out.destroyed) first.work();
      this.#waiting.shift();
      this.#next();
    };
    const ms = first.at - Date.now();
    if (ms <= 0) go();
    else setTimeout(go, ms);
  }
}

/** One connection through the network: the console's end, the hub's, and the ways between. */
interface Pair {
  readonly near: Socket;
  readonly far: Socket;
  readonly ways: readonly Way[];
}

/** A network between consoles and a hub, that fails as networks do. Its chance is seeded; its times are those of the clock that the consoles live by. */
export class FaultProxy {
  readonly #server: Server;
  readonly #target: () => number;
  readonly #random: SeededRandom;
  readonly #pairs = new Set<Pair>();
  /** Connections that were asked for while the line was silent. */
  readonly #knocking = new Set<Socket>();
  #line: Line = CLEAR;
  #isCut = false;
  /** Connections that were let through. */
  connections = 0;
  /** Pieces that were lost, and sent again. */
  lost = 0;
  /** Connections that the hub gave up by itself, because their cable was pulled. */
  foundDeadByHub = 0;

  private constructor(target: () => number, random: SeededRandom) {
    this.#target = target;
    this.#random = random;
    this.#server = createServer((near) => {
      near.on('error', () => near.destroy());
      // The console's own system refuses at once, as where nobody listens.
      if (this.#isCut) return void near.destroy();
      // What it says meanwhile waits, because nobody reads it yet.
      if (this.#line.silent) this.#knocking.add(near);
      else this.#join(near);
    });
  }

  /** `target`: the hub's port, which may change when it is started again. */
  static async open(target: () => number, random: SeededRandom): Promise<FaultProxy> {
    const proxy = new FaultProxy(target, random);
    await new Promise<void>((listening) => proxy.#server.listen(0, '127.0.0.1', listening));
    return proxy;
  }

  #join(near: Socket): void {
    this.connections++;
    const far = connect(this.#target(), '127.0.0.1');
    far.on('error', () => far.destroy());
    const network: Network = { line: () => this.#line, lost: () => this.lost++ };
    const [up, down] = [new Way(far, network, this.#random), new Way(near, network, this.#random)];
    const pair = { near, far, ways: [up, down] };
    this.#pairs.add(pair);
    const forget = () => {
      if (near.destroyed && far.destroyed) this.#pairs.delete(pair);
    };
    near.on('data', (bytes: Buffer) => up.pass(bytes));
    far.on('data', (bytes: Buffer) => down.pass(bytes));
    near.on('close', () => {
      up.end();
      forget();
    });
    far.on('close', () => {
      if (down.dead && !this.#isCut) this.foundDeadByHub++;
      down.end();
      forget();
    });
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** From now on the line is so. */
  set line(line: Line) {
    this.#line = line;
    if (line.silent) return;
    for (const near of this.#knocking) this.#join(near);
    this.#knocking.clear();
  }

  /** All connections break, and none is made until it is mended. */
  cut(): void {
    this.#isCut = true;
    for (const near of this.#knocking) near.destroy();
    this.#knocking.clear();
    for (const { near, far } of this.#pairs) {
      near.destroy();
      far.destroy();
    }
  }

  mend(): void {
    this.#isCut = false;
  }

  /** The cable is pulled from every connection there is: both ends stay open, nothing goes through, nobody hears of it. New ones are made. */
  pullCables(): void {
    for (const { ways } of this.#pairs) for (const way of ways) way.dead = true;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise<void>((closed) => this.#server.close(() => closed()));
  }
}
