import { cpSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { requireNode24 } from './require-node-24.mjs';
import { sourceStamp } from './source-stamp.mjs';

requireNode24('npm run build');

const root = path.resolve(import.meta.dirname, '..');
process.chdir(root);
const out = path.join(root, 'out');
const startedAt = Date.now();
const stamp = sourceStamp(root);

const vite = await import('vite');
const { mainConfig, PROCESS_ENTRIES, THREAD_ENTRIES } = await import('../vite.main.config.ts');
const { default: preload } = await import('../vite.preload.config.ts');
const { default: renderer } = await import('../vite.renderer.config.ts');

// The stamp is removed first, so that it never stands for half a build.
rmSync(path.join(out, 'stamp'), { force: true });
cpSync('main/reference/data', path.join(out, 'main/data'), { recursive: true });
const builds = await Promise.allSettled([
  build(mainConfig(PROCESS_ENTRIES)),
  ...Object.entries(THREAD_ENTRIES).map(([name, file]) => build(mainConfig({ [name]: file }))),
  build(preload),
  build(renderer),
]);
const failures = builds.filter((result) => result.status === 'rejected');
for (const { reason } of failures) console.error(reason instanceof Error ? reason.message : reason);
if (failures.length > 0) process.exit(1);
removeOlderThan(out, startedAt);
writeFileSync(path.join(out, 'stamp'), stamp);
console.log(`Built out/ in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`);

/** @param {import('vite').UserConfig} config */
function build(config) {
  return vite.build({ ...config, configFile: false, logLevel: 'warn' });
}

/**
 * Removes what an earlier build wrote and this one did not. The folder is not emptied before the build: a running hub keeps its files until the new ones are there.
 * @param {string} folder
 * @param {number} time
 */
function removeOlderThan(folder, time) {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    const found = statSync(file);
    if (found.isDirectory()) removeOlderThan(file, time);
    else if (found.mtimeMs < time - 1_000) rmSync(file);
  }
}
