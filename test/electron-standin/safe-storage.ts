import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { app } from './app.ts';

/** As Electron's own: what it locks begins with this, and another version of it could not open it. */
const PREFIX = Buffer.from('v10');
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The system's keyring, which this stand-in keeps as a file in the folder of the program's data. */
function key(): Buffer {
  const file = path.join(app.getPath('userData'), 'standin-keyring');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600 });
  return readFileSync(file);
}

function mustBeReady(): void {
  if (!app.isReady()) throw new Error('safeStorage cannot be used before app is ready');
}

/** `safeStorage`: locks a text so that this account alone can open it. */
export const safeStorage = {
  isEncryptionAvailable: () => app.isReady(),
  getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptString(text: string): Buffer {
    mustBeReady();
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key(), nonce);
    return Buffer.concat([PREFIX, nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  },
  decryptString(locked: Buffer): string {
    mustBeReady();
    if (!Buffer.isBuffer(locked) || !locked.subarray(0, PREFIX.length).equals(PREFIX))
      throw new Error(
        'Error while decrypting the ciphertext provided to safeStorage.decryptString. Ciphertext does not appear to be encrypted.',
      );
    const from = PREFIX.length + NONCE_BYTES;
    const decipher = createDecipheriv('aes-256-gcm', key(), locked.subarray(PREFIX.length, from));
    decipher.setAuthTag(locked.subarray(-TAG_BYTES));
    return decipher.update(locked.subarray(from, -TAG_BYTES)).toString('utf8') + decipher.final('utf8');
  },
};
