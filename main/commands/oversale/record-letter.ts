import type { Input, Output } from '../../../shared/contract.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { denialById } from '../../store/tables/denials-table.ts';
import { keepLetter } from '../../store/tables/oversale-letters-table.ts';
import { volunteerById } from '../../store/tables/volunteers-table.ts';
import type { Command } from '../command.ts';

/** Writes down that the letter of a volunteer, or of a passenger who was denied boarding, was printed. */
export const recordLetter: Command<Input<'oversale.printed'>, Output<'oversale.printed'>> = async (context, { kind, id }) => {
  const { db, now, actor, emit } = context;
  const subject = kind === 'volunteer' ? await volunteerById(db, id) : await denialById(db, id);
  if (!subject) return refuse('LETTER_UNKNOWN', { kind, id });
  await keepLetter(db, { kind, subject_id: id, printed_at: now, printed_by: actor.user });
  emit('oversale.letterPrinted', { kind, id });
  return accept({ kind, id, printedAt: now });
};
