// `npm start`: the hub and its window in Electron, or the hub alone for browsers where Electron cannot be had.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { followChild } from './follow-child.mjs';
import { hasDisplay } from './has-display.mjs';
import { requireNode24 } from './require-node-24.mjs';
import { bringElectron } from './start/bring-electron.mjs';
import { HUB_ENV, HUB_FLAGS } from './start/hub-flags.mjs';
import { openInBrowser } from './start/open-in-browser.mjs';

requireNode24('npm start');

// After the check of Node: an older one cannot read TypeScript.
const { HUB_OPTIONS, START_OPTIONS, optionLines } = await import('../main/boot/options.ts');
const OPTIONS = { ...HUB_OPTIONS, ...START_OPTIONS };
const USAGE = `npm start -- [options]\n${optionLines(OPTIONS)}`;

const root = path.resolve(import.meta.dirname, '..');
const { 'no-window': noWindow, 'no-browser': noBrowser, ...passed } = readOptions();
// A path is relative to the folder where the command was typed. npm itself changes to the folder of the package.
for (const place of /** @type {const} */ (['data', 'backups', 'config']))
  if (passed[place]) passed[place] = path.resolve(process.env.INIT_CWD ?? '.', passed[place]);
const flags = Object.entries(passed).flatMap(([name, value]) => (value === true ? [`--${name}`] : [`--${name}`, String(value)]));

const electron = noWindow ? undefined : await bringElectron(root);
if (passed.hub && !electron?.program) {
  console.log(`${electron?.problem ?? 'There is no window.'} Open ${passed.hub} in a browser instead.`);
  process.exit(1);
}
if (electron?.problem) console.log(`${electron.problem} Serving the console to a browser instead.`);
followChild(electron?.program ? spawnElectron(electron.program) : spawnHub());

function readOptions() {
  try {
    const { values } = parseArgs({ options: OPTIONS });
    const { help, ...options } = values;
    if (!help) return options;
    console.log(USAGE);
    process.exit(0);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
    process.exit(2);
  }
}

/** @param {string} program */
function spawnElectron(program) {
  return spawn(program, [root, ...flags], { stdio: 'inherit' });
}

/** The hub prints its address when it listens. That line is printed too, and the address is opened. */
function spawnHub() {
  const hub = [...HUB_FLAGS, path.join(root, 'out/main/hub.js'), ...flags];
  const child = spawn(process.execPath, hub, { stdio: ['inherit', 'pipe', 'inherit'], env: { ...HUB_ENV, ...process.env } });
  let heard = '';
  let opened = noBrowser === true || !hasDisplay();
  child.stdout.on('data', (text) => {
    process.stdout.write(text);
    if (opened) return;
    heard += text;
    const address = /https?:\/\/[^\s"']+/.exec(heard)?.[0];
    if (!address) return;
    opened = true;
    openInBrowser(address);
  });
  return child;
}
