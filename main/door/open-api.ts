import { z } from 'zod';
import { contract, type MethodName } from '../../shared/contract.ts';
import { eventSchema } from '../../shared/events.ts';
import { instantMs, type Method } from '../../shared/method.ts';
import { METHOD_NAMES } from '../../shared/method-names.ts';
import { bookingView } from '../../shared/methods/booking-view.ts';
import { policyRules } from '../../shared/methods/policy-view.ts';
import { whatIfRun } from '../../shared/methods/pricing-what-if.ts';
import { schedulePreview } from '../../shared/methods/schedule.ts';
import { isNotNow } from '../../shared/not-now.ts';
import { REFUSAL_CODES, REFUSALS, type RefusalCode } from '../../shared/refusals.ts';
import { VERSION } from '../hub/version.ts';
import { CALLS_PATH } from './call-route.ts';
import { journalCsvQuery, journalQuery } from './feed-routes.ts';
import { REFUSAL_STATUS } from './refusal-status.ts';
import { isOpen, neededFor, type OpenMethod } from './system-methods.ts';
import { takesRequestId } from './with-request-id.ts';

type Part = Readonly<Record<string, unknown>>;

/** Values that many methods tell have a name in the document, and stand there once. */
const NAMED = z.registry<{ id: string }>();
NAMED.add(bookingView, { id: 'Booking' });
NAMED.add(eventSchema, { id: 'Event' });
NAMED.add(policyRules, { id: 'PolicyRules' });
NAMED.add(whatIfRun, { id: 'WhatIfRun' });
NAMED.add(schedulePreview, { id: 'SchedulePreview' });

const NAMES_BEGIN = '#/components/schemas/';

/**
 * A schema of the contract as JSON Schema. Inputs and outputs are both told as they travel, before a text is trimmed or a default is filled in. What
 * such a schema cannot say, as that a party needs as many seats, INPUT_INVALID tells.
 */
function schemaOf(type: z.ZodType, named: Record<string, unknown>): Part {
  const { $schema, $defs, ...schema } = z.toJSONSchema(type, { io: 'input', metadata: NAMED });
  const text = JSON.stringify({ schema, $defs }).replaceAll('"#/$defs/', `"${NAMES_BEGIN}`);
  const told = JSON.parse(text) as { readonly schema: Part & { readonly id?: string }; readonly $defs?: Part };
  Object.assign(named, told.$defs);
  if (told.schema.id === undefined) return told.schema;
  named[told.schema.id] = told.schema;
  return { $ref: NAMES_BEGIN + told.schema.id };
}

/** What any call may be refused with, whatever it asks. */
const OF_ANY_CALL = [
  ...(['KEY_NEEDED', 'SYSTEM_MAY_NOT', 'INPUT_INVALID', 'BODY_TYPE', 'BODY_ENCODED', 'MESSAGE_TOO_LARGE'] as const),
  ...(['TOO_MANY_CALLS', 'HUB_BUSY', 'BUSY', 'HUB_CLOSING', 'HUB_UNREACHABLE', 'STORE_DAMAGED', 'NOT_DONE'] as const),
];

/** And any feed. */
const OF_ANY_FEED = ['KEY_NEEDED', 'SYSTEM_MAY_NOT', 'INPUT_INVALID', 'TOO_MANY_CALLS', 'BUSY', 'STORE_DAMAGED', 'NOT_DONE'] as const;

/** In a flash sale. */
const WAITS_IN_LINE: ReadonlySet<MethodName> = new Set(['holds.place', 'holds.revive']);

function refusalsOf(name: MethodName): readonly RefusalCode[] {
  const { kind, refusals }: Method = contract[name];
  const own: readonly RefusalCode[] = [
    ...OF_ANY_CALL,
    ...(takesRequestId(name) ? (['REQUEST_REUSED'] as const) : []),
    ...(kind === 'query' ? [] : (['CLOCK_DOUBTFUL', 'STORE_FULL', 'STORE_READ_ONLY', 'STORE_FAILED'] as const)),
    ...(WAITS_IN_LINE.has(name) ? (['IN_LINE', 'FLASH_CLOSED', 'LINE_LEFT', 'LINE_LOST'] as const) : []),
    ...refusals,
  ];
  return REFUSAL_CODES.filter((code) => own.includes(code));
}

/** What is wrong with the HTTP of a request, whatever it asks (transport/http-problem.ts, transport/console-server.ts). */
const OF_HTTP: Readonly<Record<number, string>> = {
  400: 'It cannot be read as a request, or names no host.',
  403: 'It was sent under a name that is not the hub’s, or from the page of another site.',
  405: 'Another method of HTTP is needed: the header Allow says which.',
  408: 'It did not arrive in time.',
  417: 'It has a header Expect, which nobody answers here.',
  426: 'It was sent in clear, and must be sent over TLS.',
  431: 'Its headers are too large.',
};

const problemIn = (description: string, schema: Part, more: Part = {}): Part => ({
  description,
  content: { 'application/problem+json': { schema } },
  ...more,
});
const HTTP_PROBLEM: Part = { $ref: `${NAMES_BEGIN}HttpProblem` };
const COMES_AGAIN: Part = { headers: { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } } };

/**
 * Refusals by status: each with its sentence, in which a word in braces is filled in from `details`. A status that HTTP itself may have too is told as either of
 * both.
 */
