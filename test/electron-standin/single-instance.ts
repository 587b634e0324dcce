import { mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isAlive } from './is-alive.ts';

const LOCK = 'standin-lock';
const CALL = 'standin-call-';

/**
 * One process a userData folder, as in Electron. The lock is a file with its owner's pid; a second process leaves a file with its
 * command line, which the first one hears of.
 */
export function takeSingleInstance(folder: string, onSecond: (argv: string[], cwd: string) => void): boolean {
  const lock = path.join(folder, LOCK);
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
  } catch {
    const owner = Number(readFileSync(lock, 'utf8'));
    if (owner !== process.pid && isAlive(owner)) {
      writeFileSync(path.join(folder, CALL + process.pid), JSON.stringify([process.argv, process.cwd()]));
      return false;
    }
    writeFileSync(lock, String(process.pid));
  }
  const calls = watch(folder, () => {
    for (const name of readdirSync(folder).filter((file) => file.startsWith(CALL))) {
      const text = readFileSync(path.join(folder, name), 'utf8');
      // The folder changes once when the file appears, and again when its text is there.
      if (text === '') continue;
      rmSync(path.join(folder, name));
      const [argv, cwd] = JSON.parse(text);
      onSecond(argv, cwd);
    }
  });
  calls.unref();
  process.on('exit', () => rmSync(lock, { force: true }));
  return true;
}
