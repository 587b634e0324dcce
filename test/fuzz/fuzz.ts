import { parseArgs } from 'node:util';
import { fuzz } from './fuzz-run.ts';
import { FUZZ_PARTS } from './parts.ts';

/** npm run fuzz -- [--inputs N] [--seed S] [--only PART]: bad input without end, with progress. */
const { values } = parseArgs({ options: { inputs: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' } } });
const inputs = Number(values.inputs ?? 1_000_000);
const seed = Number(values.seed ?? Math.floor(Date.now() / 1_000) % 1_000_000);
const parts = FUZZ_PARTS.filter(({ name }) => values.only === undefined || name === values.only);
if (parts.length === 0 || !Number.isInteger(inputs) || inputs < 1 || !Number.isInteger(seed)) {
  process.stderr.write(
    `Usage: npm run fuzz -- [--inputs N] [--seed S] [--only PART]. Parts: ${FUZZ_PARTS.map(({ name }) => name).join(', ')}\n`,
  );
  process.exit(2);
}

process.stdout.write(`seed ${seed}\n`);
const shares = parts.reduce((sum, { share }) => sum + share, 0);
for (const part of parts) {
  const wanted = Math.max(1, Math.round((inputs * part.share) / shares));
  let told = 0;
  const progress = (done: number): void => {
    if (done - told < wanted / 100 && done < wanted) return;
    told = done;
    if (process.stdout.isTTY) process.stdout.write(`\r${part.name} ${Math.floor((done / wanted) * 100)} %, ${done} inputs `);
  };
  const { failure, cpuMs, slowestMs, grownBytes } = await fuzz(part, { seed, inputs: wanted, progress });
  if (process.stdout.isTTY) process.stdout.write('\r\x1b[K');
  if (failure) {
    process.stdout.write(`${failure}\n`);
    process.exitCode = 1;
    continue;
  }
  const grown = (grownBytes / 1_048_576).toFixed(1);
  process.stdout.write(
    `${part.name.padEnd(12)} ${String(wanted).padStart(9)} inputs, ${(cpuMs / 1_000).toFixed(1)} s of a processor, slowest ${slowestMs.toFixed(0)} ms, memory ${grown} MiB\n`,
  );
}
