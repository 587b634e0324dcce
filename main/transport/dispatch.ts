import { randomBytes } from 'node:crypto';
import { MESSAGE_BYTES_MAX } from '../../shared/bounds.ts';
import {
  CALLED_BY,
  type CalledBy,
  type CommandName,
  contract,
  type HubMethodName,
  type Input,
  type MethodName,
  type QueryName,
} from '../../shared/contract.ts';
import type { Json } from '../../shared/json.ts';
import { type Access, requestId as requestIdSchema } from '../../shared/method.ts';
import { type Reply, refuse } from '../../shared/refusals.ts';
import type { Actor } from '../actor.ts';
import type { Admission } from '../admission/admission.ts';
import type { FlashSales } from '../admission/flash-sales.ts';
import type { Connection } from '../hub/connection.ts';
import { errorLocation } from '../hub/error-location.ts';
import type { CallHeard } from '../hub/heard.ts';
import type { Hub } from '../hub/hub.ts';
import type { HubCall, HubMethod, HubMethods } from '../hub/hub-methods.ts';
import type { Log } from '../hub/log.ts';
import type { BusyPlace } from '../hub/refuse-busy.ts';
import { steadyMs } from '../hub/steady.ts';
import { inputInvalid } from './input-problem.ts';
import { plainProblem } from './plain-data.ts';

/** The actor of a console at which nobody has signed in. */
const NOBODY: Actor = { user: '-', role: 'system', desk: '-' };

export interface Dispatcher {
  /**
   * Answers one call, as JSON. Whatever was sent, the reply is a value or a refusal; this never throws. The store's answer goes through as
   * the text that its thread wrote, because a board can be megabytes long.
   */
  call(connection: Connection, method: unknown, input: unknown, by?: unknown): Promise<Json<Reply<unknown>>>;
}

/** A reply of the hub process itself is a value. A reply of the store is JSON. */
type Answer = Reply<unknown> | Json<Reply<unknown>>;

function accessRefused(access: Access, { desk, session }: Connection): Reply<never> | undefined {
  if (access === 'stranger') return undefined;
  if (!desk) return refuse('DESK_NOT_PAIRED');
  if (access === 'anybody') return undefined;
  if (!session) return refuse('NOT_SIGNED_IN');
  if (access === 'session') return undefined;
  if (session.locked) return refuse('SESSION_LOCKED');
  if (access === 'supervisor' && session.facts.role !== 'supervisor') return refuse('ROLE_REQUIRED', { role: 'supervisor' });
  return undefined;
}

const isMethod = (method: unknown): method is MethodName => typeof method === 'string' && Object.hasOwn(contract, method);

/** The request id of a command, as its caller named it. Anything else that was sent in its place is left out. */
const requestIdOf = (input: unknown): string | undefined =>
  requestIdSchema.safeParse((input as { readonly requestId?: unknown } | null | undefined)?.requestId).data;

const isCaller = (by: unknown): by is CalledBy => CALLED_BY.includes(by as CalledBy);

export interface DispatcherOptions {
  readonly hub: Hub;
  readonly methods: HubMethods;
  readonly log: Log;
  /** Hears each question that may be asked, and from which desk, before it is answered. */
  readonly asked?: <Name extends QueryName>(name: Name, input: Input<Name>, desk: string) => void;
  /** Refuses what a desk asks too often, before it is read. Left out: nothing is too often. */
  readonly admission?: Pick<Admission, 'refused'>;
  /** Has holds wait in the line of a flash sale. Left out: there is none. */
  readonly flashSales?: Pick<FlashSales, 'place'>;
  /** Hears of each call of a method that there is, how it was answered and how long that took. */
  readonly heard?: (call: CallHeard) => void;
}

/** What became of a call, read from the beginning of its reply: the rest may be megabytes. */
function outcomeOf(text: string): Pick<CallHeard, 'refused' | 'reference' | 'busyAt'> {
  if (text.startsWith('{"ok":true')) return { refused: undefined, reference: undefined };
  const reply = JSON.parse(text) as Extract<Reply<unknown>, { ok: false }>;
  const { code, details } = reply.refusal;
  return {
    refused: code,
    reference: 'reference' in details ? String(details.reference) : undefined,
    busyAt: code === 'BUSY' ? (details.at as BusyPlace | undefined) : undefined,
  };
}

/**
 * The one way from a console to the hub. Is there such a method? May this session call it? Has its desk asked too often? Is the input what the
 * contract says? The refusals come in this order. Then the hub is called.
 */
export function createDispatcher({ hub, methods, log, asked, admission, flashSales, heard }: DispatcherOptions): Dispatcher {
  async function answer(connection: Connection, name: MethodName, input: unknown, by: unknown): Promise<Answer> {
    const { access, kind, input: schema } = contract[name];
    const { session } = connection;
    session?.lockIfIdle(hub.now());
    const refused = accessRefused(access, connection);
    if (refused) return refused;
    if (!isCaller(by)) return refuse('INPUT_INVALID', { field: 'by', problem: `must be ${CALLED_BY.join(' or ')}` });
    if (by === 'person' && session && !session.locked) session.use(hub.now());

    const actor = session?.actor ?? NOBODY;
    const tooOften = admission?.refused(name, actor);
    if (tooOften) return tooOften;

    const odd = plainProblem(input);
    if (odd === 'large') return refuse('MESSAGE_TOO_LARGE', { bytes: MESSAGE_BYTES_MAX });
    if (odd === 'odd') return refuse('INPUT_INVALID', { field: 'input', problem: 'holds something that does not belong there' });
    const checked = schema.safeParse(input);
    if (!checked.success) return inputInvalid(checked.error, input);

    return reach(name, kind, checked.data as Input<MethodName>, { session, actor, connection });
  }

  /** The kind tells which name it is; TypeScript cannot see that through a table, so it is said here once. */
  function reach(name: MethodName, kind: 'command' | 'query' | 'hub', input: unknown, call: HubCall): Promise<Answer> {
    if (name === 'holds.place' || name === 'holds.revive') {
      const inLine = flashSales?.place(name, input as Input<typeof name>, call);
      if (inLine) return inLine;
    }
    if (kind === 'command') return hub.executeJson(name as CommandName, input as Input<CommandName>, call.actor);
    if (kind === 'query') asked?.(name as QueryName, input as Input<QueryName>, call.actor.desk);
    if (kind === 'query') return hub.askJson(name as QueryName, input as Input<QueryName>, call.actor, call.connection.caller);
    const own = methods[name as HubMethodName] as HubMethod<HubMethodName>;
    return own(call, input as Input<HubMethodName>);
  }

  async function settle(connection: Connection, method: unknown, input: unknown, by: unknown = 'console'): Promise<Answer> {
    if (!isMethod(method))
      return refuse('METHOD_UNKNOWN', { method: typeof method === 'string' && /^[\w.]{1,64}$/.test(method) ? method : '?' });
    try {
      return await answer(connection, method, input, by);
    } catch (error) {
      const reference = randomBytes(5).toString('hex').toUpperCase();
      log.error({ reference, method, ...errorLocation(error) }, `${method} was not done: something is wrong inside Aisle (${reference}).`);
      return refuse('NOT_DONE', { reference });
    }
  }

  return {
    async call(connection, method, input, by) {
      const began = steadyMs();
      const answered = await settle(connection, method, input, by);
      const text = typeof answered === 'string' ? answered : (JSON.stringify(answered) as Json<Reply<unknown>>);
      if (heard && isMethod(method)) heard({ method, ms: steadyMs() - began, requestId: () => requestIdOf(input), ...outcomeOf(text) });
      return text;
    },
  };
}
