import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve, win32 } from 'node:path';
import { LOG_BYTES_MAX, LOG_FILES_MAX } from '../hub/log.ts';
import { farHubAddress } from '../link/far-hub-address.ts';
import { CONFIG_ROWS, type ConfigName } from './config-rows.ts';
import { readArguments } from './read-arguments.ts';
import { readConfigFile } from './read-config-file.ts';
import { type Environment, readEnvironment } from './read-environment.ts';
import { startFaults } from './start-faults.ts';

/** How Aisle was asked to start. */
export interface Config {
  /** The port that the hub listens on. Undefined when none was given: then a window opens no port. */
  readonly port: number | undefined;
  readonly host: string;
  readonly dataDir: string;
  readonly backupsDir: string;
  /** Undefined: the hub decides (training on an empty store). */
  readonly mode: 'training' | 'live' | undefined;
  readonly desk: string;
  /** Airport whose local time the frame shows. */
  readonly home: string;
  /** How desk and home are named to whoever gave them, with their line. */
  readonly said: { readonly desk: string; readonly home: string };
  /** The hub of which this is a console, on another computer. Undefined: this is a hub. */
  readonly farHub: URL | undefined;
  /** How much of the log is kept: so many files before the present one, each up to so many bytes. */
  readonly log: { readonly bytesMax: number; readonly filesMax: number };
}

export const PORT_DEFAULT = 4610;
const HOST_DEFAULT = '127.0.0.1';
const DESK_DEFAULT = 'T1-01';
const HOME_DEFAULT = 'JFK';
const MIB = 1_048_576;

/** What Aisle was told and cannot use. The message names all of it, each with what would work. */
export class ConfigRefused extends Error {
  override name = 'ConfigRefused';
}

/** Where a hub keeps its store when nobody says otherwise: the folder that the packaged program uses too. */
export function defaultDataDir(env: Environment, platform: NodeJS.Platform, home: string): string {
  const { APPDATA, XDG_CONFIG_HOME } = env;
  if (platform === 'win32') return join(APPDATA || join(home, 'AppData', 'Roaming'), 'Aisle', 'store');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Aisle', 'store');
  return join(XDG_CONFIG_HOME || join(home, '.config'), 'Aisle', 'store');
}

/** Where backups are kept when nobody says otherwise. They then lie on the store's own disk; better is another. */
const defaultBackupsDir = (dataDir: string): string => join(dataDir, 'backups');

/** The file of settings that is read when none is named: beside the usual folder of the store. */
export const usualConfigFile = (usualDataDir: string): string => join(dirname(usualDataDir), 'aisle.env');

/** The file of settings of a hub that runs as a service: the one that build/service/ names. Undefined where there is no such service. */
export function serviceConfigFile(env: Environment, platform: NodeJS.Platform): string | undefined {
  if (platform === 'win32') return win32.join(env.ProgramData || 'C:\\ProgramData', 'Aisle', 'aisle.env');
  return platform === 'linux' ? '/etc/aisle/aisle.env' : undefined;
}

export interface ConfigSource {
  readonly args: readonly string[];
  readonly env: Environment;
  /** Also accepts arguments that are not Aisle's. */
  readonly amongOthers?: boolean;
  /** A hub is started by it, so that what it names must be there too. */
  readonly starts?: boolean;
  /** The file of settings of the service of this computer. It is read where the usual folder has neither a file nor a store, and no other store is named. */
  readonly serviceFile?: string | undefined;
  /** The folder of the store when nobody says otherwise. */
  readonly dataDir?: string;
}

/** Reads the arguments, the environment and the file of settings, once. What comes first here counts. Throws ConfigRefused. */
export function readConfig({ args, env, amongOthers = false, starts = false, serviceFile, dataDir }: ConfigSource): Config {
  const usualDir = dataDir ?? defaultDataDir(env, process.platform, homedir());
  const argued = readArguments(args, amongOthers);
  const surrounding = readEnvironment(env);
  const typed = [...argued.given, ...surrounding.given];
  const named = typed.find(({ name }) => name === 'AISLE_CONFIG')?.value;
  const usualFile = usualConfigFile(usualDir);
  const ofService =
    existsSync(usualFile) || existsSync(usualDir) || typed.some(({ name }) => name === 'AISLE_DATA') ? undefined : serviceFile;
  const filed = named === '' ? undefined : readConfigFile(named ?? ofService ?? usualFile, { mustBeThere: named !== undefined });

  const all = [...typed, ...(filed?.given ?? [])];
  const given = (wanted: ConfigName) => all.find(({ name }) => name === wanted);
  const find = (wanted: ConfigName): string | undefined => given(wanted)?.value;
  const number = (wanted: ConfigName): number | undefined => {
    const text = find(wanted);
    return text === undefined ? undefined : Number(text);
  };
  const data = find('AISLE_DATA');
  const backups = find('AISLE_BACKUPS');
  const mode = find('AISLE_MODE');
  const logMiB = number('AISLE_LOG_MB');
  const storeDir = data === undefined ? usualDir : resolve(data);
  const config: Config = {
    port: number('AISLE_PORT'),
    host: find('AISLE_HOST') ?? HOST_DEFAULT,
    dataDir: storeDir,
    backupsDir: backups === undefined ? defaultBackupsDir(storeDir) : resolve(backups),
    mode: mode === 'live' || mode === 'training' ? mode : undefined,
    desk: find('AISLE_DESK') ?? DESK_DEFAULT,
    home: find('AISLE_HOME') ?? HOME_DEFAULT,
    said: { desk: given('AISLE_DESK')?.said ?? '--desk or AISLE_DESK', home: given('AISLE_HOME')?.said ?? '--home or AISLE_HOME' },
    farHub: farHubAddress(find('AISLE_HUB') ?? ''),
    log: { bytesMax: logMiB === undefined ? LOG_BYTES_MAX : logMiB * MIB, filesMax: number('AISLE_LOG_FILES') ?? LOG_FILES_MAX },
  };

  const faults = [...argued.faults, ...surrounding.faults, ...(filed?.faults ?? [])];
  if (starts && !config.farHub) {
    const isWrong = (name: ConfigName): boolean => !CONFIG_ROWS[name].fits(find(name) ?? '');
    // Where one of these is wrong, nobody knows which store is meant. What is wrong already is not looked at again.
    const isStoreKnown = (['AISLE_DATA', 'AISLE_MODE'] as const).every((name) => find(name) === undefined || !isWrong(name));
    if (isStoreKnown) faults.push(...startFaults({ ...config, given: (name) => (isWrong(name) ? undefined : given(name)?.said) }));
  }
  if (faults.length > 0) throw new ConfigRefused(faults.join('\n'));
  return config;
}
