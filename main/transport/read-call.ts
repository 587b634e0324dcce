import type { RawData } from 'ws';

interface Call {
  readonly id: number | null;
  readonly method: unknown;
  readonly input: unknown;
  readonly by: unknown;
}

/** Reads the envelope `{ id, method, input, by }`, of which `by` may be left out; undefined when it is none. */
export function readCall(data: RawData, isBinary: boolean): Call | undefined {
  if (isBinary) return undefined;
  try {
    const sent: unknown = JSON.parse(data.toString());
    if (sent === null || typeof sent !== 'object' || Array.isArray(sent)) return undefined;
    const { id, method, input, by } = sent as Record<string, unknown>;
    return { id: Number.isSafeInteger(id) ? (id as number) : null, method, input, by };
  } catch {
    return undefined;
  }
}
