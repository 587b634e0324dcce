import { closeSync, fsyncSync, openSync } from 'node:fs';

/** A new name is on the disk only when its folder is. Windows keeps names by itself and syncs no folders. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
