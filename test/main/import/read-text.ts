import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ReadFindings } from '../../../main/import/read-report.ts';
import { readSchedule } from '../../../main/import/read-schedule.ts';
import { SCHEDULED_WIDTH } from '../../../main/store/tables/scheduled-flight.ts';
import { dateOfDay } from '../../../shared/instants.ts';
import { reference } from '../support/once/reference.ts';

export interface ReadText {
  /** `QX 41 JFK-LAX 2026-11-16 15:00+390 738`: UTC departure and minutes flown. */
  readonly flights: readonly string[];
  /** Ids of their seat maps. */
  readonly maps: readonly string[];
  readonly fares: readonly number[];
  readonly currencies: readonly string[];
  /** `9810 2026-11-20T08:00:00.000Z`: in minor units, and when it was read; only of flights that have one. */
  readonly competitors: readonly string[];
  readonly findings: ReadFindings | undefined;
  readonly unreadable: string | undefined;
  /** `12 refused: ...` */
  readonly problems: readonly string[];
}

/** Reads a schedule given as text or bytes, through a real file. */
export async function readText(content: string | Buffer): Promise<ReadText> {
  const folder = mkdtempSync(path.join(tmpdir(), 'aisle-read-'));
  try {
    const file = path.join(folder, 'schedule');
    writeFileSync(file, content);
    const flights: string[] = [];
    const maps: string[] = [];
    const fares: number[] = [];
    const currencies: string[] = [];
    const competitors: string[] = [];
    const outcome = await readSchedule(file, reference, async ({ values }) => {
      for (let at = 0; at < values.length; at += SCHEDULED_WIDTH) {
        const [carrier, number, suffix, origin, destination, day, departs, arrives, equipment, map, fare, currency, , , theirs, readAt] =
          values.slice(at, at + SCHEDULED_WIDTH);
        const time = new Date(Number(departs)).toISOString().slice(11, 16);
        const flown = (Number(arrives) - Number(departs)) / 60_000;
        flights.push(`${carrier} ${number}${suffix} ${origin}-${destination} ${dateOfDay(Number(day))} ${time}+${flown} ${equipment}`);
        maps.push(String(map));
        fares.push(Number(fare));
        currencies.push(String(currency));
        if (theirs !== null) competitors.push(`${theirs} ${new Date(Number(readAt)).toISOString()}`);
      }
    });
    const findings = 'findings' in outcome ? outcome.findings : undefined;
    return {
      flights,
      maps,
      fares,
      currencies,
      competitors,
      findings,
      unreadable: 'unreadable' in outcome ? outcome.unreadable : undefined,
      problems: findings?.problems.map(({ line, severity, problem }) => `${line} ${severity}: ${problem}`) ?? [],
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
