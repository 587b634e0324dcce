import type { ReactNode } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { create } from 'zustand';
import { onSessionOver } from '../client/on-session-over.ts';
import { useSession } from '../client/session-store.ts';
import { announce } from '../parts/announcer.tsx';
import { useSettingsInForce } from '../stores/settings-in-force.ts';
import '../pay/receipt.css';
import './print-sheet.css';

const useSheet = create<{ readonly sheet: ReactNode }>(() => ({ sheet: null }));
onSessionOver(() => useSheet.setState({ sheet: null }));

/** Prints a page. It stands beside the console in the document and is seen on paper, or in a PDF, alone. */
export function printSheet(sheet: ReactNode, told: string): void {
  flushSync(() => useSheet.setState({ sheet }));
  const before = document.activeElement;
  window.print();
  // While the paper is drawn the console is not, and a browser takes the focus from what is not drawn.
  if (document.activeElement === document.body && before instanceof HTMLElement) before.focus({ preventScroll: true });
  announce(told);
}

/** Where the page to print stands. */
export function Sheet() {
  const { sheet } = useSheet();
  const training = useSession(({ state }) => state?.mode === 'training');
  const settings = useSettingsInForce();
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
