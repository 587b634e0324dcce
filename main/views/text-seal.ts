import { hash } from 'node:crypto';

const BLOCK_BYTES = 64;
const HASH_BYTES = 32;

/**
 * HMAC-SHA-256 of texts under one secret. The key is the secret's SHA-256 as 64 hexadecimal digits, which is one block of the hash. Two calls of
 * `hash` cost two thirds of one `createHmac`, which makes an object for each text. Source: RFC 2104.
 */
export class TextSeal {
  /** As text: each digit of the key with one bit or two turned around is still ASCII, so that UTF-8 keeps it as one byte. */
  readonly #inner: string;
  /** The outer block, and room for the inner hash behind it. */
  readonly #outer = Buffer.alloc(BLOCK_BYTES + HASH_BYTES);

  constructor(secret: string) {
    const key = Buffer.from(hash('sha256', secret, 'hex'));
    this.#inner = key.map((byte) => byte ^ 0x36).toString();
    this.#outer.set(key.map((byte) => byte ^ 0x5c));
  }

  /** In base64url. */
  of(text: string): string {
    this.#outer.write(hash('sha256', this.#inner + text, 'binary'), BLOCK_BYTES, 'binary');
    return hash('sha256', this.#outer, 'base64url');
  }
}
