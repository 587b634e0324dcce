import type { Input, Output } from '../../../shared/contract.ts';
import { figureText } from '../../../shared/health/figure-text.ts';
import { figureRule } from '../../../shared/health/figures.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { readSetting, writeSetting } from '../../store/tables/settings-table.ts';
import type { Command } from '../command.ts';

/** Sets the limit of a figure; null takes back what was set. The reply tells the limit before, with which a console can undo it. */
export const setFigureLimit: Command<Input<'health.setLimit'>, Output<'health.setLimit'>> = async ({ db, emit }, { figure, limit }) => {
  const { name, unit, least, most } = figureRule(figure);
  if (limit !== null && (limit < least || limit > most))
    return refuse('LIMIT_OUT_OF_RANGE', { figure: name, min: figureText(unit, least), max: figureText(unit, most) });
  const kept = await readSetting(db, 'health');
  const { [figure]: before = null, ...others } = kept.limits;
  await writeSetting(db, 'health', { ...kept, limits: limit === null ? others : { ...others, [figure]: limit } });
  emit('limit.set', { figure, before, after: limit });
  return accept({ figure, before, limit });
};
