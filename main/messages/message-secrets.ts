import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { writeWhole } from '../hub/write-whole.ts';

const secretsFile = z.strictObject({ version: z.literal(1), password: z.string(), secret: z.string() });

/** The password of the mail server and the secret of the webhook; null: not known here. */
export interface MessageSecrets {
  readonly password: string | null;
  readonly secret: string | null;
}

/**
 * Keeps the secrets of the channels in a file beside the store: backups copy the store, and a secret must not be in a backup that is taken away, nor in
 * the journal. Only this account may read the file. A store that was put back on another computer needs them typed again.
 */
export async function readMessageSecrets(file: string): Promise<MessageSecrets> {
  const text = await readFile(file, 'utf8').catch(() => '');
  try {
    const { password, secret } = secretsFile.parse(JSON.parse(text));
    return { password: password || null, secret: secret || null };
  } catch {
    return { password: null, secret: null };
  }
}

export const writeMessageSecrets = (file: string, { password, secret }: MessageSecrets): Promise<void> =>
  writeWhole(file, JSON.stringify({ version: 1, password: password ?? '', secret: secret ?? '' } satisfies z.infer<typeof secretsFile>));
