// Runs before every npm script that needs more than the sources: `node scripts/setup.mjs [--build] [--browser]`.
// Plain Node 20 and nothing else is taken for granted; what is already there is left alone, so that a second run costs nothing.
import { fileURLToPath } from 'node:url';
import { bringBrowser } from './setup/bring-browser.mjs';
import { buildWhenStale } from './setup/build-when-stale.mjs';
import { findNode24 } from './setup/find-node-24.mjs';
import { installWhenStale } from './setup/install-when-stale.mjs';
import { oneAtATime } from './setup/one-at-a-time.mjs';
import { Sentence } from './setup/sentence.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

try {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new Sentence(`Aisle needs Node 20 or newer to begin with, and this is ${process.versions.node}: install it from nodejs.org.`);
  }
  await oneAtATime(root, async () => {
    installWhenStale(root);
    const node = findNode24(root);
    if (process.argv.includes('--build')) buildWhenStale(root, node);
    if (process.argv.includes('--browser')) bringBrowser();
  });
} catch (error) {
  if (!(error instanceof Sentence)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
