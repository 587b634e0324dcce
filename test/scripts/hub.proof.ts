import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../tidy/project-files.ts';

it('npm run hub serves the console without a window, and stops in order when it is asked to', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'aisle-run-hub-'));
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
  const [, , ...words] = scripts.hub?.split(' ') ?? [];
  // The setup before it installs and builds, which is done.
  const [script = '', ...args] = words.slice(words.indexOf('--run') + 1);
  const child = spawn(process.execPath, [path.join(root, script), ...args, '--port', '0', '--data', folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  try {
    let said = '';
    const ended = new Promise((resolve) => child.once('close', resolve));
    const address = await new Promise<string>((resolve, reject) => {
      const hear = (data: Buffer) => {
        said += data;
        const found = /^Aisle is ready at (\S+)$/m.exec(said)?.[1];
        if (found) resolve(found);
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      void ended.then(() => reject(new Error(said)));
    });
    expect((await fetch(address)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await ended, said).toBe(0);
    expect(readFileSync(path.join(folder, 'aisle.log'), 'utf8')).toContain('"Stopped."');
    // A store that was closed left no journal of SQLite behind.
    expect(existsSync(path.join(folder, 'training.sqlite-wal'))).toBe(false);
  } finally {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
});
