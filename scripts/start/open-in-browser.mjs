import { spawn } from 'node:child_process';

/**
 * Opens the default browser. Where there is none, the printed address is enough.
 * @param {string} address
 */
export function openInBrowser(address) {
  const [program, args] =
    process.platform === 'darwin'
      ? ['open', [address]]
      : process.platform === 'win32'
        ? ['cmd', ['/c', 'start', '', address]]
        : ['xdg-open', [address]];
  const child = spawn(/** @type {string} */ (program), /** @type {string[]} */ (args), { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
