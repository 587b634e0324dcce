import { parseArgs } from 'node:util';
import { fuzz } from './fuzz-run.ts';
import { previewHostileFiles } from './hostile-files.ts';
import { FUZZ_PARTS } from './parts.ts';

/** Not counted in inputs: each is one, and takes its time. */
const HOSTILE_FILES = 'hostile-files';
const FILE_SCALE_MAX_AT = 1_000_000;
const PEAK_BYTES_MAX = 512 * 1_048_576;

/** npm run fuzz -- [--inputs N] [--seed S] [--only PART]: bad input without end, with progress. */
const { values } = parseArgs({ options: { inputs: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' } } });
const inputs = Number(values.inputs ?? 1_000_000);
const seed = Number(values.seed ?? Math.floor(Date.now() / 1_000) % 1_000_000);
const parts = FUZZ_PARTS.filter(({ name }) => values.only === undefined || name === values.only);
const files = values.only === undefined || values.only === HOSTILE_FILES;
if ((parts.length === 0 && !files) || !Number.isInteger(inputs) || inputs < 1 || !Number.isInteger(seed)) {
  process.stderr.write(
    `Usage: npm run fuzz -- [--inputs N] [--seed S] [--only PART]. Parts: ${[...FUZZ_PARTS.map(({ name }) => name), HOSTILE_FILES].join(', ')}\n`,
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
    process.stderr.write(`\r${part.name} ${Math.floor((done / wanted) * 100)} %, ${done} inputs `);
  };
  const { failure, cpuMs, slowestMs, grownBytes } = await fuzz(part, { seed, inputs: wanted, progress });
  process.stderr.write('\r\x1b[K');
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

/** In full from a million inputs on. */
if (files) {
  for await (const { name, fileBytes, cpuMs, peakBytes, said, problem } of previewHostileFiles(Math.min(1, inputs / FILE_SCALE_MAX_AT))) {
    const wrong = problem ?? (peakBytes > PEAK_BYTES_MAX ? 'took too much memory' : undefined);
    if (wrong) process.exitCode = 1;
    const [size, peak] = [fileBytes, peakBytes].map((bytes) => (bytes / 1_048_576).toFixed(0));
    process.stdout.write(`${name} (${size} MiB): ${(cpuMs / 1_000).toFixed(1)} s of a processor, ${peak} MiB. ${wrong ?? said}\n`);
  }
}
