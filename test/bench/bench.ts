import { Bench } from './bench-context.ts';
import { machine } from './machine.ts';
import { PEER_ROWS } from './peers/peers.ts';
import { figureJson, figureText, headText, machineText } from './print-figures.ts';
import { ArgumentsRefused, runBench } from './read-arguments.ts';
import { ROWS } from './rows.ts';

/** npm run bench [-- --only NAME] [--peers] [--json] [--stores FOLDER]: DESIGN's table of speeds, measured on this machine. */
await runBench(async ({ json, only, peers, storesFolder }) => {
  const asked = (metric: string) => only === undefined || metric.startsWith(only);
  const all = peers ? [...ROWS, ...PEER_ROWS] : ROWS;
  const rows = all.filter(({ metrics }) => metrics.some(asked));
  if (rows.length === 0) throw new ArgumentsRefused(`There is no row ${only}. Rows: ${all.flatMap(({ metrics }) => metrics).join(', ')}.`);
  // What is said beside the figures goes to stderr, so that the output stays the figures.
  const say = (sentence: string) => process.stderr.write(`${sentence}\n`);
  const print = (text: string) => process.stdout.write(`${text}\n`);
  const bench = new Bench(storesFolder, say);
  if (!json) print(`${machineText(machine(storesFolder))}\n${headText()}`);
  for (const row of rows) {
    const from = performance.now();
    const figures = await row.measure(bench);
    bench.clean();
    for (const figure of figures) if (asked(figure.metric)) print(json ? figureJson(figure) : figureText(figure));
    say(`  ${row.metrics.join(', ')}: ${((performance.now() - from) / 1_000).toFixed(0)} s`);
  }
});
