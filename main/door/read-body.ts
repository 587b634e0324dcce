import type { IncomingMessage } from 'node:http';
import { MESSAGE_BYTES_MAX } from '../../shared/bounds.ts';
import { accept, type Reply, refuse } from '../../shared/refusals.ts';

const JSON_TYPE = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const tooLarge = () => refuse('MESSAGE_TOO_LARGE', { bytes: MESSAGE_BYTES_MAX });
const wrong = (problem: string) => refuse('INPUT_INVALID', { field: 'body', problem });

/** Reads the body of a request as JSON. What is too large is not read to its end, and how long it may take is the server's to say. */
export async function readBody(request: IncomingMessage): Promise<Reply<unknown>> {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity', 'content-length': length = '0' } = request.headers;
  if (!JSON_TYPE.test(type)) return refuse('BODY_TYPE', { type: /^[\w.+-]+\/[\w.+-]+/.exec(type)?.[0] ?? 'of no type' });
  if (encoding.trim().toLowerCase() !== 'identity') return refuse('BODY_ENCODED');
  if (Number(length) > MESSAGE_BYTES_MAX) return tooLarge();
  const bytes = await readBytes(request);
  if (!bytes) return tooLarge();
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return wrong('is not UTF-8');
  }
  try {
    return accept(JSON.parse(text) as unknown);
  } catch {
    return wrong('is not JSON');
  }
}

/** Undefined once there are too many of them. Rejects when the caller is gone. */
async function readBytes(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  // Left open, so that the answer can still be sent.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MESSAGE_BYTES_MAX) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
