import { ArgumentsRefused, runBench } from './read-arguments.ts';
import { BenchStores, STORE_NAMES } from './stores/bench-stores.ts';

/** npm run bench:prepare [-- --only NAME] [--stores FOLDER]: makes the big stores that are not there yet. */
await runBench(async ({ only, storesFolder }) => {
  const stores = new BenchStores(storesFolder, (sentence) => process.stdout.write(`${sentence}\n`));
  const wanted = STORE_NAMES.filter((name) => only === undefined || name.startsWith(only));
  if (wanted.length === 0) throw new ArgumentsRefused(`There is no store ${only}. Stores: ${STORE_NAMES.join(', ')}.`);
  for (const name of wanted) {
    const { file, bytes } = await stores.prepared(name);
    process.stdout.write(`${name}: ${(bytes / 2 ** 20).toFixed(0)} MiB in ${file}\n`);
  }
});
