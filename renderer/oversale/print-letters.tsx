import { call, newRequestId } from '../client/client.ts';
import { toast } from '../parts/toast.tsx';
import { printSheet } from '../shift/print-sheet.tsx';
import { LetterSheets } from './letter-sheet.tsx';
import { lettersOf } from './letters-of.ts';
import { type OversaleRoom, useOversale } from './oversale-store.ts';
import './letter.css';

/** Prints all letters that were not printed, or all of them again when none is left. The hub is told of each that is counted before the paper is drawn. */
export async function printLetters(room: OversaleRoom): Promise<void> {
  const all = lettersOf(room);
  const fresh = all.filter(({ printedAt }) => printedAt === null);
  const letters = fresh.some(({ id }) => id !== null) || fresh.length === all.length ? fresh : all;
  if (letters.length === 0) {
    toast('There is no letter to print.', 'warn');
    return;
  }
  for (const { kind, id } of letters) {
    if (id === null || kind === 'rights') continue;
    const reply = await call('oversale.printed', { requestId: newRequestId(), kind, id }, 'person');
    if (reply.ok) continue;
    toast(`Not printed. ${reply.refusal.message} ${reply.refusal.next}`, 'warn');
    return;
  }
  const { rule } = room;
  printSheet(
    <LetterSheets letters={letters} rule={rule.regime === null ? undefined : rule} />,
    letters.length === 1 ? '1 letter printed' : `${letters.length} letters printed`,
  );
  void useOversale.getState().load();
}
