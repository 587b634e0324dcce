import type { Input, Output } from '../../shared/contract.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import { settingRule } from '../../shared/setting-rules.ts';
import { settingProblem } from '../../shared/settings/setting-problem.ts';
import { readSetting, writeSetting } from '../store/tables/settings-table.ts';
import type { Command } from './command.ts';

/**
 * Sets one setting of the table shared/setting-rules.ts. It counts from now on: what was done under the old value stays. The reply tells
 * the value before, with which a console can undo it.
 */
export const setSetting: Command<Input<'settings.set'>, Output<'settings.set'>> = async ({ db, emit }, { name, value }) => {
  const rule = settingRule(name);
  const problem = settingProblem(rule, value);
  if (problem === 'range' && rule.kind !== 'choice') {
    const setting = rule.kind === 'number' ? `${rule.name} in ${rule.unit}` : `${rule.name} in characters`;
    return refuse('SETTING_OUT_OF_RANGE', { setting, min: rule.least, max: rule.most });
  }
  if (problem && problem !== 'range') return refuse('SETTING_INVALID', { setting: rule.name, ...problem });
  const before: number | string = await readSetting(db, name);
  await writeSetting(db, name, value as typeof before as never);
  emit('setting.changed', { subject: rule.subject, before: String(before), after: String(value) });
  return accept({ name, before, value });
};
