import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import type { Json } from '../../shared/json.ts';
import type { Notice } from '../../shared/notices.ts';
import type { Reply } from '../../shared/refusals.ts';
import type { Caller } from '../hub/caller.ts';
import type { ConsoleSession, DeskSeat } from '../hub/connection.ts';
import type { Hub } from '../hub/hub.ts';
import { type HubIdentity, newChallenge } from '../hub/hub-desk.ts';
import type { LiveConsole } from '../live/live-console.ts';
import type { LiveFeed } from '../live/live-feed.ts';
import type { Dispatcher } from './dispatch.ts';
import { isFromConsole } from './from-console.ts';
import { hello } from './hello.ts';

/** The only two channels between a window and the hub. A third saves a PDF (main/window/save-pdf.ts) and never reaches the hub. */
export const CALL_CHANNEL = 'call';
export const EVENT_CHANNEL = 'event';

class WindowConnection implements LiveConsole {
  desk: DeskSeat | undefined;
  readonly challenge = newChallenge();
  session: ConsoleSession | undefined;
  readonly caller: Caller;
  readonly #contents: WebContents;

  constructor(contents: WebContents, number: number, desk: DeskSeat) {
    this.desk = desk;
    this.#contents = contents;
    this.caller = { address: 'window', console: `window ${number}`, local: true };
  }

  notify(notice: Notice): void {
    this.#send(JSON.stringify(notice));
  }

  /** Between processes of one computer nothing waits long, and how much does cannot be found out. */
  sendFrame(frame: string): boolean {
    this.#send(frame);
    return true;
  }

  readonly hasRead = true;

  /** A text is copied as it is; an object would be copied property by property. */
  #send(text: string): void {
    if (!this.#contents.isDestroyed()) this.#contents.send(EVENT_CHANNEL, text);
  }
}

export interface IpcOptions {
  readonly ipcMain: Pick<IpcMain, 'handle' | 'removeHandler'>;
  readonly hub: Pick<Hub, 'now' | 'newestEvent'>;
  readonly live: LiveFeed;
  readonly dispatcher: Dispatcher;
  readonly identity: HubIdentity;
  /** Hears what the hub tells all its consoles beside the journal. */
  readonly onNotice?: (listener: (notice: Notice) => void) => () => void;
  /** Whether a frame shows the console itself and nothing else. */
  readonly isConsole: (url: string) => boolean;
}

export interface IpcTransport {
  /** Gives a window its connection. Nothing else may call. */
  welcome(contents: WebContents): void;
  close(): void;
}

export function serveIpc({ ipcMain, hub, live, dispatcher, identity, onNotice, isConsole }: IpcOptions): IpcTransport {
  let opened = 0;
  const windows = new Map<WebContents, WindowConnection>();
  const detachers = new Set<() => void>();

  /** Only the top frame of a window that Aisle opened, and only while it shows the console. */
  const connectionOf = (event: IpcMainInvokeEvent): WindowConnection | undefined =>
    isFromConsole(event, isConsole) ? windows.get(event.sender) : undefined;

  ipcMain.handle(CALL_CHANNEL, (event, method: unknown, input: unknown, by: unknown): Promise<Json<Reply<unknown>>> => {
    const connection = connectionOf(event);
    if (!connection) throw new Error('Only the console itself may call Aisle.');
    return dispatcher.call(connection, method, input, by);
  });

  const unnotice = onNotice?.((notice) => {
    for (const connection of windows.values()) if (connection.session) connection.notify(notice);
  });

  return {
    welcome(contents) {
      const connection = new WindowConnection(contents, ++opened, identity.desk);
      windows.set(contents, connection);
      live.welcome(connection);
      // Sent after a reload too: the page is new and knows nothing. It is the hub's own desk until it has proved another.
      const greet = () => {
        connection.desk?.leave(connection);
        connection.desk = identity.desk;
        connection.notify(hello(hub, identity, connection));
      };
      const part = () => {
        windows.delete(contents);
        live.part(connection);
        connection.session?.detach(connection);
        connection.desk?.leave(connection);
      };
      contents.on('dom-ready', greet);
      contents.on('destroyed', part);
      // A window may outlive this hub and then belong to the hub that is opened next.
      detachers.add(() => {
        if (contents.isDestroyed()) return;
        contents.off('dom-ready', greet);
        contents.off('destroyed', part);
      });
    },
    close() {
      unnotice?.();
      ipcMain.removeHandler(CALL_CHANNEL);
      for (const forget of detachers) forget();
      for (const connection of windows.values()) live.part(connection);
      windows.clear();
    },
  };
}
