// Packs the app as electron-builder.yml says, around an Electron that does nothing, and looks at what came out. Needs no network.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkContents } from './pack-check/check-contents.mjs';
import { checkFuses } from './pack-check/check-fuses.mjs';
import { checkHub } from './pack-check/check-hub.mjs';
import { checkThreads } from './pack-check/check-threads.mjs';
import { makeFakeElectron } from './pack-check/fake-electron.mjs';
import { requireNode24 } from './require-node-24.mjs';

requireNode24('npm run pack:check');

const root = path.resolve(import.meta.dirname, '..');
const work = mkdtempSync(path.join(os.tmpdir(), 'aisle-pack-'));
try {
  const problems = await packAndCheck();
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
  else console.log('The packed app holds what it should, its threads and its hub start from outside the archive, and its fuses are set.');
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function packAndCheck() {
  const electron = path.join(work, 'electron');
  const { version } = JSON.parse(readFileSync(path.join(root, 'node_modules/electron/package.json'), 'utf8'));
  makeFakeElectron(electron, version);
  const builder = fileURLToPath(import.meta.resolve('electron-builder/cli.js'));
  const args = ['--linux', 'dir', '--x64', `-c.electronDist=${electron}`, `-c.directories.output=${work}/release`];
  const done = spawnSync(process.execPath, [builder, ...args], { cwd: root, encoding: 'utf8' });
  if (done.status !== 0) return [`electron-builder failed:\n${done.stdout}${done.stderr}`];
  const app = path.join(work, 'release/linux-unpacked');
  const resources = path.join(app, 'resources');
  const store = path.join(work, 'store');
  mkdirSync(store);
  return [
    ...checkContents(root, resources),
    ...(await checkFuses(path.join(app, 'aisle'))),
    ...(await checkThreads(resources, store)),
    ...(await checkHub(root, resources, path.join(work, 'hub-store'))),
  ];
}