function problems(codes: readonly RefusalCode[]): Part {
  const byStatus = new Map<number, RefusalCode[]>();
  for (const code of codes) byStatus.set(REFUSAL_STATUS[code], [...(byStatus.get(REFUSAL_STATUS[code]) ?? []), code]);
  const told = [...byStatus].map(([status, of]) => {
    const refusal = { allOf: [{ $ref: `${NAMES_BEGIN}Problem` }, { properties: { code: { enum: of } } }] };
    const ofHttp = OF_HTTP[status];
    const sentences = of.map((code) => `${code}: ${REFUSALS[code].message}`);
    const description = [...sentences, ...(ofHttp === undefined ? [] : [`about:blank: ${ofHttp}`])].join('\n\n');
    const schema = ofHttp === undefined ? refusal : { oneOf: [refusal, HTTP_PROBLEM] };
    return [String(status), problemIn(description, schema, of.some(isNotNow) ? COMES_AGAIN : {})];
  });
  const ofHttp = Object.keys(OF_HTTP).map((status) => [status, { $ref: `#/components/responses/Http${status}` }]);
  return Object.fromEntries([...ofHttp, ...told]);
}

const DOES: Readonly<Record<Method['kind'], string>> = {
  command: 'Changes the store, once for each Idempotency-Key.',
  query: 'Only reads.',
  hub: 'Answered by the hub process itself.',
};

/** The input as it is sent: the request id travels as a header. */
function bodyOf(name: MethodName, named: Record<string, unknown>): Part {
  const input = schemaOf(contract[name].input, named);
  if (!takesRequestId(name)) return input;
  const required = ((input.required ?? []) as readonly string[]).filter((field) => field !== 'requestId');
  return { ...input, required };
}

function operation(name: OpenMethod, named: Record<string, unknown>): Part {
  const { kind, output }: Method = contract[name];
  return {
    operationId: name,
    tags: [name.split('.')[0]],
    description: `${DOES[kind]} For a key that may call what “${neededFor(name)}” says.`,
    ...(takesRequestId(name) ? { parameters: [{ $ref: '#/components/parameters/IdempotencyKey' }] } : {}),
    requestBody: { required: true, content: { 'application/json': { schema: bodyOf(name, named) } } },
    responses: {
      200: { description: 'Done.', content: { 'application/json': { schema: schemaOf(output, named) } } },
      ...problems(refusalsOf(name)),
    },
  };
}

const feed = (id: string, description: string, query: z.ZodObject, type: string, schema: Part): Part => ({
  get: {
    operationId: id,
    tags: ['feeds'],
    description,
    parameters: Object.entries(schemaOf(query, {}).properties as Part).map(([name, of]) => ({ name, in: 'query', schema: of })),
    responses: {
      200: { description: 'The feed.', content: { [type]: { schema } } },
      ...problems([...OF_ANY_FEED, 'EVENTS_GONE', 'EVENTS_AHEAD']),
    },
  },
});

/** A line of a feed that is followed which is no event. */
const HEARTBEAT = z.strictObject({ newest: z.int().min(0), at: instantMs });

const PROBLEM = z.object({
  type: z.string().startsWith('urn:aisle:problem:'),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum(REFUSAL_CODES),
  next: z.string(),
  details: z.record(z.string(), z.unknown()),
});

/** Its status is all that it is. */
const PROBLEM_OF_HTTP = z.object({ type: z.literal('about:blank'), title: z.string(), status: z.int(), detail: z.string() });

/** What other systems may call, described by OpenAPI 3.1. It is made from the contract, so it cannot say anything else. Between two methods others have their turn. */
export async function openApi(): Promise<Part> {
  const schemas: Record<string, unknown> = { Problem: schemaOf(PROBLEM, {}), HttpProblem: schemaOf(PROBLEM_OF_HTTP, {}) };
  const calls: Record<string, Part> = {};
  for (const name of METHOD_NAMES.filter(isOpen)) {
    calls[CALLS_PATH + name] = { post: operation(name, schemas) };
    await new Promise((next) => setImmediate(next));
  }
  schemas.Heartbeat = schemaOf(HEARTBEAT, {});
  const line = { oneOf: [schemaOf(eventSchema, schemas), { $ref: `${NAMES_BEGIN}Heartbeat` }] };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Aisle',
      version: VERSION,
      description: 'How other systems of the airline call the hub: docs/http.md tells it in words.',
    },
    security: [{ key: [] }],
    paths: {
      ...calls,
      '/feeds/journal': feed(
        'feeds.journal',
        'The journal, one event a line. With follow=true it stays open, and a line without an event says from time to time how far the journal is.',
        journalQuery,
        'application/x-ndjson',
        line,
      ),
      '/feeds/journal.csv': feed('feeds.journalCsv', 'The journal as a table.', journalCsvQuery, 'text/csv', { type: 'string' }),
    },
    components: {
      schemas,
      headers: {
        RetryAfter: {
          description: 'After how many seconds the same call is worth another try. Left out where a person must do something first.',
          schema: { type: 'integer', minimum: 1 },
        },
      },
      responses: Object.fromEntries(Object.entries(OF_HTTP).map(([status, said]) => [`Http${status}`, problemIn(said, HTTP_PROBLEM)])),
      parameters: {
        IdempotencyKey: {
          ...{ name: 'Idempotency-Key', in: 'header', required: true },
          description: 'The same key with the same body gets the same answer, and is done once.',
          schema: schemaOf(contract['holds.extend'].input.shape.requestId, {}),
        },
      },
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'The id and the secret of a paired system, with a full stop between them.' },
      },
    },
  };
}
