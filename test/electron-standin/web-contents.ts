import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { BrowserWindow, WindowOptions } from './browser-window.ts';
import { type Encoded, makeCodec } from './codec.ts';
import type { Params } from './devtools.ts';
import { Ipc, ipcMain } from './ipc.ts';
import { type FromPage, isolatedWorld, type ToPage } from './page/isolated-world.ts';
import { mainWorld } from './page/main-world.ts';
import { makePeer } from './page/peer.ts';
import { devtools } from './running-app.ts';
import { fromHttp, HOST, handlerOf, toHttp } from './schemes.ts';
import { type Session, session } from './session.ts';
import { windows } from './window-list.ts';

const { encode, decode } = makeCodec();
const PRELOAD_WORLD = 'preload';

export interface WebPreferences {
  readonly preload?: string;
  readonly contextIsolation?: boolean;
  readonly session?: Session;
}

type OpenHandler = (details: object) => { action: 'allow' | 'deny'; overrideBrowserWindowOptions?: WindowOptions };

interface PausedRequest {
  readonly requestId: string;
  readonly frameId: string;
  readonly resourceType: string;
  readonly request: { readonly url: string; readonly method: string; readonly headers: Record<string, string>; readonly postData?: string };
}

/** A page: one Chromium target, the two worlds put into it, and what it asks of the main process. */
export class WebContents extends EventEmitter {
  static #lastId = 0;
  readonly id = ++WebContents.#lastId;
  readonly ipc = new Ipc();
  readonly session: Session;
  readonly mainFrame: { readonly routingId: number; readonly parent: null; readonly url: string; readonly origin: string };
  targetId = '';
  readonly #window: BrowserWindow;
  readonly #preferences: WebPreferences;
  readonly #created: Promise<void>;
  #sessionId = '';
  #preloadContext: number | null = null;
  #url = '';
  #expectedUrl: string | null = null;
  #loaded: (() => void) | null = null;
  #isDestroyed = false;
  #openHandler: OpenHandler = () => ({ action: 'allow' });

  constructor(window: BrowserWindow, preferences: WebPreferences) {
    super();
    this.#window = window;
    this.#preferences = preferences;
    this.session = preferences.session ?? session.defaultSession;
    const contents = this;
    this.mainFrame = {
      routingId: 1,
      parent: null,
      get url() {
        return contents.#url;
      },
      get origin() {
        return /^[a-z][a-z0-9+.-]*:\/\/[^/]*/.exec(contents.#url)?.[0] ?? 'null';
      },
    };
    this.#created = this.#create();
  }

  static getAllWebContents(): WebContents[] {
    return [...windows.values()].map((window) => window.webContents);
  }
  static fromId(id: number) {
    return WebContents.getAllWebContents().find((contents) => contents.id === id);
  }
  static fromDevToolsTargetId(targetId: string) {
    return WebContents.getAllWebContents().find((contents) => contents.targetId === targetId);
  }
  static getFocusedWebContents() {
    return [...windows.values()].at(-1)?.webContents ?? null;
  }

  #devtools(method: string, params?: Params) {
    return devtools().send(method, params, this.#sessionId);
  }

  async #create() {
    const { width, height } = this.#window.getBounds();
    const { targetId } = await devtools().send('Target.createTarget', { url: 'about:blank', newWindow: true, width, height });
    this.targetId = String(targetId);
    const { sessionId } = await devtools().send('Target.attachToTarget', { targetId, flatten: true });
    this.#sessionId = String(sessionId);
    devtools().on(`session:${sessionId}`, (method: string, params: Params) => this.#hear(method, params));
    await Promise.all([
      this.#devtools('Page.enable'),
      this.#devtools('Runtime.enable'),
      this.#devtools('Runtime.addBinding', { name: '__standinSend', executionContextName: PRELOAD_WORLD }),
      this.#devtools('Page.addScriptToEvaluateOnNewDocument', { source: inTopFrame(`(${mainWorld})(${makePeer}, ${makeCodec})`) }),
      this.#devtools('Page.addScriptToEvaluateOnNewDocument', { worldName: PRELOAD_WORLD, source: inTopFrame(this.#preloadSource()) }),
      this.#devtools('Fetch.enable', { patterns: [{ urlPattern: `https://*.${HOST}/*` }, { urlPattern: '*', resourceType: 'Document' }] }),
      this.#devtools('Page.setLifecycleEventsEnabled', { enabled: true }),
      this.#devtools('Runtime.runIfWaitingForDebugger'),
    ]);
  }

  #preloadSource() {
    const { preload, contextIsolation = true } = this.#preferences;
    const info = { platform: process.platform, versions: process.versions, argv: [], env: {}, contextIsolated: contextIsolation };
    const text = preload ? readFileSync(preload, 'utf8') : '';
    const wrapped = `function (require, process, module, exports, setImmediate, clearImmediate) {${text}\n}`;
    return `(${isolatedWorld})(${makePeer}, ${makeCodec}, ${JSON.stringify(info)}, ${wrapped})`;
  }

