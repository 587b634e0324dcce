import { savePdfOfWindow } from '../client/choose-bridge.ts';
import { announce } from '../parts/announcer.tsx';
import { toast } from '../parts/toast.tsx';

/** paper: the printer of this computer. pdf: a file; in a browser its own print view, which can save one. */
export type PrintTo = 'paper' | 'pdf';

export interface Printing {
  readonly to: PrintTo;
  /** What is printed, as it is told afterwards: `Z 12`. */
  readonly what: string;
  /** Of the file, without its ending. */
  readonly name: string;
  /** Follows what was done: `, marked COPY`. */
  readonly more?: string;
}

const FONT = '10pt "Inter Variable"';

/**
 * The letters of a page that is seen on paper alone were never drawn, and Chromium prints them in another font while theirs is still to be read.
 * So the parts of the font that the page needs are read first.
 */
async function readFonts(): Promise<void> {
  const text = [...document.querySelectorAll('body > .receipt')].map((page) => page.textContent ?? '').join('');
  const fonts: FontFaceSet | undefined = document.fonts;
  // A part that cannot be read is printed in the next font of the list.
  await fonts?.load(FONT, text).catch(() => []);
}

let busy = false;

/** Prints the page that stands beside the console in the document, or saves it as a PDF. The name of the file is the title meanwhile: browsers propose it. */
export async function printPage({ to, what, name, more = '' }: Printing): Promise<void> {
  if (busy) return;
  busy = true;
  const { title } = document;
  const before = document.activeElement;
  try {
    await readFonts();
    document.title = name;
    const savePdf = to === 'pdf' ? savePdfOfWindow() : undefined;
    const saved = savePdf ? await savePdf(name) : printed();
    if (saved === 'failed') toast(`${what} was not saved. The file could not be written.`, 'bad');
    else if (saved === 'cancelled') announce(`${what} was not saved`);
    else announce(`${what} ${saved === 'saved' ? 'saved as PDF' : 'printed'}${more}`);
  } finally {
    document.title = title;
    busy = false;
    // While the paper is drawn the console is not, and a browser takes the focus from what is not drawn.
    if (document.activeElement === document.body && before instanceof HTMLElement) before.focus({ preventScroll: true });
  }
}

function printed(): 'printed' {
  window.print();
  return 'printed';
}
