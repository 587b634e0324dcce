import { z } from 'zod';
import { contract, type MethodName } from '../../shared/contract.ts';
import { accept, type Reply, refuse } from '../../shared/refusals.ts';

/** Whether a method takes a request id: every command, and what the hub itself does once. */
export function takesRequestId(method: MethodName): boolean {
  const { input } = contract[method];
  return input instanceof z.ZodObject && 'requestId' in input.shape;
}

/** The draft of the header has its value in quotes, and most programs send it without. */
const bare = (key: string): string => /^"([^"]*)"$/.exec(key)?.[1] ?? key;

/** Puts the `Idempotency-Key` of a call into its input as the request id. Methods that take none are as safe to ask twice without it. */
export function withRequestId(method: MethodName, input: unknown, header: string | undefined): Reply<unknown> {
  if (!takesRequestId(method)) return accept(input);
  const wrong = (problem: string) => refuse('INPUT_INVALID', { field: 'Idempotency-Key', problem });
  if (header === undefined || header === '') return wrong('is missing');
  const requestId = bare(header);
  if (!contract['holds.extend'].input.shape.requestId.safeParse(requestId).success) return wrong('is 8 to 64 letters, digits, - or _');
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return accept(input);
  if ('requestId' in input && input.requestId !== requestId) return wrong('is another than requestId in the body');
  return accept({ ...input, requestId });
}
