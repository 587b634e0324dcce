import { describe, expect, it } from 'vitest';
import { LineSplitter } from '../../../main/import/line-splitter.ts';
import { readText } from './read-text.ts';
import { carrierRecord, legRecord, ssimFile } from './ssim-lines.ts';

const WHOLE = ssimFile(carrierRecord(), legRecord(), legRecord({ number: '42' }));
const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

describe('an SSIM file reads as it was written, whatever a transport did to it', () => {
  it.each<[string, Buffer]>([
    ['a byte order mark hid the header', Buffer.concat([MARK, bytes(WHOLE)])],
    ['Ctrl-Z at the end was a record that kept all flights from being dropped', bytes(`${WHOLE}\u001A`)],
    ['Ctrl-Z after the trailer, without a line end', bytes(`${WHOLE.trimEnd()}\u001A`)],
    ['CR LF', bytes(WHOLE.replaceAll('\n', '\r\n'))],
    ['CR CR LF', bytes(WHOLE.replaceAll('\n', '\r\r\n'))],
    ['CR alone', bytes(WHOLE.replaceAll('\n', '\r'))],
    ['201 bytes, the last a space', bytes(WHOLE.replaceAll('\n', ' \n'))],
    ['no line ends', bytes(WHOLE.replaceAll('\n', ''))],
    ['no line ends, and all of the above before and after', Buffer.concat([MARK, bytes(`${WHOLE.replaceAll('\n', '')}\u001A`)])],
  ])('%s', async (_name, content) => {
    const { flights, problems, findings } = await readText(content);
    expect(problems).toEqual([]);
    expect(flights).toHaveLength(14);
    expect(findings).toMatchObject({ dropNothing: false, attention: [] });
    expect(findings?.scopes).toHaveLength(1);
  });

  it('a CSV of an old Mac, with a byte order mark and Ctrl-Z', async () => {
    const csv = 'carrier,number,origin,destination,from,departs,arrives,equipment\rQX,41,JFK,LAX,2026-11-16,10:00,13:30,738\r\u001A';
    const { flights, problems } = await readText(Buffer.concat([MARK, bytes(csv)]));
    expect(flights).toHaveLength(1);
    expect(problems).toEqual([]);
  });
});

describe('lines', () => {
  const lines = (content: Buffer, chunk: number): string[] => {
    const long: string[] = [];
    const splitter = new LineSplitter('utf8', (line) => long.push(`${line} too long`));
    const found: string[] = [];
    for (let at = 0; at < content.length; at += chunk)
      for (const { number, text } of splitter.push(content.subarray(at, at + chunk))) found.push(`${number} ${text}`);
    for (const { number, text } of splitter.end()) found.push(`${number} ${text}`);
    return [...found, ...long];
  };

  it.each<[string, string, string[]]>([
    ['nothing', '', []],
    ['no end', 'a', ['1 a']],
    ['ends of all kinds', 'a\nb\r\nc\r\r\nd\re', ['1 a', '2 b', '3 c', '4 d', '5 e']],
    ['blank lines', 'a\n\nb\n', ['1 a', '2 ', '3 b']],
    ['a CR at the very end', 'a\r', ['1 a']],
    ['a line that is too long', `a\n${'x'.repeat(5_000)}\nb`, ['1 a', '3 b', '2 too long']],
    ['a last line that is too long', `a\n${'x'.repeat(5_000)}`, ['1 a', '2 too long']],
  ])('%s, in chunks of any size', (_name, text, expected) => {
    for (const chunk of [1, 2, 3, 7, 100_000]) expect(lines(bytes(text), chunk), `chunks of ${chunk}`).toEqual(expected);
  });
});
