import { describe, expect, it } from 'vitest';
import { hashPin, isPin } from '../../../main/sessions/pin-hash.ts';

describe('PIN hashes', () => {
  it('tell the right PIN from others', async () => {
    const kept = await hashPin('4711', 'agent', 'request-1');
    expect(kept).toMatch(/^scrypt\$32768\$8\$1\$/);
    expect(kept).not.toContain('4711');
    expect(await isPin('4711', kept)).toBe(true);
    for (const wrong of ['4712', '471', '47110', '']) expect(await isPin(wrong, kept)).toBe(false);
  });

  it('differ for the same PIN of two people, and are the same for a request sent twice', async () => {
    const one = await hashPin('4711', 'one', 'request-1');
    expect(await hashPin('4711', 'two', 'request-1')).not.toBe(one);
    expect(await hashPin('4711', 'one', 'request-2')).not.toBe(one);
    expect(await hashPin('4711', 'one', 'request-1')).toBe(one);
  });

  it.each(['', 'scrypt$', 'plain$4711', 'scrypt$99999999999$8$1$AAAA$AAAA'])('never match a kept text that is none: %s', async (kept) => {
    expect(await isPin('4711', kept)).toBe(false);
  });

  it('take as long for nobody as for somebody', async () => {
    // Not timed, which would fail on a busy machine: the same work is done, so no key comes back at once.
    const order: string[] = [];
    const nobody = isPin('4711', undefined).then(() => order.push('nobody'));
    const soon = new Promise<void>((done) => setImmediate(done)).then(() => order.push('soon'));
    await Promise.all([nobody, soon]);
    expect(order).toEqual(['soon', 'nobody']);
  });
});
