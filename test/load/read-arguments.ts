import { parseArgs } from 'node:util';

/** What the load was asked for that it does not do, as a sentence. */
export class LoadRefused extends Error {
  override name = 'LoadRefused';
}

export const LOAD_SCENES = ['mix', 'flash', 'storm'] as const;

/** none: no flash sale is open. order, lot: a supervisor opens one, and holds wait in its line. */
export const LOAD_LINES = ['none', 'order', 'lot'] as const;

export interface LoadArguments {
  /** mix: everyday work. flash: everybody wants the last seats of one flight. storm: everybody loses the hub at once. */
  readonly scene: (typeof LOAD_SCENES)[number];
  /** Of the rush for the last seats alone. */
  readonly line: (typeof LOAD_LINES)[number];
  readonly consoles: number;
  readonly minutes: number;
  /** Calls a second of all consoles together. */
  readonly rate: number;
  /** The most stops of a search; the console asks for one unless the agent says otherwise. */
  readonly stops: 0 | 1 | 2;
  readonly seed: number;
  readonly host: string;
  /** Consoles speak TLS, and the hub listens on every address, because only then it has a certificate. */
  readonly secure: boolean;
  readonly json: boolean;
  /** A folder into which Node writes a profile of the hub's processor time. */
  readonly profile: string | undefined;
}

/** Nobody else's hub is loaded by mistake: the load starts its own, and only this computer reaches it. */
const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];
const HOST_DEFAULT = '127.0.0.1';
const CONSOLES_MAX = 2_000;
const MINUTES_MAX = 90;
const RATE_MAX = 20_000;

const OPTIONS = {
  consoles: { type: 'string', default: '1000' },
  minutes: { type: 'string', default: '2' },
  rate: { type: 'string', default: '2000' },
  stops: { type: 'string', default: '1' },
  seed: { type: 'string', default: '13' },
  host: { type: 'string', default: HOST_DEFAULT },
  secure: { type: 'boolean', default: false },
  profile: { type: 'string' },
  flash: { type: 'boolean', default: false },
  line: { type: 'string', default: 'none' },
  storm: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    // The rest of Node's sentence explains how to escape a dash.
    throw new LoadRefused(`${error instanceof Error ? error.message.split('. ')[0] : error}.`);
  }
}

function numberOf(name: string, text: string, least: number, most: number, whole = true): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (!(value >= least && value <= most) || (whole && !Number.isInteger(value)))
    throw new LoadRefused(`--${name} takes a ${whole ? 'whole ' : ''}number from ${least} to ${most.toLocaleString('en')}.`);
  return value;
}

/** Throws LoadRefused. */
export function readArguments(args: readonly string[]): LoadArguments {
  const { flash, storm, json, profile, host, secure, line: asked, ...texts } = parsed(args);
  if (flash && storm) throw new LoadRefused('--flash and --storm are two runs: give one of them.');
  const line = LOAD_LINES.find((each) => each === asked);
  if (!line) throw new LoadRefused(`--line takes ${LOAD_LINES.join(', ')}.`);
  if (line !== 'none' && !flash) throw new LoadRefused('--line belongs to --flash: only there holds wait in line.');
  if (!LOOPBACK.includes(host)) throw new LoadRefused(`--host takes this computer alone: ${LOOPBACK.join(', ')}.`);
  if (secure && host !== HOST_DEFAULT) throw new LoadRefused('--secure has the hub listen on every address: leave --host out.');
  return {
    scene: flash ? 'flash' : storm ? 'storm' : 'mix',
    line,
    consoles: numberOf('consoles', texts.consoles, 1, CONSOLES_MAX),
    minutes: numberOf('minutes', texts.minutes, 0.05, MINUTES_MAX, false),
    rate: numberOf('rate', texts.rate, 1, RATE_MAX),
    stops: numberOf('stops', texts.stops, 0, 2) as 0 | 1 | 2,
    seed: numberOf('seed', texts.seed, 0, 2 ** 31 - 1),
    ...{ host, secure, json, profile },
  };
}
