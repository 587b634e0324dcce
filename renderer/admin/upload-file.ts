import { UPLOAD_CHUNK_BYTES_MAX } from '../../shared/bounds.ts';
import { type Refusal, refuse } from '../../shared/refusals.ts';
import { call } from '../client/client.ts';
import { base64Of } from '../format/base64.ts';

interface Upload {
  readonly uploadId: string;
  readonly file: File;
  /** Bytes that have arrived so far. */
  onSent(bytes: number): void;
  /** Asked before each part; true stops, and nothing more is sent. */
  isStopped(): boolean;
}

/** Sends a file part by part, in order. Undefined when all of it arrived or it was stopped, else the refusal. */
export async function uploadFile({ uploadId, file, onSent, isStopped }: Upload): Promise<Refusal | undefined> {
  if (file.size === 0) return refuse('FILE_UNREADABLE', { problem: 'the file is empty' }).refusal;
  for (let part = 0; part * UPLOAD_CHUNK_BYTES_MAX < file.size; part += 1) {
    if (isStopped()) return undefined;
    const from = part * UPLOAD_CHUNK_BYTES_MAX;
    let bytes: Uint8Array;
    try {
      bytes = new Uint8Array(await file.slice(from, from + UPLOAD_CHUNK_BYTES_MAX).arrayBuffer());
    } catch {
      // The file was moved, changed or locked after it was chosen.
      return refuse('UPLOAD_UNKNOWN').refusal;
    }
    const reply = await call('schedule.upload', { uploadId, part, bytes: base64Of(bytes) });
    if (!reply.ok) return reply.refusal;
    onSent(reply.value.received);
  }
  return undefined;
}
