import { BrowserWindow } from 'electron';
import { bringToFront, openWindow, type WindowOptions } from './window.ts';

/** The one window with the passenger's screen, to be put on a second display. */
export class PassengerWindow {
  readonly #options: WindowOptions;
  #window: BrowserWindow | undefined;

  constructor(options: WindowOptions) {
    this.#options = options;
  }

  /** Opens it, or brings it to the front. */
  show(): void {
    if (this.#window) {
      bringToFront(this.#window);
      return;
    }
    this.#window = openWindow(this.#options, 'passenger');
    this.#window.once('closed', () => {
      this.#window = undefined;
    });
  }

  /** Without a console there is nothing to show to a passenger, and Aisle ends with its last window. */
  closeWithLastConsole(): void {
    if (BrowserWindow.getAllWindows().every((window) => window === this.#window)) this.#window?.close();
  }
}