  #hear(method: string, params: Params) {
    switch (method) {
      case 'Runtime.executionContextCreated': {
        const context = params.context as { id: number; name: string; auxData?: { frameId?: string } };
        if (context.name === PRELOAD_WORLD && context.auxData?.frameId === this.targetId) this.#preloadContext = context.id;
        return;
      }
      case 'Runtime.executionContextsCleared':
        this.#preloadContext = null;
        return;
      case 'Runtime.bindingCalled':
        // Only the top frame's preload may speak: a sub-frame has no bridge in Electron either.
        if (params.name === '__standinSend' && params.executionContextId === this.#preloadContext) {
          this.#hearPage(JSON.parse(String(params.payload)));
        }
        return;
      case 'Fetch.requestPaused':
        this.#serve(params as unknown as PausedRequest).catch((error) => {
          if (!this.#isDestroyed) console.error('stand-in:', error.message);
        });
        return;
      case 'Page.frameNavigated': {
        const frame = params.frame as { parentId?: string; url: string };
        if (frame.parentId) return;
        this.#url = fromHttp(frame.url);
        this.emit('did-navigate', {}, this.#url);
        return;
      }
      case 'Page.domContentEventFired':
        this.emit('dom-ready', {});
        return;
      case 'Page.loadEventFired':
        if (this.#url.startsWith('about:')) return;
        this.#loaded?.();
        this.emit('did-finish-load', {});
        this.#window.emit('ready-to-show');
        return;
      case 'Runtime.consoleAPICalled': {
        const parts = params.args as { value?: unknown; description?: string }[];
        this.emit('console-message', { level: params.type, message: parts.map((part) => part.value ?? part.description).join(' ') });
        return;
      }
      case 'Inspector.targetCrashed':
        this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    }
  }

