import { hash } from 'node:crypto';

/** A hash that is stored instead of a secret. The secret is recognised by it, and nobody can work the secret out of it. 43 signs of base64url. */
export const fingerprint = (secret: string): string => hash('sha256', secret, 'base64url');
