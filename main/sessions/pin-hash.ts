import { createHash, scrypt, timingSafeEqual } from 'node:crypto';

interface Cost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/**
 * PINs are stored as `scrypt$N$r$p$salt$key` (salt and key in base64url), so that the cost can be raised later and old hashes can still
 * be checked. scrypt is RFC 7914. N = 2^15, r = 8 takes 32 MiB and some tens of milliseconds a try.
 */
const COST: Cost = { N: 2 ** 15, r: 8, p: 1 };
const KEY_BYTES = 32;
const PATTERN = /^scrypt\$(\d{1,8})\$(\d{1,3})\$(\d{1,3})\$([\w-]{22})\$([\w-]{43})$/;

const derive = (pin: string, salt: Buffer, cost: Cost): Promise<Buffer> =>
  new Promise((done, fail) => {
    const maxmem = 256 * cost.N * cost.r;
    scrypt(pin, salt, KEY_BYTES, { ...cost, maxmem }, (error, key) => (error ? fail(error) : done(key)));
  });

/**
 * The text that the store keeps for a PIN. Only this hash leaves the hub process, never the PIN. A salt must be unique, not secret. So it
 * is made from the user and the request id: a request that is sent twice writes the same text and makes the same user. `cost`: given by
 * tests that are not about the cost.
 */
export async function hashPin(pin: string, user: string, requestId: string, cost = COST): Promise<string> {
  const salt = createHash('sha256').update(`aisle pin ${user} ${requestId}`).digest().subarray(0, 16);
  const key = await derive(pin, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

const NOBODY = Buffer.alloc(KEY_BYTES);

/** Whether a PIN matches the stored hash. Without a stored hash (no such user) it takes as long, and the answer is no. */
export async function isPin(pin: string, kept: string | undefined): Promise<boolean> {
  const match = PATTERN.exec(kept ?? '');
  if (!match) {
    await derive(pin, NOBODY.subarray(0, 16), COST);
    return false;
  }
  const [, N, r, p, salt = '', key = ''] = match;
  const found = await derive(pin, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) });
  return timingSafeEqual(found, Buffer.from(key, 'base64url'));
}
