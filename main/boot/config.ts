import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { deskName, placeCode } from '../../shared/method.ts';
import { HUB_OPTIONS } from './options.ts';

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
}

export const PORT_DEFAULT = 4610;
const HOST_DEFAULT = '127.0.0.1';
const DESK_DEFAULT = 'T1-01';
const HOME_DEFAULT = 'JFK';

/** Something in the arguments or the environment that Aisle cannot use. The sentence says what would work. */
export class ConfigRefused extends Error {
  override name = 'ConfigRefused';
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Where a hub keeps its store when nobody says otherwise: the folder that the packaged program uses too. */
export function defaultDataDir(env: Environment, platform: NodeJS.Platform, home: string): string {
  const { APPDATA, XDG_CONFIG_HOME } = env;
  if (platform === 'win32') return join(APPDATA || join(home, 'AppData', 'Roaming'), 'Aisle', 'store');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Aisle', 'store');
  return join(XDG_CONFIG_HOME || join(home, '.config'), 'Aisle', 'store');
}

/** Where backups are kept when nobody says otherwise. They then lie on the store's own disk; better is another. */
export const defaultBackupsDir = (dataDir: string): string => join(dataDir, 'backups');

/** The arguments of a window hold switches of Electron too. Only those of Aisle are read. */
function known(args: readonly string[]): string[] {
  const kept: string[] = [];
  for (let place = 0; place < args.length; place++) {
    const arg = args[place] ?? '';
    const option = Object.entries(HUB_OPTIONS).find(([name]) => arg === `--${name}` || arg.startsWith(`--${name}=`))?.[1];
    if (!option) continue;
    kept.push(arg);
    const value = args[place + 1];
    if (option.type === 'string' && !arg.includes('=') && value !== undefined) {
      kept.push(value);
      place++;
    }
  }
  return kept;
}

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: HUB_OPTIONS, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new ConfigRefused(
      error instanceof Error ? `${error.message.split('. ')[0]?.replace(/\.$/, '')}.` : 'The arguments cannot be read.',
    );
  }
}

export interface ConfigSource {
  readonly args: readonly string[];
  readonly env: Environment;
  /** Also accepts arguments that are not Aisle's. */
  readonly amongOthers?: boolean;
  readonly dataDir?: string;
}

/** Reads arguments, then AISLE_PORT, AISLE_HOST, AISLE_DATA, AISLE_BACKUPS, AISLE_DESK and AISLE_HOME, once. Throws ConfigRefused. */
export function readConfig({ args, env, amongOthers = false, dataDir }: ConfigSource): Config {
  const given = read(amongOthers ? known(args) : args);
  const choose = (value: string | undefined, name: string) => value ?? (env[name] || undefined);

  const port = choose(given.port, 'AISLE_PORT');
  if (port !== undefined && (!/^\d{1,5}$/.test(port) || Number(port) > 65_535))
    throw new ConfigRefused('--port must be a number from 0 to 65535.');
  const host = choose(given.host, 'AISLE_HOST') ?? HOST_DEFAULT;
  if (!/^[A-Za-z0-9.:-]{1,253}$/.test(host)) throw new ConfigRefused('--host must be an address or a name, such as 127.0.0.1.');
  const desk = choose(given.desk, 'AISLE_DESK') ?? DESK_DEFAULT;
  if (!deskName.safeParse(desk).success) throw new ConfigRefused('--desk must be 1 to 16 capital letters, digits or -, such as T1-04.');
  const home = choose(given.home, 'AISLE_HOME') ?? HOME_DEFAULT;
  if (!placeCode.safeParse(home).success) throw new ConfigRefused('--home must be an airport of three capital letters, such as JFK.');
  if (given.live && given.training) throw new ConfigRefused('Choose one of --live and --training.');
  const data = choose(given.data, 'AISLE_DATA');
  if (data === '') throw new ConfigRefused('--data must be a folder.');
  const backups = choose(given.backups, 'AISLE_BACKUPS');
  if (backups === '') throw new ConfigRefused('--backups must be a folder.');
  const storeDir = data === undefined ? (dataDir ?? defaultDataDir(env, process.platform, homedir())) : resolve(data);

  return {
    port: port === undefined ? undefined : Number(port),
    host,
    dataDir: storeDir,
    backupsDir: backups === undefined ? defaultBackupsDir(storeDir) : resolve(backups),
    mode: given.live ? 'live' : given.training ? 'training' : undefined,
    desk,
    home,
  };
}
