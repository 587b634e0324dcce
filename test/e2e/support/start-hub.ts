import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { layQuietTraining } from '../../support/quiet-training.ts';

const HUB = path.resolve(import.meta.dirname, '../../../out/main/hub.js');
const MOVE_TIME = path.join(import.meta.dirname, 'move-time.cjs');

/** The built hub as a process of its own, on a store in a folder of its own: in training with every seat free and no colleagues. */
export class Hub {
  readonly #args: readonly string[];
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'aisle-e2e-'));
  #process: ChildProcess | undefined;
  #address = '';
  #farAddress = '';

  private constructor(args: readonly string[]) {
    this.#args = args;
  }

  static async start(...args: string[]): Promise<Hub> {
    const hub = new Hub(args);
    if (!args.includes('--live')) layQuietTraining(hub.#folder);
    await hub.#run(0);
    return hub;
  }

  get address(): string {
    return this.#address;
  }

  /** Where other computers reach it. It must have been started with `--host 0.0.0.0`. */
  get farAddress(): string {
    if (this.#farAddress === '') throw new Error('this computer has no address but its own, or the hub listens there alone');
    return this.#farAddress;
  }

  storeFile(mode: 'training' | 'live'): string {
    return path.join(this.#folder, `${mode}.sqlite`);
  }

  /** As a power cut would: nothing is finished, nothing is closed. */
  async killNow(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<unknown>();
    this.#process?.once('exit', resolve);
    this.#process?.kill('SIGKILL');
    await promise;
  }

  /** On the same store, at the same address. `program`: that of another version. */
  async startAgain(program = HUB): Promise<void> {
    await this.#run(Number(new URL(this.#address).port), program);
  }

  /** In order, as a service is stopped for an update. */
  async stop(): Promise<void> {
    const hub = this.#process;
    if (!hub || hub.exitCode !== null || hub.signalCode !== null) return;
    const ended = once(hub, 'exit');
    hub.kill('SIGTERM');
    await ended;
  }

  /** Sets the clock of the hub's computer forward. */
  async moveTime(moveMs: number): Promise<void> {
    const hub = this.#process;
    if (!hub) throw new Error('the hub does not run');
    const done = once(hub, 'message');
    hub.send({ moveMs });
    await done;
  }

  /** Ends the waits for what does not answer, as when their time has passed; how many milliseconds each would have taken. */
  async endLongWaits(): Promise<number[]> {
    const hub = this.#process;
    if (!hub) throw new Error('the hub does not run');
    const done = once(hub, 'message');
    hub.send('end long waits');
    const [{ ended }] = (await done) as [{ ended: number[] }];
    return ended;
  }

  /** Ends it if it still runs, and takes its store away. */
  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #run(port: number, program = HUB): Promise<void> {
    const hub = spawn(
      process.execPath,
      ['--import', MOVE_TIME, program, '--port', String(port), '--data', this.#folder, '--desk', 'T1-04', ...this.#args],
      {
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      },
    );
    this.#process = hub;
    let said = '';
    this.#address = await new Promise((resolve, reject) => {
      const hear = (data: Buffer) => {
        said += data;
        const address = /^Aisle is ready at (http:\S+)$/m.exec(said)?.[1];
        if (address) resolve(address);
        this.#farAddress = /^Other computers reach this hub at (https:[^\s,]+),/m.exec(said)?.[1] ?? '';
      };
      hub.stdout?.on('data', hear);
      hub.stderr?.on('data', hear);
      hub.once('exit', () => reject(new Error(`The hub ended at once: ${said}`)));
    });
  }
}
