import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from '../find-chromium.mjs';
import { Sentence } from './sentence.mjs';

const APT_GET = '/usr/bin/apt-get';

/** Finds a Chromium for the end-to-end tests. As root on Debian or Ubuntu it installs one if there is none. */
export function bringBrowser() {
  const named = process.env.AISLE_CHROMIUM;
  if (named && !existsSync(named)) throw new Sentence(`AISLE_CHROMIUM names ${named}, which is not there.`);
  if (findChromium()) return;
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync(APT_GET)) {
    console.error('Installing Chromium for the end-to-end tests (once, about half a minute) ...');
    aptGet('update');
    aptGet('install', '-y', 'chromium');
    // Ubuntu's package of that name only points to a snap. So the program is asked whether it answers.
    const installed = findChromium();
    if (installed && spawnSync(installed, ['--version']).status === 0) return;
  }
  throw new Sentence(
    'The end-to-end tests need Chrome, Chromium or Edge: install one, or name its program in AISLE_CHROMIUM, then run the command again.',
  );
}

/** @param {string[]} args */
function aptGet(...args) {
  return spawnSync(APT_GET, ['-qq', ...args], {
    stdio: ['ignore', 'ignore', 'ignore'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
