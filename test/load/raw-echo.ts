import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { seededRandom } from '../../main/seeded-random.ts';
import { Times, type TimesSummary } from './method-times.ts';
import { paced } from './paced.ts';
import type { LoadArguments } from './read-arguments.ts';

/** About as long as an ordinary call. */
const TEXT = JSON.stringify({ id: 1, method: 'holds.place', input: { text: 'x'.repeat(250) } });

/** The raw limit: the same number of sockets, the same rate, the same machine, and a server that only says back what it hears. */
export async function rawEcho({ consoles, rate, seed }: LoadArguments, seconds: number): Promise<TimesSummary> {
  const server = spawn(process.execPath, [join(import.meta.dirname, 'echo-server.ts')], { stdio: ['pipe', 'pipe', 'inherit'] });
  try {
    const [port] = (await once(server.stdout, 'data')) as [Buffer];
    const sockets = await Promise.all(
      Array.from({ length: consoles }, async () => {
        const socket = new WebSocket(`ws://127.0.0.1:${Number(String(port))}`, { perMessageDeflate: false });
        await once(socket, 'open');
        return socket;
      }),
    );
    const times = new Times();
    const until = performance.now() + seconds * 1_000;
    const echo = async (socket: WebSocket): Promise<void> => {
      const from = performance.now();
      const heard = once(socket, 'message');
      socket.send(TEXT);
      await heard;
      times.add('echo', performance.now() - from);
    };
    const thinkMs = (consoles / rate) * 1_000;
    await Promise.all(sockets.map((socket, at) => paced({ random: seededRandom(seed + at), thinkMs, until }, () => echo(socket))));
    for (const socket of sockets) socket.terminate();
    const { echo: found } = times.summaries(seconds);
    return found ?? { count: 0, perSecond: 0, p50: 0, p99: 0, p999: 0, worst: 0 };
  } finally {
    server.stdin.end();
    if (server.exitCode === null) await once(server, 'exit');
  }
}
