import { HOLD_MINUTES_MAX, HOLD_MINUTES_MIN } from '../../shared/bounds.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import { readSetting, writeSetting } from '../store/tables/settings-table.ts';
import type { Command } from './command.ts';

/** Sets how long new holds run. Live holds keep their deadlines. */
export const setHoldMinutes: Command<Input<'settings.setHoldMinutes'>, Output<'settings.setHoldMinutes'>> = async (
  context,
  { minutes },
) => {
  if (minutes < HOLD_MINUTES_MIN || minutes > HOLD_MINUTES_MAX)
    return refuse('SETTING_OUT_OF_RANGE', { setting: 'Hold time in minutes', min: HOLD_MINUTES_MIN, max: HOLD_MINUTES_MAX });
  const before = await readSetting(context.db, 'holdMinutes');
  await writeSetting(context.db, 'holdMinutes', minutes);
  context.emit('setting.changed', { subject: 'hold minutes', before: String(before), after: String(minutes) });
  return accept({ holdMinutes: minutes });
};
