import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

const READ = `const db = new (require('better-sqlite3'))(process.argv[1]);
db.pragma('cache_size = -65536');
for (const sql of process.argv.slice(2)) db.prepare(sql).all();
console.log('ready');
setInterval(() => {}, 1000);`;

/** The least that a process on this store can be: Node, bare better-sqlite3, the file opened and some reads done. */
export class BareProcess {
  readonly #process: ChildProcess;
  /** Milliseconds from its start until it had read. */
  readonly ready: Promise<number>;

  constructor(file: string, ...reads: string[]) {
    const from = performance.now();
    this.#process = spawn(process.execPath, ['-e', READ, file, ...reads], {
      stdio: ['ignore', 'pipe', 'inherit'],
      cwd: import.meta.dirname,
    });
    const heard = this.#process.stdout ? once(this.#process.stdout, 'data') : Promise.reject(new Error('no output'));
    this.ready = heard.then(() => performance.now() - from);
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  async kill(): Promise<void> {
    const gone = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await gone;
  }
}
