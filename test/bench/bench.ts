import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { expiryBurst, expiryDelay, holdThroughput, singleLatency } from './holds.ts';
import { liveChange } from './live-change.ts';
import type { Figure } from './measure.ts';
import { availability, search } from './search.ts';
import { holdGrowth, startRecovery } from './stores.ts';

/** npm run bench [-- --json] [-- --only NAME]: DESIGN's table of speeds, measured on this machine. */
const ROWS: Readonly<Record<string, () => Promise<Figure[]>>> = {
  'hold.throughput': holdThroughput,
  'hold.latency': singleLatency,
  search,
  'availability.lookups': availability,
  'expiry.delay': expiryDelay,
  'expiry.burst': expiryBurst,
  'live.change': liveChange,
  'hold.growth': holdGrowth,
  'start.recovery': startRecovery,
};

const { values } = parseArgs({ options: { json: { type: 'boolean' }, only: { type: 'string' } } });
const wanted = Object.entries(ROWS).filter(([name]) => values.only === undefined || name.startsWith(values.only));
if (wanted.length === 0) {
  process.stderr.write(`There is no row ${values.only}. Rows: ${Object.keys(ROWS).join(', ')}\n`);
  process.exit(2);
}

const rounded = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(2));
const print = (figure: Figure): void => {
  if (values.json) {
    process.stdout.write(`${JSON.stringify(figure)}\n`);
    return;
  }
  const ratio = figure.ratio === undefined ? '' : `${figure.ratio.toFixed(2)} of raw`;
  const cells = [
    figure.metric.padEnd(22),
    `${rounded(figure.value)} ${figure.unit}`.padEnd(22),
    figure.target.padEnd(12),
    ratio.padEnd(13),
  ];
  process.stdout.write(`${cells.join(' ')} ${figure.note ?? ''}\n`);
};

if (!values.json) {
  const memory = (totalmem() / 2 ** 30).toFixed(0);
  process.stdout.write(`${cpus().length} x ${cpus()[0]?.model ?? 'processor'}, ${memory} GiB, Node ${process.versions.node}\n`);
  process.stdout.write(`${'metric'.padEnd(22)} ${'value'.padEnd(22)} ${'target'.padEnd(12)} ${'ratio'.padEnd(13)} note\n`);
}
for (const [, measure] of wanted) for (const figure of await measure()) print(figure);
