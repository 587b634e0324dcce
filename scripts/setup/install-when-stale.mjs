import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Sentence } from './sentence.mjs';

/** @typedef {Record<string, { version?: string, optional?: boolean }>} Packages */

/** Without these npm waits for a missing network for more than a minute, and says nothing. */
const RETRIES = ['--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];

/**
 * Installs what package-lock.json says, when node_modules says otherwise.
 * @param {string} root
 */
export function installWhenStale(root) {
  if (isInstalled(root)) return;
  console.error('Installing the packages of package-lock.json (once, about a minute) ...');
  const done = npm(root, ['ci', '--include=dev', '--include=optional', '--loglevel=error', '--no-fund', '--no-audit', ...RETRIES]);
  if (done.status === 0 && isInstalled(root)) return;
  throw new Sentence(`The packages could not be installed: ${reason(done)} Check the network and the disk, then run the command again.`);
}

/**
 * npm writes its hidden lock at the very end of an install. So an install that was interrupted does not count.
 * @param {string} root
 */
function isInstalled(root) {
  const hidden = path.join(root, 'node_modules/.package-lock.json');
  if (!existsSync(hidden)) return false;
  const wanted = packagesOf(path.join(root, 'package-lock.json'));
  const there = packagesOf(hidden);
  // Packages for other systems are optional and are not installed.
  return Object.entries(wanted).every(
    ([place, { version, optional }]) => place === '' || (there[place] ? there[place].version === version : optional === true),
  );
}

/** @param {string} file @returns {Packages} */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}

/**
 * The npm that started us, if one did; so no second one is looked for.
 * @param {string} root
 * @param {string[]} args
 */
function npm(root, args) {
  const own = process.env.npm_execpath;
  /** @type {import('node:child_process').SpawnSyncOptionsWithStringEncoding} */
  const options = { cwd: root, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] };
  if (own && /\.[cm]?js$/.test(own)) return spawnSync(process.execPath, [own, ...args], options);
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** @param {import('node:child_process').SpawnSyncReturns<string>} done */
function reason(done) {
  if (done.error) return `npm did not start (${done.error.message}).`;
  const lines = done.stderr
    .split('\n')
    .map((line) => line.replace(/^npm (error|ERR!) ?/, '').trim())
    .filter((line) => line !== '' && !/^(code|errno|syscall|network|A complete log)/.test(line));
  return `${lines[0] ?? `npm ended with ${done.status ?? done.signal}`}${/[.!]$/.test(lines[0] ?? '') ? '' : '.'}`;
}
