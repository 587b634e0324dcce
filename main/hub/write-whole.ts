import { open, rename, rm } from 'node:fs/promises';

/**
 * Writes a file that only this account may read. It is written whole under another name, synced and then renamed: after a kill there is the one before or
 * the one after.
 */
export async function writeWhole(file: string, text: string): Promise<void> {
  const half = `${file}.half`;
  // A file of that name that somebody else left would keep its own mode.
  await rm(half, { force: true });
  const handle = await open(half, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(half, file);
}
