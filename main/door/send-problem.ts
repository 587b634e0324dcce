import type { ServerResponse } from 'node:http';
import type { Refused } from '../../shared/refusals.ts';
import { problemOf, retryAfter } from './problem.ts';

/** Answers a refusal. The rest of a body that was not read is not waited for: the connection ends with the answer. */
export function sendProblem(response: ServerResponse, { refusal }: Refused): void {
  const problem = problemOf(refusal);
  const seconds = retryAfter(problem);
  const body = JSON.stringify(problem);
  response
    .writeHead(problem.status, {
      'Content-Type': 'application/problem+json',
      'Content-Length': Buffer.byteLength(body),
      ...(seconds === undefined ? {} : { 'Retry-After': seconds }),
      ...(problem.status === 401 ? { 'WWW-Authenticate': 'Bearer realm="Aisle"' } : {}),
      ...(response.req.complete ? {} : { Connection: 'close' }),
    })
    .end(body);
}
