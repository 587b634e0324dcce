import { closeSync, constants, copyFileSync, fsyncSync, mkdirSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { removeFolder } from './remove-folder.ts';
import { BenchStores, type StoreName } from './stores/bench-stores.ts';

/** What the rows share: the prepared stores, and a folder for what they write, on the same disk and gone afterwards. */
export class Bench {
  readonly stores: BenchStores;
  /** Says something beside the figures. */
  readonly say: (sentence: string) => void;
  readonly #folder: string;
  #scratches = 0;

  constructor(storesFolder: string, say: (sentence: string) => void) {
    this.say = say;
    this.stores = new BenchStores(storesFolder, say);
    removeLeftBehind(storesFolder);
    this.#folder = join(storesFolder, `scratch-${process.pid}`);
    // Also when a row fails or is interrupted: its copies are large.
    process.on('exit', () => this.clean());
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(signal === 'SIGINT' ? 130 : 143));
  }

  scratch(): string {
    const folder = join(this.#folder, String(++this.#scratches));
    mkdirSync(folder, { recursive: true });
    return folder;
  }

  /** A copy to write to, on the disk before anything is measured. */
  async copyOf(name: StoreName, folder = this.scratch(), as = 'live.sqlite'): Promise<string> {
    const { file } = await this.stores.prepared(name);
    const copy = join(folder, as);
    copyFileSync(file, copy, constants.COPYFILE_FICLONE);
    const written = openSync(copy, 'r+');
    fsyncSync(written);
    closeSync(written);
    return copy;
  }

  clean(): void {
    removeFolder(this.#folder);
  }
}

/** What a bench that was killed could not take away. */
function removeLeftBehind(storesFolder: string): void {
  mkdirSync(storesFolder, { recursive: true });
  for (const name of readdirSync(storesFolder)) {
    const pid = Number(/^scratch-(\d+)$/.exec(name)?.[1]);
    if (pid && !isRunning(pid)) removeFolder(join(storesFolder, name));
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
