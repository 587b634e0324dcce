import { CONFIG_ROWS, type ConfigName, type ConfigRow } from './config-rows.ts';

/** A value that somebody gave, and how to name it to them. */
export interface GivenSetting {
  readonly name: ConfigName;
  readonly value: string;
  /** As it was written: `--port`, `AISLE_PORT`, or with its line. */
  readonly said: string;
}

/** What one place says (arguments, environment or file), and what is wrong with it, a sentence each. */
export interface GivenSettings {
  readonly given: readonly GivenSetting[];
  readonly faults: readonly string[];
}

/** The sentences about values that cannot be used. */
export function misfits(given: readonly GivenSetting[]): string[] {
  return given.flatMap(({ name, value, said }) => {
    const row: ConfigRow = CONFIG_ROWS[name];
    return row.fits(value) ? [] : [`${said} must ${row.must}.`];
  });
}
