import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import { MESSAGE_BYTES_MAX } from '../../shared/bounds.ts';
import { METHOD_NAMES } from '../../shared/method-names.ts';
import type { Link, LinkSocket } from '../link/link.ts';
import { isFromConsole } from '../transport/from-console.ts';

/** What a window asks of its way to a far hub, and what it is told of its connection. */
export const LINK_CHANNEL = 'link';
export const LINK_SAID_CHANNEL = 'link-said';

const METHODS: ReadonlySet<string> = new Set(METHOD_NAMES);

interface ServeLinkOptions {
  readonly ipcMain: Pick<IpcMain, 'handle'>;
  readonly isConsole: (url: string) => boolean;
  /** Undefined: the hub is this program's own, and there is no way to another. */
  readonly link: Link | undefined;
}

/** A call of the console as text for the hub; undefined when it is none, or too large. */
function callText(sent: unknown): string | undefined {
  const { id, method, input, by } = (sent ?? {}) as Record<string, unknown>;
  if (!Number.isSafeInteger(id) || typeof method !== 'string' || !METHODS.has(method)) return undefined;
  const text = JSON.stringify({ id, method, input, by });
  return text.length > MESSAGE_BYTES_MAX ? undefined : text;
}

/** Serves the windows of a console whose hub is on another computer. Each has one connection of its own, which ends with its page. */
export function serveLink({ ipcMain, isConsole, link }: ServeLinkOptions): void {
  const sockets = new Map<WebContents, LinkSocket>();

  const part = (contents: WebContents): void => {
    sockets.get(contents)?.close();
    sockets.delete(contents);
  };

  /** `number`: the window's own, by which it knows what is said of a connection that it has left. */
  const open = (contents: WebContents, number: unknown, to: Link): void => {
    part(contents);
    const say = (text: string | null): void => {
      if (!contents.isDestroyed()) contents.send(LINK_SAID_CHANNEL, number, text);
    };
    if (!sockets.has(contents)) contents.once('destroyed', () => part(contents));
    sockets.set(contents, to.open({ heard: say, closed: () => say(null) }));
  };

  const answer = async (contents: WebContents, to: Link, deed: unknown, given: unknown): Promise<unknown> => {
    switch (deed) {
      case 'hub':
        return to.hub();
      case 'open':
        return open(contents, given, to);
      case 'close':
        return part(contents);
      case 'send': {
        const text = callText(given);
        if (text === undefined) throw new Error('This is no call.');
        return sockets.get(contents)?.send(text);
      }
      case 'makeKey':
        return to.makeKey() ?? null;
      case 'keepKey':
        return typeof given === 'string' && to.keepKey(given);
      case 'sign':
        return (typeof given === 'string' && (await to.sign(given))) || null;
      case 'forget':
        return to.forget();
      default:
        throw new Error('There is no such deed.');
    }
  };

  ipcMain.handle(LINK_CHANNEL, async (event: IpcMainInvokeEvent, deed: unknown, given: unknown): Promise<unknown> => {
    if (!isFromConsole(event, isConsole)) throw new Error('Only the console itself may call Aisle.');
    return link ? answer(event.sender, link, deed, given) : null;
  });
}
