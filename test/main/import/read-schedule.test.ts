import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROBLEMS_SHOWN_MAX } from '../../../shared/bounds.ts';
import { readText } from './read-text.ts';
import { carrierRecord, HEADER, legRecord, ssimFile } from './ssim-lines.ts';

const CSV = 'carrier,number,origin,destination,from,to,departs,arrives,equipment';
const ROW = 'QX,41,JFK,LAX,2026-11-16,,10:00,13:30,738';
const NEITHER = 'The file begins neither with the header of SSIM chapter 7 nor with the column names of the CSV';

describe('files that cannot be used', () => {
  it.each<[string, string | Buffer, string]>([
    ['nothing', '', 'The file is empty'],
    ['fillers alone', `${'0'.repeat(200)}\n`.repeat(3), 'The file is empty'],
    ['something else', '{"flights":[]}\n', NEITHER],
    ['an archive', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), NEITHER],
    ['UTF-16', Buffer.from(`\uFEFF${CSV}\n${ROW}\n`, 'utf16le'), 'The file is UTF-16 text; save it as UTF-8'],
    ['semicolons', `${CSV}\n${ROW}\n`.replaceAll(',', ';'), 'The columns are separated by ";", not by commas'],
    ['tabs', `${CSV}\n${ROW}\n`.replaceAll(',', '\t'), 'The columns are separated by tabs, not by commas'],
    ['a line of ten megabytes and nothing else', Buffer.alloc(10_000_000, 0x41), NEITHER],
    ['a column twice', `carrier,${CSV}\nQX,${ROW}\n`, 'The header has two columns carrier'],
    ['a header alone', `${HEADER}\n`, 'The file has no carrier record'],
    [
      'a file that was cut off',
      [HEADER, carrierRecord(), legRecord()].join('\n'),
      'The file ends without the trailer of its last carrier: it is not complete',
    ],
    [
      'nothing but refused rows',
      `${CSV}\n${ROW.replace('738', '74F')}\n`,
      'Not one record can be used; line 2: No aircraft that carries passengers is called "74F"',
    ],
  ])('%s', async (_name, content, unreadable) => {
    expect((await readText(content)).unreadable).toBe(unreadable);
  });

  it('a file that is not there', async () => {
    const { readSchedule } = await import('../../../main/import/read-schedule.ts');
    const { loadReference } = await import('../../../main/reference/load-reference.ts');
    const outcome = await readSchedule('/nowhere/at/all', loadReference(), async () => {});
    expect(outcome).toMatchObject({ unreadable: expect.stringContaining('ENOENT') });
  });
});

describe('lines made to do harm end in a problem', () => {
  it('ten megabytes without an end', async () => {
    const { flights, problems } = await readText(`${CSV}\n${'A'.repeat(10_000_000)}\n${ROW}\n`);
    expect(flights).toHaveLength(1);
    expect(problems[0]).toBe('2 refused: The line is longer than 4096 bytes');
  });

  it('ten megabytes at the end of an SSIM file', async () => {
    const { flights, problems } = await readText(
      Buffer.concat([Buffer.from(ssimFile(carrierRecord(), legRecord())), Buffer.alloc(10_000_000, 0x33)]),
    );
    expect(flights).toHaveLength(7);
    expect(problems[0]).toBe('7 refused: The line is longer than 4096 bytes');
  });

  it.each([
    ['NUL bytes', legRecord().replace('JFK', 'J\0K'), 'The record holds bytes that are not printable ASCII'],
    [
      'letters beyond ASCII, which shift positions',
      legRecord().replace('JFK', 'JÉK'),
      'The record holds bytes that are not printable ASCII',
    ],
    ['a record too long', `${legRecord()}X`, 'The record has 201 bytes, not 200'],
    ['a record cut short', legRecord().slice(0, 60), 'The record ends after 60 bytes'],
    ['an unknown type', `7${legRecord().slice(1)}`, 'There is no record type 7'],
  ])('SSIM: %s', async (_name, record, problem) => {
    const { flights, problems } = await readText(ssimFile(carrierRecord(), record, legRecord()));
    expect(flights).toHaveLength(7);
    expect(problems[0]).toBe(`4 refused: ${problem}`);
  });

  it.each([
    ['NUL bytes', ROW.replace('JFK', 'J\0K'), 'The row holds control characters'],
    ['bytes that are not UTF-8', Buffer.from(ROW.replace('JFK', 'J\xc9K'), 'latin1'), 'The row is not UTF-8 text'],
    ['an open quote, which must not swallow what follows', `"${ROW}`, 'The quotes of the row do not match'],
  ])('CSV: %s', async (_name, row, problem) => {
    const content = Buffer.concat([Buffer.from(`${CSV}\n`), Buffer.from(row as string), Buffer.from(`\n${ROW}\n`)]);
    const { flights, problems } = await readText(content);
    expect(flights).toHaveLength(1);
    expect(problems[0]).toBe(`2 refused: ${problem}`);
  });

  it('small rows that would be billions of flights', async () => {
    const rows = Array.from({ length: 2_000 }, (_, row) => `Q${row % 10},${row + 1},JFK,LAX,2026-01-01,2199-12-31,10:00,13:30,738`);
    const { flights, findings, problems } = await readText([CSV, ...rows, ROW].join('\n'));
    expect(flights).toHaveLength(1);
    expect(findings).toMatchObject({ refused: 2_000, problemsMore: 2_000 - PROBLEMS_SHOWN_MAX });
    expect(problems).toHaveLength(PROBLEMS_SHOWN_MAX);
  });
});

it('takes columns that mean nothing even when two are called alike', async () => {
  const { flights } = await readText(`${CSV},gate,gate\n${ROW},B22,B23\n`);
  expect(flights).toHaveLength(1);
});

it('survives any bytes after a good header', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), fc.boolean(), async (bytes, ssim) => {
      const head = ssim ? `${HEADER}\n${carrierRecord()}\n3` : `${CSV}\n${ROW}\nQX,`;
      const { findings, unreadable } = await readText(Buffer.concat([Buffer.from(head), Buffer.from(bytes)]));
      expect(findings !== undefined || unreadable !== undefined).toBe(true);
    }),
    { numRuns: 100, seed: 20_261_121 },
  );
});

it('reads leg records with any one byte changed, and never ends otherwise than with findings', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(199), fc.integer({ min: 32, max: 126 }), async (at, code) => {
      const record = legRecord();
      const changed = record.slice(0, at) + String.fromCharCode(code) + record.slice(at + 1);
      const { findings, unreadable } = await readText(ssimFile(carrierRecord(), legRecord({ number: '7' }), changed));
      // A changed first byte may turn the leg into a carrier record, which leaves the file without an end for it.
      expect(unreadable ?? findings?.flights).toSatisfy((found: unknown) => typeof found === 'string' || Number(found) >= 7);
    }),
    { numRuns: 300, seed: 20_261_121 },
  );
});