  /** A request that Chromium waits with: asks about navigations, and answers those of the app's own schemes. */
  async #serve({ requestId, frameId, resourceType, request }: PausedRequest) {
    const url = fromHttp(request.url);
    const fail = (errorReason: string) => this.#devtools('Fetch.failRequest', { requestId, errorReason });
    if (resourceType === 'Document' && this.#expectedUrl !== request.url && this.#preventsNavigation(url, frameId === this.targetId)) {
      return fail('Aborted');
    }
    const handler = handlerOf(url);
    if (url === request.url || !handler) {
      return request.url.includes(`.${HOST}/`) ? fail('AddressUnreachable') : this.#devtools('Fetch.continueRequest', { requestId });
    }
    const { method, headers, postData } = request;
    const response = await handler(new Request(url, { method, headers, ...(postData ? { body: postData } : {}) }));
    return this.#devtools('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
      body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    });
  }

  #preventsNavigation(url: string, isMainFrame: boolean) {
    let prevented = false;
    const event = {
      url,
      isMainFrame,
      get defaultPrevented() {
        return prevented;
      },
      preventDefault() {
        prevented = true;
      },
    };
    this.emit('will-frame-navigate', event);
    if (isMainFrame) this.emit('will-navigate', event, url);
    return prevented;
  }

  #hearPage(message: FromPage) {
    switch (message.what) {
      case 'send': {
        const args = decode(message.args) as unknown[];
        ipcMain.emit(message.channel, this.#event(), ...args);
        this.ipc.emit(message.channel, this.#event(), ...args);
        return;
      }
      case 'invoke':
        void this.#invoke(message);
        return;
      case 'open': {
        const url = fromHttp(message.url);
        const { action, overrideBrowserWindowOptions } = this.#openHandler({
          url,
          frameName: message.name,
          features: message.features,
          disposition: 'foreground-tab',
          referrer: { url: this.#url },
          postBody: null,
        });
        if (action === 'allow') this.#window.openAnother(url, overrideBrowserWindowOptions);
        return;
      }
      case 'preload-error':
        this.emit('preload-error', {}, this.#preferences.preload, decode(message.error));
    }
  }

  async #invoke({ id, channel, args }: FromPage & { what: 'invoke' }) {
    try {
      const handler = this.ipc.handlerOf(channel) ?? ipcMain.handlerOf(channel);
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      const value = await handler(this.#event(), ...(decode(args) as unknown[]));
      this.#tellPage({ what: 'return', id, value: encode(value) });
    } catch (error) {
      console.error(`Error occurred in handler for '${channel}':`, error);
      this.#tellPage({ what: 'return', id, channel, error: String(error) });
    }
  }

  #event() {
    return {
      type: 'frame',
      sender: this,
      senderFrame: this.mainFrame,
      frameId: 1,
      processId: 1,
      ports: [],
      reply: (channel: string, ...args: unknown[]) => this.send(channel, ...args),
    };
  }

  #tellPage(message: ToPage) {
    if (this.#preloadContext === null || this.#isDestroyed) return;
    const expression = `__standinReceive(${JSON.stringify(message)})`;
    // A page that went away meanwhile hears nothing, as in Electron.
    this.#devtools('Runtime.evaluate', { contextId: this.#preloadContext, expression }).catch(() => undefined);
  }

  send(channel: string, ...args: unknown[]) {
    if (this.#isDestroyed) throw new TypeError('Object has been destroyed');
    const encoded: Encoded = encode(args);
    this.#tellPage({ what: 'event', channel, args: encoded });
  }

  async loadURL(url: string) {
    await this.#created;
    const target = toHttp(url);
    this.#expectedUrl = target;
    const loaded = new Promise<void>((resolve) => {
      this.#loaded = resolve;
    });
    const { errorText } = await this.#devtools('Page.navigate', { url: target });
    if (errorText) {
      this.emit('did-fail-load', {}, -2, errorText, url);
      throw new Error(`${errorText} loading '${url}'`);
    }
    await loaded;
    this.#expectedUrl = null;
  }

  async executeJavaScript(expression: string) {
    await this.#created;
    const answer = await this.#devtools('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    const problem = answer.exceptionDetails as { exception?: { description?: string } } | undefined;
    if (problem) throw new Error(problem.exception?.description);
    return (answer.result as { value?: unknown }).value;
  }
  async capturePage() {
    const { data } = await this.#devtools('Page.captureScreenshot', { format: 'png' });
    return { toPNG: () => Buffer.from(String(data), 'base64') };
  }
  async printToPDF(options: Params = {}) {
    const { data } = await this.#devtools('Page.printToPDF', options);
    return Buffer.from(String(data), 'base64');
  }

  setWindowOpenHandler(handler: OpenHandler) {
    this.#openHandler = handler;
  }
  getURL() {
    return this.#url;
  }
  isDestroyed() {
    return this.#isDestroyed;
  }
  isLoading() {
    return this.#expectedUrl !== null;
  }
  reload() {
    this.#expectedUrl = toHttp(this.#url);
    this.#devtools('Page.reload').catch(() => undefined);
  }
  close() {
    this.#window.destroy();
  }
  getLastWebPreferences() {
    return { contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true, ...this.#preferences };
  }
  getOwnerBrowserWindow() {
    return this.#window;
  }
  openDevTools() {}
  isDevToolsOpened() {
    return false;
  }
  setZoomFactor() {}
  setVisualZoomLevelLimits() {}

  /** Called by its window, once. */
  end() {
    this.#isDestroyed = true;
    if (this.targetId) {
      devtools()
        .send('Target.closeTarget', { targetId: this.targetId })
        .catch(() => undefined);
    }
    this.emit('destroyed');
  }
}

/** The worlds belong to the window's page alone, not to its frames, and not to the blank page before it. */
function inTopFrame(source: string) {
  return `if (window === window.top && location.protocol !== 'about:') { ${source} }`;
}
