/** An option of a start. `value`: what it takes, if anything. `does`: for the usage text, in the words of README's table. */
interface Option {
  readonly type: 'string' | 'boolean';
  readonly value?: string;
  readonly does: string;
}

/** What the hub itself understands. */
export const HUB_OPTIONS = {
  port: { type: 'string', value: 'NUMBER', does: 'where the hub listens (4610; beside a window only when it is given)' },
  host: { type: 'string', value: 'ADDRESS', does: 'on which address (127.0.0.1); 0.0.0.0 lets other computers reach it, encrypted' },
  data: { type: 'string', value: 'FOLDER', does: 'where the store is kept' },
  backups: { type: 'string', value: 'FOLDER', does: 'where backups are kept (backups beside the store)' },
  live: { type: 'boolean', does: 'a real store' },
  training: { type: 'boolean', does: 'the training store (what an empty desk starts with)' },
  desk: { type: 'string', value: 'NAME', does: 'what this desk is called' },
  home: { type: 'string', value: 'AIRPORT', does: 'the airport whose board opens first' },
  hub: { type: 'string', value: 'ADDRESS', does: 'be a console of the hub at this https address, with no store of its own' },
  config: { type: 'string', value: 'FILE', does: 'the file of settings (running.md)' },
} as const satisfies Record<string, Option>;

/** What every program that starts a hub understands. */
const HELP = { help: { type: 'boolean', does: 'show this' } } as const satisfies Record<string, Option>;

/** What only `npm start` understands. */
export const START_OPTIONS = {
  'no-window': { type: 'boolean', does: 'serve the console to browsers, without Electron' },
  'no-browser': { type: 'boolean', does: 'do not open a browser' },
  ...HELP,
} as const satisfies Record<string, Option>;

/** What `hub.js` alone says of itself. It has no window, so it is no console of another hub. */
export function hubUsage(): string {
  const { hub: _, ...options } = HUB_OPTIONS;
  return `node hub.js [options]\n${optionLines({ ...options, ...HELP })}`;
}

/** The lines of a usage text, one an option. */
export function optionLines(options: Readonly<Record<string, Option>>): string {
  const named = Object.entries(options).map(([name, { value, does }]) => ({ text: `--${name}${value ? ` ${value}` : ''}`, does }));
  const width = Math.max(...named.map(({ text }) => text.length));
  return named.map(({ text, does }) => `  ${text.padEnd(width)}  ${does}`).join('\n');
}
