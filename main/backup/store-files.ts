import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder } from './sync-folder.ts';

/** What is done with whole files while a store is replaced. Each change is on the disk when its call returns. A port, so that tests can cut the power between two changes. */
export interface StoreFiles {
  exists(path: string): boolean;
  read(path: string): string;
  write(path: string, text: string): void;
  move(from: string, to: string): void;
  /** Does nothing when it is gone already. */
  remove(path: string): void;
}

export const diskFiles: StoreFiles = {
  exists: existsSync,
  read: (path) => readFileSync(path, 'utf8'),
  write(path, text) {
    const half = `${path}.half`;
    const handle = openSync(half, 'w', 0o600);
    try {
      writeSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    this.move(half, path);
  },
  move(from, to) {
    renameSync(from, to);
    syncFolder(dirname(to));
  },
  remove(path) {
    if (!existsSync(path)) return;
    rmSync(path);
    syncFolder(dirname(path));
  },
};
