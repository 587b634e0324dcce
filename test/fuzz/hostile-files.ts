import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { previewImport } from '../../main/import/import-job.ts';
import { hubImportStore } from '../../main/import/import-store.ts';
import { startImport } from '../../main/threads/start-import.ts';
import { PROBLEMS_SHOWN_MAX } from '../../shared/bounds.ts';
import { carrierRecord, HEADER, legRecord, TRAILER } from '../main/import/ssim-lines.ts';
import { openTestHub } from '../main/support/test-hub.ts';
import { bytesInUse } from './memory.ts';

interface HostileFile {
  readonly name: string;
  /** How many pieces it has in full; a proof takes a part of them. */
  readonly pieces: number;
  readonly head: string;
  piece(place: number): string;
  readonly tail?: string;
  /** Fewer of them would be a file as good as any. */
  readonly least?: number;
  /** What must come of it: a preview, one with its problems, or a refusal. */
  readonly ends: 'well' | 'with problems' | 'refused';
}

const CSV = 'carrier,number,origin,destination,from,to,departs,arrives,equipment\n';
const carrierOf = (place: number): string => `Q${'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'[Math.floor(place / 9_999) % 36]}`;
const numberOf = (place: number): number => 1 + (place % 9_999);
const SSIM = [HEADER, carrierRecord(), legRecord({ number: '7' }), ''].join('\n');

/** Files made to take memory, time or disk. In full they are as large as somebody would send. */
const FILES: readonly HostileFile[] = [
  {
    name: 'ten million rows, none of them good',
    pieces: 10_000_000,
    head: CSV,
    piece: () => 'QX,0,JFK,LAX,2026-11-16,,10:00,13:30,738\n',
    ends: 'refused',
  },
  {
    name: 'ten million rows of binary nonsense after a good one',
    pieces: 10_000_000,
    head: `${CSV}QX,7,JFK,LAX,2026-11-16,,10:00,13:30,738\n`,
    piece: (place) => `\u0000${String.fromCharCode(place & 0x7f)}\ufffd"'${place}\n`,
    ends: 'with problems',
  },
  {
    name: 'a line of two gigabytes after a good one',
    pieces: 20_000,
    head: SSIM,
    piece: () => 'A'.repeat(100_000),
    tail: `\n${TRAILER}\n`,
    ends: 'with problems',
  },
  {
    name: 'a hundred million empty lines',
    pieces: 1_000,
    head: SSIM,
    piece: () => '\n'.repeat(100_000),
    tail: `${TRAILER}\n`,
    ends: 'well',
  },
  {
    name: 'a million times the same two years, every day',
    pieces: 1_000_000,
    head: CSV,
    piece: () => 'QX,7,JFK,LAX,2026-11-16,2028-11-15,10:00,13:30,738\n',
    least: 7_000,
    ends: 'refused',
  },
  {
    name: 'flight numbers whose days lie two centuries apart',
    pieces: 1_000_000,
    head: CSV,
    piece: (place) => {
      const key = Math.floor(place / 2);
      return `${carrierOf(key)},${numberOf(key)},JFK,LAX,${place % 2 === 0 ? '1971-01-01' : '2199-12-31'},,10:00,13:30,738\n`;
    },
    ends: 'well',
  },
  {
    name: 'three million records that each call for another remark',
    pieces: 3_000_000,
    head: SSIM,
    piece: (place) =>
      `${legRecord({ carrier: carrierOf(place), number: String(numberOf(place)), to: '16NOV26', days: '1      ', configuration: `Y${1 + (place % 900)}J${1 + (Math.floor(place / 900) % 900)}W${1 + (Math.floor(place / 810_000) % 900)}` })}\n`,
    tail: `${TRAILER}\n`,
    ends: 'with problems',
  },
];

/** Every one of them is staged, up to the bound: half a minute of a processor. */
const MANY_FLIGHTS: HostileFile = {
  name: 'more flights than any airline has',
  pieces: 7_000,
  head: CSV,
  piece: (place) => `${carrierOf(place)},${numberOf(place)},JFK,LAX,2026-11-16,2028-11-15,10:00,13:30,738\n`,
  ends: 'refused',
};

export interface HostileOutcome {
  readonly name: string;
  readonly fileBytes: number;
  readonly cpuMs: number;
  /** Memory of the whole process while it read, above what it had before. */
  readonly peakBytes: number;
  readonly said: string;
  readonly problem: string | undefined;
}

function write(path: string, { head, piece, tail = '' }: HostileFile, pieces: number): void {
  const file = openSync(path, 'w');
  let text = head;
  for (let place = 0; place < pieces; place++) {
    text += piece(place);
    if (text.length < 1_000_000) continue;
    writeSync(file, text);
    text = '';
  }
  writeSync(file, text + tail);
  closeSync(file);
}

/** Previews each file as the hub does, with its thread and its store. `scale`: a part of the pieces, 1 for all of them and the large ones too. */
export async function* previewHostileFiles(scale: number): AsyncGenerator<HostileOutcome> {
  for (const hostile of scale < 1 ? FILES : [...FILES, MANY_FLIGHTS]) {
    const folder = mkdtempSync(join(tmpdir(), 'aisle-hostile-'));
    try {
      const path = join(folder, 'schedule');
      write(path, hostile, Math.max(hostile.least ?? 0, Math.ceil(hostile.pieces * scale)));
      yield await preview(hostile, path, join(folder, 'store.sqlite'));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

async function preview({ name, ends }: HostileFile, path: string, storeFile: string): Promise<HostileOutcome> {
  const { hub, db, reports } = await openTestHub({ file: storeFile });
  const store = hubImportStore(hub, startImport, storeFile);
  await bytesInUse();
  const before = process.memoryUsage().rss;
  const begun = process.cpuUsage();
  let peakBytes = 0;
  const reply = await previewImport({
    file: path,
    name: 'schedule',
    importId: 'import-0001',
    store,
    signal: new AbortController().signal,
    progress() {
      peakBytes = Math.max(peakBytes, process.memoryUsage().rss - before);
    },
  });
  const { user, system } = process.cpuUsage(begun);
  const outcome = { name, fileBytes: statSync(path).size, cpuMs: (user + system) / 1_000, peakBytes };
  const staged = await db.query<{ rows: number }>('SELECT count(*) AS rows FROM staged_flights').get();
  await hub.close();
  const wrong = (problem: string | undefined, said: string): HostileOutcome => ({
    ...outcome,
    said,
    problem: problem ?? (reports[0] && `broke something inside: ${reports[0]}`),
  });
  if (!reply.ok) {
    const { code, next } = reply.refusal;
    if (code !== 'FILE_UNREADABLE') return wrong(`is refused with ${code}`, next);
    if (staged?.rows !== 0) return wrong(`left ${staged?.rows} flights behind`, next);
    return wrong(ends === 'refused' ? undefined : 'was refused as a whole', next);
  }
  const { counts, problems, problemsMore } = reply.value.preview;
  const said = `${counts.flights} flights, ${counts.refused} refused, ${problems.length} problems and ${problemsMore} more`;
  if (ends === 'with problems' && problems.length === 0) return wrong('ended without a problem', said);
  if (problems.length > PROBLEMS_SHOWN_MAX) return wrong('tells too many problems', said);
  return wrong(ends === 'refused' ? 'was not refused' : undefined, said);
}
