import type { SettingName } from '../../shared/setting-rules.ts';
import { settingRule } from '../../shared/setting-rules.ts';
import { DeskConsole } from './desk-console.ts';

const LIMITS = ['searchesPerSecond', 'holdsPerSecond', 'holdsPerMinute'] as const satisfies readonly SettingName[];

/** Lets each desk of a hub ask as often as the settings can allow: a run sells in a second what a counter sells in an hour. */
export async function liftLimits(address: string): Promise<void> {
  const nothing = () => {};
  const supervisor = await DeskConsole.signIn(address, 'osei', 'T1-09', { sent: nothing, answered: nothing, heard: nothing });
  for (const name of LIMITS) {
    const rule = settingRule(name);
    if (rule.kind !== 'number') continue;
    const reply = await supervisor.call('settings.set', { requestId: `lift-${name}`, name, value: rule.most });
    if (!reply.ok) throw new Error(`${name} was not set: ${reply.refusal.message}`);
  }
  await supervisor.close();
}
