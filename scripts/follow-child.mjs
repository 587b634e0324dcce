/**
 * This process ends when the child ends, and passes on to it every request to stop.
 * @param {import('node:child_process').ChildProcess} child
 */
export function followChild(child) {
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal));
  // Ctrl+C in a terminal reaches the child by itself. A second signal would make it stop before it has finished.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  child.on('error', (error) => {
    console.error(`Aisle could not be started: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 143);
  });
}
