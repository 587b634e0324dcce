import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { writeWhole } from '../hub/write-whole.ts';
import { type HubAuthority, readAuthority } from './authority-of-hub.ts';
import { LinkKey } from './link-key.ts';

/** The safe of the computer's account: what it locks, this account alone can open, on this computer alone. */
export interface Safe {
  isEncryptionAvailable(): boolean;
  encryptString(text: string): Buffer;
  decryptString(locked: Buffer): string;
  /** On Linux: where the key of the safe lies. `basic_text`: nowhere, it is the same for everybody. */
  getSelectedStorageBackend?(): string;
}

function isCertificate(text: string): boolean {
  try {
    readAuthority(text);
    return true;
  } catch {
    return false;
  }
}

/** What this computer is at one hub. */
export interface KeptLink {
  readonly authority: HubAuthority;
  readonly id: string;
  readonly key: LinkKey;
}

const kept = z.strictObject({ address: z.string(), authority: z.string().refine(isCertificate), id: z.string(), key: z.string() });
const keptFile = z.strictObject({ version: z.literal(1), hubs: z.array(kept) });
type Kept = z.infer<typeof kept>;

export const isSafe = (safe: Safe): boolean => safe.isEncryptionAvailable() && safe.getSelectedStorageBackend?.() !== 'basic_text';

async function read(file: string): Promise<Kept[]> {
  try {
    return keptFile.parse(JSON.parse(await readFile(file, 'utf8'))).hubs;
  } catch {
    return [];
  }
}

/** Which hub: the one that this computer knew at an address, or the one that shows this fingerprint wherever it is now. */
type Which = { readonly address: string } | { readonly fingerprint: string };

const isMeant = (each: Kept, which: Which): boolean =>
  'address' in which ? each.address === which.address : readAuthority(each.authority).fingerprint === which.fingerprint;

/** Undefined when this computer is no desk of that hub, or its key cannot be opened any more. */
export async function readKeptLink(file: string, safe: Safe, which: Which): Promise<KeptLink | undefined> {
  const found = (await read(file)).find((each) => isMeant(each, which));
  if (!found || !isSafe(safe)) return undefined;
  try {
    const key = LinkKey.read(safe.decryptString(Buffer.from(found.key, 'base64')));
    return { authority: readAuthority(found.authority), id: found.id, key };
  } catch {
    return undefined;
  }
}

/** Keeps what this computer is at a hub, in the place of what it was there. */
export async function keepLink(file: string, safe: Safe, address: string, { authority, id, key }: KeptLink): Promise<void> {
  const others = (await read(file)).filter((each) => each.address !== address);
  const locked = safe.encryptString(key.secret()).toString('base64');
  const hubs = [...others, { address, authority: authority.pem, id, key: locked }];
  await writeWhole(file, JSON.stringify({ version: 1, hubs } satisfies z.infer<typeof keptFile>));
}

export async function dropLink(file: string, address: string): Promise<void> {
  const others = (await read(file)).filter((each) => each.address !== address);
  await writeWhole(file, JSON.stringify({ version: 1, hubs: others } satisfies z.infer<typeof keptFile>));
}
