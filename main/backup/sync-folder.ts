import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Syncs a folder: a new file name is on the disk only when its folder is. Windows stores names by itself and cannot sync folders. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
