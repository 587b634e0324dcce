import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Uploads } from '../../../main/import/uploads.ts';
import { codeOf } from '../support/test-hub.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'aisle-uploads-'));
afterAll(() => rmSync(folder, { recursive: true }));
let opened = 0;
const open = (bytesMax?: number) => {
  const where = path.join(folder, String(++opened));
  return { uploads: new Uploads(where, bytesMax), where };
};
const bytes = (text: string) => Buffer.from(text);

describe('files that consoles send', () => {
  it('are refused beyond their bound, so that no console fills the disk of the store', async () => {
    const { uploads, where } = open(10);
    expect(codeOf(await uploads.add('upload-0001', 0, bytes('123456')))).toBe('ok');
    expect(codeOf(await uploads.add('upload-0001', 1, bytes('78901')))).toBe('FILE_TOO_LARGE');
    expect(codeOf(await uploads.add('upload-0001', 1, bytes('7')))).toBe('UPLOAD_OUT_OF_ORDER');
    expect(await uploads.finish('upload-0001')).toBeUndefined();
    expect(codeOf(await uploads.add('upload-0002', 0, bytes('1')))).toBe('ok');
    const file = await uploads.finish('upload-0002');
    expect(readdirSync(where)).toEqual([path.basename(file ?? '')]);
  });

  it.each([
    // [sizes of the parts, reply to the last of them], where 10 bytes are allowed
    [[9], 'ok'],
    [[10], 'ok'],
    [[11], 'FILE_TOO_LARGE'],
    [[6, 3], 'ok'],
    [[6, 4], 'ok'],
    [[6, 5], 'FILE_TOO_LARGE'],
    [[10, 0], 'ok'],
    [[10, 1], 'FILE_TOO_LARGE'],
    [[1, 1, 1, 1, 1, 1, 1, 1, 1, 1], 'ok'],
    [[0, 10], 'ok'],
  ])('of exactly the bound are taken whole, and not one byte more: %j', async (sizes, code) => {
    const { uploads } = open(10);
    const codes: string[] = [];
    for (const [part, size] of sizes.entries()) codes.push(codeOf(await uploads.add('upload-0001', part, bytes('x'.repeat(size)))));
    expect(codes.slice(0, -1)).toEqual(sizes.slice(1).map(() => 'ok'));
    expect(codes.at(-1)).toBe(code);
    const file = await uploads.finish('upload-0001');
    expect(file && readFileSync(file, 'utf8')).toBe(code === 'ok' ? 'x'.repeat(sizes.reduce((sum, size) => sum + size, 0)) : undefined);
  });

  it("take each other's place at any moment without mixing their bytes", async () => {
    const { uploads } = open();
    const replies = await Promise.all(
      Array.from({ length: 40 }, (_, number) => uploads.add(`upload-${String(number).padStart(4, '0')}`, 0, bytes(`file ${number}`))),
    );
    expect(replies.map(codeOf).slice(0, -1)).toEqual(Array.from({ length: 39 }, () => 'UPLOAD_OUT_OF_ORDER'));
    expect(codeOf(replies.at(-1) ?? { ok: true, value: {} })).toBe('ok');
    const file = await uploads.finish('upload-0039');
    expect(readFileSync(file ?? '', 'utf8')).toBe('file 39');
  });

  it('may begin while the one before is still read, and neither is lost', async () => {
    const { uploads } = open();
    await uploads.add('upload-0001', 0, bytes('one'));
    const first = (await uploads.finish('upload-0001')) ?? '';
    expect(codeOf(await uploads.add('upload-0001', 1, bytes('more')))).toBe('UPLOAD_OUT_OF_ORDER');
    await uploads.add('upload-0002', 0, bytes('two'));
    expect(readFileSync(first, 'utf8')).toBe('one');
    uploads.remove(first);
    expect(existsSync(first)).toBe(false);
    expect(codeOf(await uploads.add('upload-0002', 1, bytes('!')))).toBe('ok');
    expect(readFileSync((await uploads.finish('upload-0002')) ?? '', 'utf8')).toBe('two!');
  });
});
