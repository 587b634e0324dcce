import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Sentence } from './sentence.mjs';

const WAIT_MS_MAX = 15 * 60_000;
const POLL_MS = 200;
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Lets only one npm script at a time install into a folder. The lock names its owner, so that the lock of a killed process is taken over.
 * @template Result
 * @param {string} root
 * @param {() => Promise<Result>} work
 */
export async function oneAtATime(root, work) {
  const lock = path.join(root, '.setup-lock');
  const since = Date.now();
  while (!taken(lock)) {
    if (Date.now() - since > WAIT_MS_MAX)
      throw new Sentence(`Another setup seems to hang: end it and remove ${lock}, then run this again.`);
    if (abandoned(lock)) rmSync(lock, { recursive: true, force: true });
    else await sleep(POLL_MS);
  }
  const free = () => rmSync(lock, { recursive: true, force: true });
  process.once('exit', free);
  const stop = () => process.exit(130);
  for (const signal of SIGNALS) process.on(signal, stop);
  try {
    return await work();
  } finally {
    free();
    process.off('exit', free);
    for (const signal of SIGNALS) process.off(signal, stop);
  }
}

/** @param {string} lock */
function taken(lock) {
  try {
    mkdirSync(lock);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
  writeFileSync(path.join(lock, 'pid'), String(process.pid));
  return true;
}

/** @param {string} lock */
function abandoned(lock) {
  try {
    const owner = Number(readFileSync(path.join(lock, 'pid'), 'utf8'));
    process.kill(owner, 0);
    return false;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ESRCH') return true;
    if (code !== 'ENOENT') return false;
    // The owner's name is written a moment after the folder. So only an old folder without a name counts as abandoned.
    const found = statSync(lock, { throwIfNoEntry: false });
    return found !== undefined && Date.now() - found.mtimeMs > 5_000;
  }
}
