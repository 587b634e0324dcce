import { parseArgs } from 'node:util';
import { CONFIG_NAMES, CONFIG_ROWS, type ConfigName, type ConfigRow } from './config-rows.ts';
import { type GivenSetting, type GivenSettings, misfits } from './given-settings.ts';
import { nearestSetting } from './nearest-setting.ts';
import { HUB_OPTIONS } from './options.ts';

const OPTIONS: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>> = HUB_OPTIONS;

const settingOf = (option: string): ConfigName | undefined =>
  CONFIG_NAMES.find((name) => (CONFIG_ROWS[name] as ConfigRow).option === option);

/** What the arguments say. With `amongOthers` those that are not Aisle's are passed over. */
export function readArguments(args: readonly string[], amongOthers: boolean): GivenSettings {
  const { tokens } = parseArgs({ args: amongOthers ? known(args) : [...args], options: HUB_OPTIONS, strict: false, tokens: true });
  const given: GivenSetting[] = [];
  const faults: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') faults.push(`${token.value} is no option.`);
    if (token.kind !== 'option') continue;
    const { name: option, rawName: said, value } = token;
    const type = Object.hasOwn(OPTIONS, option) ? OPTIONS[option]?.type : undefined;
    const name = option === 'live' || option === 'training' ? 'AISLE_MODE' : settingOf(option);
    if (type === undefined || !name) {
      const near = nearestSetting(
        said,
        Object.keys(OPTIONS).map((one) => `--${one}`),
      );
      faults.push(`There is no option ${said}.${near}`);
    } else if (type === 'boolean') {
      if (value === undefined) given.push({ name, value: option, said });
      else faults.push(`${said} takes no value.`);
    } else if (value === undefined) faults.push(`${said} needs a value: it must ${CONFIG_ROWS[name].must}.`);
    else given.push({ name, value, said });
  }
  const modes = new Set(given.filter(({ name }) => name === 'AISLE_MODE').map(({ value }) => value));
  if (modes.size > 1) faults.push('Choose one of --live and --training.');
  return { given, faults: [...faults, ...misfits(given)] };
}

/** The arguments of a window hold switches of Electron too. Only those of Aisle are read. */
function known(args: readonly string[]): string[] {
  const kept: string[] = [];
  for (let place = 0; place < args.length; place++) {
    const arg = args[place] ?? '';
    const option = Object.entries(OPTIONS).find(([name]) => arg === `--${name}` || arg.startsWith(`--${name}=`))?.[1];
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
