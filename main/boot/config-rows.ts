import { deskName, placeCode } from '../../shared/method.ts';
import { farHubAddress } from '../link/far-hub-address.ts';
import { isSimulated } from '../training/simulated-desks.ts';
import type { HUB_OPTIONS } from './options.ts';

/** One setting of how Aisle starts, under the name that it has in the environment and in the file of settings. */
export interface ConfigRow {
  /** The argument that says the same. */
  readonly option?: Exclude<keyof typeof HUB_OPTIONS, 'live' | 'training'>;
  /** A path, which may be relative. */
  readonly path?: true;
  /** What a value must be: the end of a sentence that begins with its name. */
  readonly must: string;
  fits(value: string): boolean;
}

const whole = (least: number, most: number) => ({
  must: `be a number from ${least} to ${most}`,
  fits: (value: string) => /^\d{1,6}$/.test(value) && Number(value) >= least && Number(value) <= most,
});
const aFolder = { path: true, must: 'be a folder', fits: (value: string) => value !== '' } as const;

/** All of them. docs/running.md has a line for each, and a test compares the two. */
export const CONFIG_ROWS = {
  AISLE_PORT: { option: 'port', ...whole(0, 65_535) },
  AISLE_HOST: {
    option: 'host',
    must: 'be an address or a name, such as 127.0.0.1',
    fits: (value) => /^[A-Za-z0-9.:-]{1,253}$/.test(value),
  },
  AISLE_DATA: { option: 'data', ...aFolder },
  AISLE_BACKUPS: { option: 'backups', ...aFolder },
  AISLE_MODE: { must: 'be live or training', fits: (value) => value === 'live' || value === 'training' },
  AISLE_DESK: {
    option: 'desk',
    must: 'be 1 to 16 capital letters, digits or -, such as T1-04, and not begin with SIM-, which is kept for simulated desks',
    fits: (value) => deskName.safeParse(value).success && !isSimulated(value),
  },
  AISLE_HOME: {
    option: 'home',
    must: 'be an airport of three capital letters, such as JFK',
    fits: (value) => placeCode.safeParse(value).success,
  },
  AISLE_HUB: {
    option: 'hub',
    must: 'be the https address of a hub, such as https://10.0.0.5:4610',
    fits: (value) => farHubAddress(value) !== undefined,
  },
  AISLE_LOG_MB: whole(1, 1_000),
  AISLE_LOG_FILES: whole(1, 100),
  AISLE_CONFIG: { option: 'config', path: true, must: 'be a file', fits: (value) => value !== '' },
} as const satisfies Record<string, ConfigRow>;

export type ConfigName = keyof typeof CONFIG_ROWS;

export const CONFIG_NAMES = Object.keys(CONFIG_ROWS) as readonly ConfigName[];

export const isConfigName = (name: string): name is ConfigName => Object.hasOwn(CONFIG_ROWS, name);
