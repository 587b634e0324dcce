import { deskProofText } from '../../shared/desk-proof.ts';

/** What the hub says to a connection that begins, as far as a key needs it. */
export interface Hello {
  readonly challenge: string;
  readonly hub: string;
}

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' };
const text = (bytes: ArrayBuffer): string => Buffer.from(bytes).toString('base64url');

/**
 * Makes a connection to a training hub on this computer a desk: pairs it without a code and proves the key. The hub's own desk it is already. `call`: as over that
 * connection, with the value of the reply.
 */
export async function standAt(
  desk: string,
  { challenge, hub }: Hello,
  call: (method: 'session.state' | 'desks.pairHere' | 'session.prove', input: object) => Promise<unknown>,
): Promise<void> {
  const state = (await call('session.state', {})) as { desk: string };
  if (state.desk === desk) return;
  const { privateKey, publicKey } = await crypto.subtle.generateKey(CURVE, false, ['sign', 'verify']);
  const spki = text(await crypto.subtle.exportKey('spki', publicKey));
  const { id } = (await call('desks.pairHere', { desk, publicKey: spki })) as { id: string };
  const signed = new TextEncoder().encode(deskProofText(challenge, hub));
  await call('session.prove', { id, signature: text(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, signed)) });
}
