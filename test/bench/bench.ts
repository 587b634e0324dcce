import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { HUB_ENV, HUB_FLAGS } from '../../scripts/start/hub-flags.mjs';
import { Bench } from './bench-context.ts';
import { machine } from './machine.ts';
import { PEER_ROWS } from './peers/peers.ts';
import { figureJson, figureText, headText, machineText } from './print-figures.ts';
import { ArgumentsRefused, runBench } from './read-arguments.ts';
import { ROWS } from './rows.ts';

const print = (text: string) => process.stdout.write(`${text}\n`);
// What is said beside the figures goes to stderr, so that the output stays the figures.
const say = (sentence: string) => process.stderr.write(`${sentence}\n`);

/** npm run bench [-- --only NAME] [--peers] [--json] [--stores FOLDER]: DESIGN's table of speeds, measured on this machine. */
await runBench(async ({ json, only, peers, row: alone, storesFolder }) => {
  const asked = (metric: string) => only === undefined || metric.startsWith(only);
  const all = peers ? [...ROWS, ...PEER_ROWS] : ROWS;
  if (alone !== undefined) {
    const row = all.find(({ metrics }) => metrics[0] === alone);
    if (!row) throw new ArgumentsRefused(`There is no row ${alone}.`);
    const bench = new Bench(storesFolder, say);
    const figures = await row.measure(bench);
    bench.clean();
    for (const figure of figures) if (asked(figure.metric)) print(json ? figureJson(figure) : figureText(figure));
    return;
  }
  const rows = all.filter(({ metrics }) => metrics.some(asked));
  if (rows.length === 0) throw new ArgumentsRefused(`There is no row ${only}. Rows: ${all.flatMap(({ metrics }) => metrics).join(', ')}.`);
  if (!json) print(`${machineText(machine(storesFolder))}\n${headText()}`);
  for (const row of rows) {
    const from = performance.now();
    await measureApart(row.metrics[0] ?? '');
    say(`  ${row.metrics.join(', ')}: ${((performance.now() - from) / 1_000).toFixed(0)} s`);
  }
});

/** Each row in a process of its own, started as a hub is: what one leaves to clear up must not be cleared up while another is timed. */
async function measureApart(row: string): Promise<void> {
  // What the row before wrote is on the disk first, where the system can be told so.
  spawnSync('sync');
  const args = [...HUB_FLAGS, import.meta.filename, ...process.argv.slice(2), '--row', row];
  const child = spawn(process.execPath, args, { stdio: 'inherit', env: { ...HUB_ENV, ...process.env } });
  const stop = (): void => void child.kill();
  process.once('SIGTERM', stop);
  const [code] = (await once(child, 'exit')) as [number | null];
  process.off('SIGTERM', stop);
  if (code !== 0) throw new Error(`${row} was not measured`);
}
