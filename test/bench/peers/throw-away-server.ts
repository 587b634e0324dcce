import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeFolder } from '../remove-folder.ts';

/** A server in a folder of its own under the system's temporary one. It ends with the bench, however that ends, and leaves nothing. */
export class ThrowAwayServer {
  readonly folder: string;
  /** Who it runs as: PostgreSQL refuses to be root. */
  readonly as: SpawnOptions;
  #process: ChildProcess | undefined;
  readonly #clean = () => this.#remove();

  constructor(name: string) {
    this.folder = mkdtempSync(join(tmpdir(), `aisle-${name}-`));
    this.as = otherThanRoot(name);
    if (this.as.uid !== undefined && this.as.gid !== undefined) chownSync(this.folder, this.as.uid, this.as.gid);
    chmodSync(this.folder, 0o700);
    process.on('exit', this.#clean);
  }

  run(program: string, args: readonly string[]): void {
    execFileSync(program, args, { ...this.as, cwd: this.folder, stdio: ['ignore', 'ignore', 'inherit'] });
  }

  /** Starts it and waits until it prints `ready`. */
  async start(program: string, args: readonly string[], ready: RegExp): Promise<void> {
    const child = spawn(program, args, { ...this.as, cwd: this.folder, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#process = child;
    let said = '';
    await new Promise<void>((resolve, reject) => {
      const hear = (data: Buffer) => {
        // Only the beginning matters; the rest is drained, so that the server never waits for it.
        if (said.length < 100_000) said += data;
        if (ready.test(said)) resolve();
      };
      child.stdout?.on('data', hear);
      child.stderr?.on('data', hear);
      child.once('error', reject);
      child.once('exit', () => reject(new Error(`${program} ended: ${said}`)));
    });
  }

  async stop(): Promise<void> {
    const child = this.#process;
    if (child && child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit');
      // PostgreSQL: end now, whoever is still connected.
      child.kill('SIGINT');
      await gone;
    }
    this.#remove();
    process.off('exit', this.#clean);
  }

  #remove(): void {
    if (this.#process?.exitCode === null) this.#process.kill('SIGQUIT');
    removeFolder(this.folder);
  }
}

function otherThanRoot(user: string): SpawnOptions {
  if (process.getuid?.() !== 0) return {};
  const id = (what: '-u' | '-g') => Number(execFileSync('id', [what, user], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
