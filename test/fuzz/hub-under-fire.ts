import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeskConsole } from '../crash/desk-console.ts';
import { HubProcess } from '../crash/hub-process.ts';
import { liftLimits } from '../crash/lift-limits.ts';
import { layQuietTraining } from '../support/quiet-training.ts';

const QUIET = { sent() {}, answered() {}, heard() {} };

/** The built hub as a process of its own, with somebody who means no harm at one of its consoles. */
export class HubUnderFire {
  readonly #folder: string;
  readonly #hub: HubProcess;
  readonly address: string;
  readonly port: number;
  /** A supervisor's console; whatever happens, it must be served. */
  readonly inside: DeskConsole;
  readonly #sockets: Socket[] = [];

  private constructor(folder: string, hub: HubProcess, address: string, inside: DeskConsole) {
    this.#folder = folder;
    this.#hub = hub;
    this.address = address;
    this.port = Number(new URL(address).port);
    this.inside = inside;
  }

  static async start(): Promise<HubUnderFire> {
    const folder = mkdtempSync(join(tmpdir(), 'aisle-fire-'));
    layQuietTraining(folder);
    const hub = new HubProcess(folder);
    const address = await hub.ready;
    // What lies behind the limit of a desk must hold without it.
    await liftLimits(address);
    return new HubUnderFire(folder, hub, address, await DeskConsole.signIn(address, 'osei', 'T1-01', QUIET));
  }

  signIn(desk: string): Promise<DeskConsole> {
    return DeskConsole.signIn(this.address, 'ruiz', desk, QUIET);
  }

  /** A bare connection; what it says and hears is the test's own business. */
  socket(): Socket {
    const socket = connect({ port: this.port, host: '127.0.0.1', allowHalfOpen: true });
    socket.on('error', () => {});
    this.#sockets.push(socket);
    return socket;
  }

  /** Sends bytes and hears all that comes back until the hub ends the connection. */
  async say(bytes: string | Buffer): Promise<string> {
    const socket = this.socket();
    let heard = '';
    socket.on('data', (data: Buffer) => {
      heard += data.toString('latin1');
    });
    socket.write(bytes);
    await new Promise((done) => socket.once('end', done).once('close', done));
    socket.destroy();
    return heard;
  }

  /** Bytes of memory that the process has, where the system tells. */
  get residentBytes(): number {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${this.#hub.pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) * 1_024;
  }

  /** What it logged as wrong, and what it printed beside its address. Not that a flood made it slow or cut consoles off: to say so is what its health is for. */
  get complaints(): string[] {
    const lines = readFileSync(join(this.#folder, 'aisle.log'), 'utf8').split('\n').filter(Boolean);
    const logged = lines.map((line) => ({ line, ...(JSON.parse(line) as { level: string; figure?: string }) }));
    const said = this.#hub.said.split('\n').filter((line) => !/^(Aisle is ready at|Aisle: Health: |$)/.test(line));
    return [...logged.filter(({ level, figure }) => level !== 'info' && figure === undefined).map(({ line }) => line), ...said];
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await this.#hub.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
