// Runs at the beginning of every npm script that needs more than the sources:
// `node scripts/setup.mjs [--build] [--browser] [--run FILE ARGUMENT ...]`.
// 1. It needs plain Node 20 and nothing else. What is there already is left alone, so that a second run costs nothing.
// 2. The scripts call it themselves. npm's own pre-scripts do not run where ignore-scripts is set.
// 3. --run starts the next file, because the shell that found an older Node for this script would use that Node for the next one too.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { followChild } from './follow-child.mjs';
import { bringBrowser } from './setup/bring-browser.mjs';
import { buildWhenStale } from './setup/build-when-stale.mjs';
import { findNode24 } from './setup/find-node-24.mjs';
import { installWhenStale } from './setup/install-when-stale.mjs';
import { oneAtATime } from './setup/one-at-a-time.mjs';
import { Sentence } from './setup/sentence.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

// What stands after --run belongs to the file that is run.
const given = process.argv.slice(2);
const runAt = given.includes('--run') ? given.indexOf('--run') : given.length;
const options = given.slice(0, runAt);
const [file, ...args] = given.slice(runAt + 1);

try {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new Sentence(`Aisle needs Node 20 or newer to begin with, and this is ${process.versions.node}: install it from nodejs.org.`);
  }
  const node = await oneAtATime(root, async () => {
    installWhenStale(root);
    const found = findNode24(root);
    if (options.includes('--build')) buildWhenStale(root, found);
    if (options.includes('--browser')) bringBrowser();
    return found;
  });
  if (file !== undefined) followChild(spawn(node, [file, ...args], { cwd: root, stdio: 'inherit' }));
} catch (error) {
  if (!(error instanceof Sentence)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
