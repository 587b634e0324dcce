// Runs commands at the same time, one for each core: `node scripts/side-by-side.mjs "tsc -p main" "tsc -p renderer"`.
// 1. What a command prints comes in one piece when it has ended, under the command, so that nothing is mixed.
// 2. All run to their end, so that one run tells everything that is wrong. The exit code is that of the first that failed.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

const waiting = process.argv.slice(2);

/** @type {(command: string) => Promise<number>} */
const run = (command) =>
  new Promise((done) => {
    /** @type {Buffer[]} */
    const said = [];
    const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => said.push(data));
    child.once('close', (code) => {
      process.stdout.write(Buffer.concat([Buffer.from(`> ${command}\n`), ...said]));
      // Without a code the command was ended by a signal.
      done(code ?? 1);
    });
  });

async function runWaiting() {
  for (let command = waiting.shift(); command !== undefined; command = waiting.shift()) {
    const code = await run(command);
    if (code !== 0) process.exitCode ||= code;
  }
}

await Promise.all(Array.from({ length: availableParallelism() }, runWaiting));
