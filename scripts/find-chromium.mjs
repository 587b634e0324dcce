import { accessSync, constants, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const PROGRAMS = {
  linux: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'],
};

/**
 * The browser that the end-to-end tests drive: AISLE_CHROMIUM, else an installed Chromium, Chrome or Edge, else Playwright's own.
 * Electron's own Chromium needs no looking for: Playwright starts it as Electron.
 * @returns {string | undefined} The path of its program.
 */
export function findChromium() {
  return [process.env.AISLE_CHROMIUM ?? '', ...installedPlaces(), ...playwrightPlaces()].find((file) => file !== '' && isProgram(file));
}

/** @returns {string[]} */
function installedPlaces() {
  if (process.platform === 'darwin') return PROGRAMS.darwin;
  if (process.platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? []);
    return PROGRAMS.win32.flatMap((program) => folders.map((folder) => path.join(folder, program)));
  }
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  return PROGRAMS.linux.flatMap((program) => folders.map((folder) => path.join(folder, program)));
}

/** What `npx playwright install chromium` leaves, newest first. */
function playwrightPlaces() {
  const caches = {
    linux: path.join(os.homedir(), '.cache/ms-playwright'),
    darwin: path.join(os.homedir(), 'Library/Caches/ms-playwright'),
    win32: path.join(process.env.LOCALAPPDATA ?? '', 'ms-playwright'),
  };
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? caches[/** @type {keyof typeof caches} */ (process.platform)] ?? '';
  const programs = [
    'chrome-linux64/chrome',
    'chrome-linux/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-win64/chrome.exe',
    'chrome-win/chrome.exe',
  ];
  try {
    const folders = readdirSync(cache).filter((name) => /^chromium-\d+$/.test(name));
    return folders
      .sort((a, b) => revision(b) - revision(a))
      .flatMap((folder) => programs.map((program) => path.join(cache, folder, program)));
  } catch {
    return [];
  }
}

/** @param {string} folder `chromium-1200` */
function revision(folder) {
  return Number(folder.split('-')[1]);
}

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
