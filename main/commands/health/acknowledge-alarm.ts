import { ALARM_SILENT_DAYS_MAX } from '../../../shared/bounds.ts';
import type { Input, Output } from '../../../shared/contract.ts';
import { DAY_MS, MINUTE_MS } from '../../../shared/instants.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { readSetting, writeSetting } from '../../store/tables/settings-table.ts';
import { userByName } from '../../store/tables/users-table.ts';
import type { Command } from '../command.ts';

/** A supervisor sees to an alarm, which is silent until a moment. The newest acknowledgement of a figure takes the place of the one before. */
export const acknowledgeAlarm: Command<Input<'health.acknowledge'>, Output<'health.acknowledge'>> = async (
  { db, now, actor, emit },
  { figure, until, note },
) => {
  if (until < now + MINUTE_MS || until > now + ALARM_SILENT_DAYS_MAX * DAY_MS)
    return refuse('ALARM_UNTIL_WRONG', { days: ALARM_SILENT_DAYS_MAX });
  const kept = await readSetting(db, 'health');
  const by = (await userByName(db, actor.user))?.display ?? actor.user;
  await writeSetting(db, 'health', { ...kept, acknowledged: { ...kept.acknowledged, [figure]: { by, at: now, until, note } } });
  emit('alarm.acknowledged', { figure, until });
  return accept({ figure, until });
};
