import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { HUB_PAGES } from '../hub-pages.mjs';
import { HUB_ENV, HUB_FLAGS } from '../start/hub-flags.mjs';

const START_MS_MAX = 60_000;

/**
 * Looks for all that a hub without Electron needs beside the packed app, and runs it there: it starts, serves the console and stops in order.
 * @param {string} root
 * @param {string} resources
 * @param {string} store A folder for its store; it is made.
 * @returns {Promise<string[]>} What is wrong, a sentence each.
 */
export async function checkHub(root, resources, store) {
  const hub = path.join(resources, 'hub');
  const needed = [
    ...[
      'package.json',
      'package-lock.json',
      'LICENSE',
      'NOTICE',
      ...HUB_PAGES,
      'out/main/hub.js',
      'out/main/aisle.js',
      'out/renderer/index.html',
    ],
    ...readdirSync(path.join(root, 'build/service')).map((name) => `service/${name}`),
  ];
  const missing = needed.filter((name) => !existsSync(path.join(hub, name))).map((name) => `hub/${name} is missing.`);
  if (existsSync(path.join(hub, 'out/main/electron.js'))) missing.push('hub/out/main/electron.js has no place there.');
  if (missing.length > 0 || process.platform !== 'linux' || process.arch !== 'x64') return missing;

  const child = spawn(process.execPath, [...HUB_FLAGS, path.join(hub, 'out/main/hub.js'), '--port', '0', '--data', store], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...HUB_ENV, ...process.env },
  });
  let said = '';
  const ended = new Promise((resolve) => child.once('close', resolve));
  const address = await new Promise((resolve) => {
    /** @param {Buffer} data */
    const hear = (data) => {
      said += data;
      const found = /^Aisle is ready at (\S+)$/m.exec(said)?.[1];
      if (found) resolve(found);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void ended.then(() => resolve(undefined));
    setTimeout(resolve, START_MS_MAX).unref();
  });
  const page = address ? await fetch(address).then((response) => response.text()) : '';
  child.kill('SIGTERM');
  const code = await ended;
  return [
    ...(address ? [] : [`The packed hub does not start: ${said}`]),
    ...(!address || page.includes('<title>Aisle</title>') ? [] : ['The packed hub does not serve the console.']),
    ...(!address || code === 0 ? [] : [`The packed hub ended with ${code} when it was asked to stop: ${said}`]),
  ];
}
