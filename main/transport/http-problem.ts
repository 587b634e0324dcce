import { type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

const PROBLEM_TYPE = 'application/problem+json';

/** An error of HTTP itself as a program reads it (RFC 9457). `about:blank` says that its status is all that it is. */
const problemText = (status: number, detail: string): string =>
  JSON.stringify({ type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, detail });

/** Answers what is wrong with a request as HTTP. The rest of a body that was not read is not waited for: the connection ends with the answer. */
export function sendHttpProblem(response: ServerResponse, status: number, detail: string): void {
  const body = problemText(status, detail);
  response
    .writeHead(status, {
      'Content-Type': PROBLEM_TYPE,
      'Content-Length': Buffer.byteLength(body),
      ...(response.req.complete ? {} : { Connection: 'close' }),
    })
    .end(body);
}

/** What Node could not read as a request. Anything else is a request that is broken. */
const UNREAD: Readonly<Record<string, readonly [status: number, detail: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'The headers are larger than 16 KiB.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request did not arrive in time.'],
};
const BROKEN = [400, 'This is no request of HTTP/1.1 that can be read.'] as const;

/** Tells callers what is wrong with what they sent where no request could be read, or where one expects what nobody gives. Their connection ends with it. */
export function answerUnreadable(server: Server): void {
  /** The answer that was begun last over a connection. */
  const last = new WeakMap<Duplex, ServerResponse>();
  server.on('request', ({ socket }, response) => void last.set(socket, response));
  server.on('checkExpectation', (request, response) => {
    last.set(request.socket, response);
    sendHttpProblem(response, 417, 'Expect is not known here. Send the request without it.');
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    const answer = last.get(socket);
    // In the middle of an answer nothing else may be said.
    if (!socket.writable || error.code === 'ECONNRESET' || (answer?.headersSent && !answer.writableFinished)) return socket.destroy();
    const [status, detail] = UNREAD[error.code ?? ''] ?? BROKEN;
    const body = problemText(status, detail);
    const head = [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      `Content-Type: ${PROBLEM_TYPE}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
    ];
    socket.end([...head, 'Cache-Control: no-store', 'Connection: close', '', body].join('\r\n'), () => socket.destroy());
  });
}
