import { EventEmitter } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from './app.ts';
import { WebContents, type WebPreferences } from './web-contents.ts';
import { windows } from './window-list.ts';

export interface WindowOptions {
  readonly width?: number;
  readonly height?: number;
  readonly show?: boolean;
  readonly title?: string;
  readonly webPreferences?: WebPreferences;
}

const SIZE = { width: 800, height: 600 };

/** A window: its geometry and focus are nominal, its page is a real one. */
export class BrowserWindow extends EventEmitter {
  static #lastId = 0;
  readonly id: number;
  readonly webContents: WebContents;
  readonly #options: WindowOptions;
  #bounds: { x: number; y: number; width: number; height: number };
  #isVisible: boolean;
  #title: string;

  constructor(options: WindowOptions = {}) {
    super();
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    this.id = ++BrowserWindow.#lastId;
    this.#options = options;
    this.#bounds = { x: 0, y: 0, width: options.width ?? SIZE.width, height: options.height ?? SIZE.height };
    this.#isVisible = options.show !== false;
    this.#title = options.title ?? '';
    this.webContents = new WebContents(this, options.webPreferences ?? {});
    windows.set(this.id, this);
    app.emit('browser-window-created', {}, this);
    app.emit('web-contents-created', {}, this.webContents);
  }

  static getAllWindows() {
    return [...windows.values()];
  }
  static getFocusedWindow() {
    return [...windows.values()].at(-1) ?? null;
  }
  static fromWebContents(contents: WebContents) {
    return contents.getOwnerBrowserWindow();
  }
  static fromId(id: number) {
    return windows.get(id) ?? null;
  }

  loadURL(url: string) {
    return this.webContents.loadURL(url);
  }
  loadFile(file: string) {
    return this.loadURL(pathToFileURL(path.resolve(app.getAppPath(), file)).href);
  }
  /** What window.open makes when the app allows it. */
  openAnother(url: string, override: WindowOptions = {}) {
    new BrowserWindow({ ...this.#options, ...override }).loadURL(url).catch((error) => console.error('stand-in:', error.message));
  }

  show() {
    this.#isVisible = true;
    this.emit('show');
  }
  hide() {
    this.#isVisible = false;
    this.emit('hide');
  }
  isVisible() {
    return this.#isVisible;
  }
  focus() {
    app.emit('browser-window-focus', {}, this);
    this.emit('focus');
  }
  isFocused() {
    return this.#isVisible;
  }
  minimize() {}
  maximize() {}
  restore() {}
  isMinimized() {
    return false;
  }
  isMaximized() {
    return false;
  }
  isFullScreen() {
    return false;
  }
  setTitle(title: string) {
    this.#title = title;
  }
  getTitle() {
    return this.#title;
  }
  setMenu() {}
  removeMenu() {}
  setMenuBarVisibility() {}
  setBackgroundColor() {}
  getBounds() {
    return { ...this.#bounds };
  }
  getContentBounds() {
    return this.getBounds();
  }
  getNormalBounds() {
    return this.getBounds();
  }
  setBounds(bounds: Partial<{ x: number; y: number; width: number; height: number }>) {
    this.#bounds = { ...this.#bounds, ...bounds };
  }

  isDestroyed() {
    return this.webContents.isDestroyed();
  }
  /** Asks first; returns whether it closed. */
  close() {
    let prevented = false;
    this.emit('close', {
      preventDefault() {
        prevented = true;
      },
    });
    if (!prevented) this.destroy();
    return !prevented;
  }
  destroy() {
    if (this.isDestroyed()) return;
    windows.delete(this.id);
    this.webContents.end();
    this.emit('closed');
    if (windows.size > 0 || app.isQuitting) return;
    if (!app.emit('window-all-closed')) app.quit();
  }
}
