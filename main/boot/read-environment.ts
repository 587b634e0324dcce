import { CONFIG_NAMES, isConfigName } from './config-rows.ts';
import { type GivenSetting, type GivenSettings, misfits } from './given-settings.ts';
import { nearestSetting } from './nearest-setting.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Read by the tools that build and test Aisle, and not by Aisle. */
export const OF_TOOLS: ReadonlySet<string> = new Set(['AISLE_CHROMIUM', 'AISLE_FUZZ_SEED', 'AISLE_QUIET_TRAINING']);

/** What the environment says. An empty variable says nothing. */
export function readEnvironment(env: Environment): GivenSettings {
  const ours = Object.entries(env).filter(([name, value]) => name.startsWith('AISLE_') && value && !OF_TOOLS.has(name));
  const given = ours.flatMap(([name, value = '']): GivenSetting[] => (isConfigName(name) ? [{ name, value, said: name }] : []));
  const unknown = ours.flatMap(([name]) =>
    isConfigName(name) ? [] : [`There is no setting ${name}, and the environment has it.${nearestSetting(name, CONFIG_NAMES)}`],
  );
  return { given, faults: [...misfits(given), ...unknown] };
}
