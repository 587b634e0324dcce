import { open, readFile, rename, rm } from 'node:fs/promises';
import { z } from 'zod';

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

/** Writes the file whole under another name, and then renames it: after a kill there is the one before or the one after. */
export async function writeMessageSecrets(file: string, { password, secret }: MessageSecrets): Promise<void> {
  const half = `${file}.half`;
  await rm(half, { force: true });
  const handle = await open(half, 'wx', 0o600);
  try {
    await handle.writeFile(
      JSON.stringify({ version: 1, password: password ?? '', secret: secret ?? '' } satisfies z.infer<typeof secretsFile>),
    );
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(half, file);
}
