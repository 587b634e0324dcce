import { closeSync, fdatasyncSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { cpus, platform, totalmem } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { type Percentiles, percentiles } from './measure.ts';

const SYNCS = 200;

export interface Machine {
  readonly cores: number;
  readonly processor: string;
  readonly memoryGiB: number;
  readonly system: string;
  readonly node: string;
  readonly sqlite: string;
  /** Milliseconds of a write of one page with its sync to the disk: no durable answer can come sooner. */
  readonly sync: Percentiles;
}

export function machine(folder: string): Machine {
  const db = new Sqlite(':memory:');
  const sqlite = String(db.prepare('SELECT sqlite_version()').pluck().get());
  db.close();
  const [first] = cpus();
  const memoryGiB = Math.round(totalmem() / 2 ** 30);
  const processor = first?.model.trim() || 'processor';
  return { cores: cpus().length, processor, memoryGiB, system: platform(), node: process.versions.node, sqlite, sync: syncCost(folder) };
}

function syncCost(folder: string): Percentiles {
  mkdirSync(folder, { recursive: true });
  const name = join(folder, `sync-${process.pid}`);
  const file = openSync(name, 'w');
  const page = Buffer.alloc(4_096, 7);
  const samples = Array.from({ length: SYNCS }, () => {
    const from = performance.now();
    writeSync(file, page);
    fdatasyncSync(file);
    return performance.now() - from;
  });
  closeSync(file);
  rmSync(name);
  return percentiles(samples);
}
