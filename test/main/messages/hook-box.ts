import { createServer, type IncomingHttpHeaders } from 'node:http';

export interface Posted {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A real web server on this computer that takes messages. `says`: the status of each answer, in turn; 204 when there is none. */
export async function openHookBox() {
  const posted: Posted[] = [];
  const says: (number | 'hangs')[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const say = says.shift() ?? 204;
      posted.push({ headers: request.headers, body: Buffer.concat(parts).toString('utf8') });
      if (say === 'hangs') return;
      response.writeHead(say, say === 302 ? { Location: '/elsewhere' } : {});
      response.end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as { port: number };
  return {
    address: `http://127.0.0.1:${port}/messages`,
    posted,
    says,
    close: () =>
      new Promise<void>((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
