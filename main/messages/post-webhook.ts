import { createHmac } from 'node:crypto';
import type { JobAnswer } from '../jobs/job-work.ts';

/** Refusals that pass: a time-out, a conflict, too early, too many. */
const PASSING: ReadonlySet<number> = new Set([408, 409, 425, 429]);

/**
 * What stands in `Aisle-Signature`: HMAC-SHA256 with the secret over the time, a dot and the body, in hex. Who receives it works out the same, compares
 * both in constant time, and refuses a time that is too old: then nobody can send it a second time.
 */
export const signature = (secret: string, at: number, body: string): string =>
  createHmac('sha256', secret).update(`${at}.${body}`).digest('hex');

/** Posts a message to the webhook. `key` is the same for each try of one message, so that it is sent on once. The answer holds no passenger data. */
export async function postWebhook(
  { address, secret }: { readonly address: string; readonly secret: string },
  { key, at, message }: { readonly key: string; readonly at: number; readonly message: object },
  signal: AbortSignal,
): Promise<JobAnswer> {
  const body = JSON.stringify(message);
  let response: Response;
  try {
    response = await fetch(address, {
      method: 'POST',
      // An answer from elsewhere would mean that the message went elsewhere.
      redirect: 'manual',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': key,
        'Aisle-Time': String(at),
        'Aisle-Signature': signature(secret, at, body),
      },
      body,
      signal,
    });
    await response.body?.cancel();
  } catch {
    return { done: false, answer: 'the webhook cannot be reached', lasting: false };
  }
  if (response.ok) return { done: true, answer: `the webhook said ${response.status}` };
  const lasting = response.status < 500 && !PASSING.has(response.status);
  return { done: false, answer: `the webhook said ${response.status}`, lasting };
}
