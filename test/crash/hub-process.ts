import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { HUB_ENV, HUB_FLAGS } from '../../scripts/start/hub-flags.mjs';

const HUB = resolve(import.meta.dirname, '../../out/main/hub.js');

/** The built hub as a process of its own, which is there to be killed. */
export class HubProcess {
  readonly #process: ChildProcess;
  readonly #startedAt = performance.now();
  readonly ended: Promise<void>;
  /** The address it prints; rejects with what it said when it ended before. */
  readonly ready: Promise<string>;
  /** From its start until it lets people in. */
  readyMs = 0;
  #said = '';

  constructor(dataDir: string, ...args: string[]) {
    const port = args.includes('--port') ? [] : ['--port', '0'];
    const hub = [...HUB_FLAGS, HUB, ...port, '--data', dataDir, ...args];
    this.#process = spawn(process.execPath, hub, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...HUB_ENV, ...process.env } });
    const ended = Promise.withResolvers<void>();
    const ready = Promise.withResolvers<string>();
    const hear = (data: Buffer) => {
      this.#said += data;
      const address = /^(?:Aisle is ready|What to do is shown) at (http:\S+)$/m.exec(this.#said)?.[1];
      if (!address) return;
      this.readyMs ||= performance.now() - this.#startedAt;
      ready.resolve(address);
    };
    this.#process.stdout?.on('data', hear);
    this.#process.stderr?.on('data', hear);
    this.#process.once('close', () => {
      ready.reject(new Error(`The hub ended: ${this.#said}`));
      ended.resolve();
    });
    this.ended = ended.promise;
    this.ready = ready.promise;
    // Whoever kills it while it starts does not wait for it to be ready.
    this.ready.catch(() => {});
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  /** Everything it has printed. */
  get said(): string {
    return this.#said;
  }

  /** As a power cut would: nothing is finished, nothing is closed. */
  kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    return this.ended;
  }

  stop(): Promise<void> {
    this.#process.kill('SIGTERM');
    return this.ended;
  }
}
