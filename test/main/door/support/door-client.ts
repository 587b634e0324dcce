import type { KeyOf, SystemKey } from '../../../../main/door/system-key.ts';
import type { SystemRights } from '../../../../shared/system-rights.ts';

/** A system that was paired, and what it sends as its key. */
export const KEYS = {
  agent: { id: 'sys-agent', desk: 'CRM-1', rights: { calls: 'sells', feeds: true, callsPerSecond: 1_000_000 } },
  supervisor: { id: 'sys-super', desk: 'OPS-1', rights: { calls: 'supervises', feeds: true, callsPerSecond: 1_000_000 } },
  reader: { id: 'sys-read', desk: 'STATS-1', rights: { calls: 'nothing', feeds: true, callsPerSecond: 1_000_000 } },
} as const satisfies Record<string, SystemKey>;
export type KeyName = keyof typeof KEYS;

export const bearer = (name: KeyName): string => `Bearer ${KEYS[name].id}.secret`;

/** Keys as the hub knows them. `revoke` takes one away, `allow` says what one may. */
export function testKeys() {
  const known = new Map<string, SystemKey>(Object.values(KEYS).map((key) => [`Bearer ${key.id}.secret`, key]));
  const keyOf: KeyOf = (authorization) => known.get(authorization ?? '');
  return {
    keyOf,
    revoke: (name: KeyName) => known.delete(bearer(name)),
    allow: (name: KeyName, rights: SystemRights) => known.set(bearer(name), { ...KEYS[name], rights }),
  };
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Calls a method as a system does. */
export async function callDoor(
  address: string,
  method: string,
  input: unknown,
  { as = 'agent', key, headers = {} }: { as?: KeyName | null; key?: string; headers?: Record<string, string> } = {},
): Promise<Answered> {
  const response = await fetch(`${address}/v1/${method}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(as ? { Authorization: bearer(as) } : {}),
      ...(key === undefined ? {} : { 'Idempotency-Key': key }),
      ...headers,
    },
    body: typeof input === 'string' || input instanceof Uint8Array ? (input as BodyInit) : JSON.stringify(input),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : text,
  };
}
