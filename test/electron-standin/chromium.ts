import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findChromium } from '../../scripts/find-chromium.mjs';
import { isAlive } from './is-alive.ts';

const PROFILE = 'aisle-standin-';

/** Starts a Chromium that dies with this process, however that ends, and waits for its DevTools address. */
export async function startChromium(switches: readonly string[]): Promise<{ process: ChildProcess; url: string; end: () => void }> {
  const program = findChromium();
  if (!program) throw new Error('stand-in: no Chromium found');
  removeLeftProfiles();
  const profile = mkdtempSync(path.join(os.tmpdir(), `${PROFILE}${process.pid}-`));
  const isRoot = process.getuid?.() === 0;
  const chromium = spawn(
    program,
    [
      '--headless=new',
      // The port is what Playwright and we speak through; the pipe is what makes it end when we are killed.
      '--remote-debugging-port=0',
      '--remote-debugging-pipe',
      `--user-data-dir=${profile}`,
      '--no-startup-window',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--disable-gpu',
      ...(isRoot ? ['--no-sandbox'] : []),
      ...switches,
    ],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] },
  );
  const url = await new Promise<string>((resolve, reject) => {
    let heard = '';
    chromium.stderr?.on('data', (text) => {
      heard += text;
      const address = /^DevTools listening on (ws:\S+)$/m.exec(heard)?.[1];
      if (address) resolve(address);
    });
    chromium.once('exit', () => reject(new Error(`stand-in: Chromium ended at once: ${heard}`)));
  });
  const end = () => {
    chromium.removeAllListeners('exit');
    chromium.kill('SIGKILL');
    removeProfile(profile);
  };
  return { process: chromium, url, end };
}

/** A killed process leaves its profile behind; whoever starts next clears it away. */
function removeLeftProfiles() {
  for (const name of readdirSync(os.tmpdir())) {
    const owner = name.startsWith(PROFILE) ? Number(name.slice(PROFILE.length).split('-')[0]) : 0;
    if (owner > 0 && !isAlive(owner)) removeProfile(path.join(os.tmpdir(), name));
  }
}

function removeProfile(folder: string) {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  } catch {
    // Chromium may still be writing its last file; the next start removes it.
  }
}
