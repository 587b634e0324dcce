import { hash } from 'node:crypto';

/** What is kept of a secret: by it the secret is known again, and from it nobody makes the secret. 43 signs of base64url. */
export const fingerprint = (secret: string): string => hash('sha256', secret, 'base64url');
