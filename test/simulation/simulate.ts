import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runSeed } from './run.ts';
import { makeTemplateStore } from './template-store.ts';

const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'aisle-simulation-'));
const template = join(folder, 'template.db');
await makeTemplateStore(template);
const seeds = Number(process.argv[2] ?? 1);
const steps = Number(process.argv[3] ?? 2000);
const first = Number(process.argv[4] ?? 1);
const began = performance.now();
for (let seed = first; seed < first + seeds; seed++) {
  const result = await runSeed({ folder, template }, seed, steps);
  if (result.failure) {
    console.log(`seed ${seed} step ${result.actions.length}: ${result.failure.message}`);
    for (const action of result.actions.slice(-5)) console.log(JSON.stringify(action));
    break;
  }
  console.log(seed, result.crashes, result.bookings);
}
console.log(((seeds * steps) / (performance.now() - began)) * 1000, 'steps/s');
rmSync(folder, { recursive: true });
