import { call, newRequestId } from '../client/client.ts';
import { localDay } from '../format/times.ts';
import { toast } from '../parts/toast.tsx';
import type { PrintTo } from '../print/print-page.ts';
import { printSheet } from '../print/print-sheet.tsx';
import { LetterSheets } from './letter-sheet.tsx';
import { lettersOf } from './letters-of.ts';
import { type OversaleRoom, useOversale } from './oversale-store.ts';
import './letter.css';

/** Prints all letters that were not printed, or all of them again when none is left. The hub is told of each that is counted before the paper is drawn. */
export async function printLetters(room: OversaleRoom, to: PrintTo): Promise<void> {
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
  const { rule, flight, departsAt, originZone } = room;
  const what = letters.length === 1 ? '1 letter' : `${letters.length} letters`;
  const name = `Letters ${flight} ${localDay(departsAt, originZone)}`;
  await printSheet(<LetterSheets letters={letters} rule={rule.regime === null ? undefined : rule} />, { to, what, name });
  void useOversale.getState().load();
}
