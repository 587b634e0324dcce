import type { BrowserWindow, Protocol } from 'electron';
import type { Pages } from './window-pages.ts';
import { SCHEME } from './window-security.ts';

interface FirstWindowOptions {
  readonly protocol: Pick<Protocol, 'handle'>;
  /** Opens a window on whatever pages are shown then. */
  readonly open: () => Pick<BrowserWindow, 'isDestroyed' | 'setTitle' | 'webContents'>;
}

/**
 * The window that is there from the start of Aisle on. To open a store takes seconds, on a slow disk or after an update up to a minute, and a program that shows
 * nothing is started once more. So the same window first says what Aisle is doing, and then loads its page anew: as the console, or as what is wrong.
 */
export class FirstWindow {
  readonly #options: FirstWindowOptions;
  #pages: Pages | undefined;
  #window: ReturnType<FirstWindowOptions['open']> | undefined;

  constructor(options: FirstWindowOptions) {
    this.#options = options;
  }

  /** From now on all windows get these pages. This one shows them at once, and is opened if there is none. */
  show(pages: Pages): void {
    if (!this.#pages) this.#options.protocol.handle(SCHEME, (request) => (this.#pages ?? pages)(request));
    this.#pages = pages;
    if (this.#window && !this.#window.isDestroyed()) this.#window.webContents.reload();
    else this.#window = this.#options.open();
  }

  /** Says in its title how far it has come. */
  tell(sentence: string): void {
    if (this.#window && !this.#window.isDestroyed()) this.#window.setTitle(sentence);
  }
}
