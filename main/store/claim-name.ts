import { createHash } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** The name by which the operating system knows a store while an Aisle has it open. The folder is known by its number on the disk, so that links to it do not matter. */
function nameOf(file: string): string {
  const { dev, ino } = statSync(dirname(file), { bigint: true });
  const id = createHash('sha256')
    .update(`${dev} ${ino} ${basename(file)}`)
    .digest('hex')
    .slice(0, 32);
  if (process.platform === 'linux') return `\0aisle-${id}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\aisle-${id}` : join(tmpdir(), `aisle-${id}.sock`);
}

/**
 * Takes the name of a store for this process. On Linux and Windows the name is no file, so nobody can delete it, and it is gone when the
 * process ends, however it ends. Undefined when another process has it. Where the operating system gives no such name, none is taken.
 *
 * macOS has no such names. There it is a socket file in the user's folder for temporary files. Somebody can delete this file, the system does
 * so when it is some days old, and another account has another folder. A port would be no file, but any program may have that port, and then
 * Aisle would not start. So on macOS a second Aisle is let in if both files are gone: this one and that of the lock.
 */
export async function claimName(file: string): Promise<{ release(): void } | undefined> {
  const name = nameOf(file);
  const server = createServer((caller) => caller.destroy());
  let problem = await listening(server, name);
  if (problem === 'EADDRINUSE' && name.endsWith('.sock') && !(await isAnswered(name))) {
    // A process that was killed left the file of its socket.
    rmSync(name, { force: true });
    problem = await listening(server, name);
  }
  if (problem === 'EADDRINUSE') return undefined;
  server.unref();
  return { release: () => void (server.listening && server.close()) };
}

/** The code of the error, or undefined when it listens. */
const listening = (server: Server, path: string): Promise<string | undefined> =>
  new Promise((done) => {
    const failed = (error: NodeJS.ErrnoException): void => done(error.code ?? 'unknown');
    server.once('error', failed);
    server.listen({ path, exclusive: true }, () => {
      server.off('error', failed);
      done(undefined);
    });
  });

const isAnswered = (path: string): Promise<boolean> =>
  new Promise((done) => {
    const caller = connect({ path }, () => done(true));
    caller.on('error', () => done(false)).on('connect', () => caller.destroy());
  });
