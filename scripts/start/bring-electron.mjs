import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { findElectron } from '../find-electron.mjs';
import { hasDisplay } from '../has-display.mjs';

const REACH_MS_MAX = 4_000;
const DOWNLOAD_MS_MAX = 15 * 60_000;
const RELEASES = 'https://github.com/electron/electron/releases';

/**
 * The Electron program. It is downloaded once where that is possible: the npm package holds none, and its install.js fetches it.
 * @param {string} root
 * @returns {Promise<{ program: string, problem?: undefined } | { program?: undefined, problem: string }>} The program, or one sentence why not.
 */
export async function bringElectron(root) {
  if (!hasDisplay()) return { problem: 'Electron needs a display, and there is none here.' };
  if (process.platform === 'linux' && process.getuid?.() === 0)
    return { problem: 'Electron does not run as root, where its sandbox cannot work.' };
  const there = findElectron(root);
  if (there) return { program: there };
  if (!(await isReachable())) return { problem: 'The Electron program is not here and its download cannot be reached.' };
  console.log('Downloading Electron (once, about 110 MB) ...');
  spawnSync(process.execPath, [path.join(root, 'node_modules/electron/install.js')], { stdio: 'ignore', timeout: DOWNLOAD_MS_MAX });
  const brought = findElectron(root);
  return brought ? { program: brought } : { problem: 'The Electron program is not here and could not be downloaded.' };
}

/** Without this check, a machine whose network drops packets would wait minutes for a download that never begins. */
async function isReachable() {
  if (process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? process.env.HTTPS_PROXY) return true;
  try {
    return (await fetch(RELEASES, { method: 'HEAD', signal: AbortSignal.timeout(REACH_MS_MAX) })).ok;
  } catch {
    return false;
  }
}
