import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { IpcMain, SaveDialogOptions, SaveDialogReturnValue, WebContents } from 'electron';
import type { SavedPdf } from '../../shared/contract.ts';
import { isFromConsole } from '../transport/from-console.ts';

export const PDF_CHANNEL = 'save-pdf';

/** Longest name of a file that a page may propose, in letters. */
const NAME_MAX = 80;

interface SavePdfOptions {
  readonly ipcMain: Pick<IpcMain, 'handle'>;
  readonly isConsole: (url: string) => boolean;
  /** The folder that is shown first. */
  readonly folder: () => string;
  /** Asks the person at this computer where the file goes. A page never names a place itself. */
  readonly ask: (contents: WebContents, options: SaveDialogOptions) => Promise<Pick<SaveDialogReturnValue, 'canceled' | 'filePath'>>;
  readonly write?: (file: string, pdf: Uint8Array) => Promise<void>;
}

/**
 * Saves what a console would print as a PDF. It is drawn before the person is asked, because the page may change while the question stands.
 * Type and its letters are embedded by Chromium. A window saves one at a time.
 */
export function servePdf({ ipcMain, isConsole, folder, ask, write = writeFile }: SavePdfOptions): void {
  const busy = new Set<WebContents>();
  const save = async (contents: WebContents, name: string): Promise<SavedPdf> => {
    // The paper is that of the page's own style sheet: A4, or a roll.
    const pdf = await contents.printToPDF({ preferCSSPageSize: true, generateTaggedPDF: true });
    const { canceled, filePath } = await ask(contents, {
      defaultPath: join(folder(), `${name}.pdf`),
      filters: [{ name: 'PDF', extensions: ['pdf'] }],
      properties: ['showOverwriteConfirmation'],
    });
    if (canceled || !filePath) return 'cancelled';
    await write(filePath, pdf);
    return 'saved';
  };
  ipcMain.handle(PDF_CHANNEL, async (event, name: unknown): Promise<SavedPdf> => {
    if (!isFromConsole(event, isConsole)) throw new Error('Only the console itself may call Aisle.');
    const { sender } = event;
    if (busy.has(sender)) return 'cancelled';
    busy.add(sender);
    try {
      return await save(sender, fileName(name));
    } catch {
      // A full disk, a folder that is not there any more. The console says it; the reason could hold a name.
      return 'failed';
    } finally {
      busy.delete(sender);
    }
  });
}

/** A name without anything that a file system gives a meaning. */
export function fileName(proposed: unknown): string {
  const text = typeof proposed === 'string' ? proposed : '';
  const name = text
    .replace(/[^\p{L}\p{N} ._-]+/gu, ' ')
    .replace(/^[\s.]+/, '')
    .slice(0, NAME_MAX)
    .replace(/[\s.]+$/, '');
  return name === '' ? 'Aisle' : name;
}
