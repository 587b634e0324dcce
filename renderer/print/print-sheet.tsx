import { type ReactNode, useEffect } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { create } from 'zustand';
import { onSessionOver } from '../client/on-session-over.ts';
import { useSession } from '../client/session-store.ts';
import { useSettingsInForce } from '../stores/settings-in-force.ts';
import { type Printing, printPage } from './print-page.ts';
import './paper.css';
import './print-sheet.css';

const useSheet = create<{ readonly sheet: ReactNode }>(() => ({ sheet: null }));

/** Takes the page away, so that a receipt beside it is printed. */
export const dropSheet = (): void => useSheet.setState({ sheet: null });
onSessionOver(dropSheet);

/** Prints a page. It stands beside the console in the document and is seen on paper, or in a PDF, alone. */
export async function printSheet(sheet: ReactNode, printing: Printing): Promise<void> {
  flushSync(() => useSheet.setState({ sheet }));
  await printPage(printing);
}

/** Where the page to print stands, while its screen is shown. */
export function Sheet() {
  const { sheet } = useSheet();
  const training = useSession(({ state }) => state?.mode === 'training');
  const settings = useSettingsInForce();
  useEffect(() => dropSheet, []);
  if (!sheet) return null;
  return createPortal(
    <article className="receipt sheet" aria-hidden="true">
      {training ? <p className="training">Training: nothing of this was sold</p> : null}
      {settings && settings.companyName !== '' ? (
        <address>
          <b>{settings.companyName}</b>
        </address>
      ) : null}
      {sheet}
    </article>,
    document.body,
  );
}
