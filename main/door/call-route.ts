import type { IncomingMessage, ServerResponse } from 'node:http';
import { contract, type MethodName } from '../../shared/contract.ts';
import { type Json, parsed } from '../../shared/json.ts';
import { type Refused, type Reply, refuse } from '../../shared/refusals.ts';
import type { Caller } from '../hub/caller.ts';
import type { Connection } from '../hub/connection.ts';
import type { Dispatcher } from '../transport/dispatch.ts';
import type { HttpRoute, Sending } from '../transport/http-route.ts';
import type { KeyLoads } from './key-load.ts';
import { readBody } from './read-body.ts';
import { sendProblem } from './send-problem.ts';
import { systemConnection } from './system-connection.ts';
import type { KeyOf } from './system-key.ts';
import { consoleOnly, isConsoleOnly, mayNotCall } from './system-methods.ts';
import { withRequestId } from './with-request-id.ts';

export const CALLS_PATH = '/v1/';

/** How long a call may take: longer than a terminal, and a search that waits for others. A connection without a call is closed sooner. */
const ANSWER_MS_MAX = 120_000;

/** What a reply that accepts begins with. Behind it stands the value, and one brace. */
const ACCEPTED = '{"ok":true,"value":';

export interface CallRouteOptions {
  readonly dispatcher: Dispatcher;
  readonly keyOf: KeyOf;
  readonly loads: KeyLoads;
}

/**
 * `POST /v1/<method>` with the input as JSON: the way of other systems to the dispatcher that consoles call. In this order: Is there such a
 * method, and is it one for systems? Is the key one, may it call this, and has it calls left? Can the body be read? Has a command its request id? Then the
 * dispatcher asks its own questions. Queries are asked by POST too: their input names passengers, and addresses are written into logs.
 */
export function callRoute({ dispatcher, keyOf, loads }: CallRouteOptions): HttpRoute {
  async function call(request: IncomingMessage, name: MethodName, connection: Connection): Promise<Json<Reply<unknown>> | Refused> {
    const body = await readBody(request);
    if (!body.ok) return body;
    const input = withRequestId(name, body.value, request.headers['idempotency-key']?.toString());
    return input.ok ? dispatcher.call(connection, name, input.value) : input;
  }

  async function answer(request: IncomingMessage, response: ServerResponse, caller: Caller): Promise<Json<Reply<unknown>> | Refused> {
    const method = (request.url ?? '').split('?', 1)[0]?.slice(CALLS_PATH.length) ?? '';
    if (!Object.hasOwn(contract, method)) return refuse('METHOD_UNKNOWN', { method: /^[\w.]{1,64}$/.test(method) ? method : '?' });
    const name = method as MethodName;
    if (isConsoleOnly(name)) return consoleOnly(name);
    const key = keyOf(request.headers.authorization, caller.address);
    if (!key) return refuse('KEY_NEEDED');
    const mayNot = mayNotCall(name, key.rights);
    if (mayNot) return mayNot;
    const seconds = loads.beginCall(key);
    if (seconds > 0) return refuse('TOO_MANY_CALLS', { seconds });
    const connection = systemConnection(key, caller);
    const sent = new Promise<void>((over) => response.on('close', over));
    // Who has gone away needs no place in a line.
    void sent.then(() => connection.session?.detach(connection));
    const answered = call(request, name, connection);
    // Who does not read answers is given no more of them than there are places.
    void Promise.allSettled([answered, sent]).then(() => loads.callEnded(key));
    return answered;
  }

  return {
    path: CALLS_PATH,
    methods: ['POST'],
    forPrograms: true,
    async answer(request, response, caller, sending) {
      request.socket.setTimeout(ANSWER_MS_MAX);
      const answered = await answer(request, response, caller);
      // It is not for the answer before it on the same connection: that one may still be worked at.
      response.socket?.setTimeout(sending.unreadMs);
      send(response, answered, sending);
    },
  };
}

function send(response: ServerResponse, answered: Json<Reply<unknown>> | Refused, sending: Sending): void {
  // A board can be megabytes long. It is not read only to be written again.
  if (typeof answered === 'string' && answered.startsWith(ACCEPTED)) {
    const value = Buffer.from(answered.slice(ACCEPTED.length, -1));
    sending.makeRoom(value.length);
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': value.length }).end(value);
  } else sendProblem(response, typeof answered === 'string' ? (parsed(answered) as Refused) : answered);
}
