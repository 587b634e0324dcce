import { contextBridge, ipcRenderer } from 'electron';
import type { WindowBridge } from '../shared/contract.ts';
import type { WindowLink } from '../shared/far-hub.ts';
import { METHOD_NAMES } from '../shared/method-names.ts';

/**
 * All that the console can reach: calls by the names of the contract, what the hub tells, a PDF of what the page prints, and where the hub is on another computer the way
 * to it. It is no generic tunnel: only known method names pass. Neither channel names nor anything else of Electron is handed on. No parser is bundled here, because the hub checks each
 * call again.
 */
const known: ReadonlySet<string> = new Set(METHOD_NAMES);

/** How many messages are kept until the console listens. The hub sends as soon as the page is loaded; the console may need longer. */
const WAITING_MAX = 1_000;
let waiting: unknown[] | undefined = [];
const listeners = new Set<(event: unknown) => void>();

function mustBeKnown(method: unknown): void {
  if (!known.has(method as string)) throw new TypeError('There is no such method.');
}

/** The connection of now to a hub on another computer, by its number; what is still said of one before is dropped. */
let opened = 0;
let hearLink: ((text: string | null) => void) | undefined;

ipcRenderer.on('link-said', (_, number: unknown, text: string | null) => {
  if (number === opened) hearLink?.(text);
});

ipcRenderer.on('event', (_, heard: unknown) => {
  for (const listener of listeners) listener(heard);
  // No event is among them, because the page has not said yet what it follows.
  if (waiting && waiting.push(heard) > WAITING_MAX) waiting.shift();
});

const link: WindowLink = {
  hub: () => ipcRenderer.invoke('link', 'hub'),
  open(heard) {
    if (typeof heard !== 'function') throw new TypeError('A listener is a function.');
    opened += 1;
    hearLink = heard;
    void ipcRenderer.invoke('link', 'open', opened);
  },
  send({ id, method, input, by }) {
    mustBeKnown(method);
    void ipcRenderer.invoke('link', 'send', { id, method, input, by });
  },
  close() {
    hearLink = undefined;
    void ipcRenderer.invoke('link', 'close');
  },
  makeKey: () => ipcRenderer.invoke('link', 'makeKey'),
  keepKey: (id) => ipcRenderer.invoke('link', 'keepKey', String(id)),
  sign: (challenge) => ipcRenderer.invoke('link', 'sign', String(challenge)),
  forget: () => ipcRenderer.invoke('link', 'forget'),
};

const bridge: WindowBridge = {
  async call(method, input, by) {
    mustBeKnown(method);
    return await ipcRenderer.invoke('call', method, input, by);
  },
  async savePdf(name) {
    if (typeof name !== 'string') throw new TypeError('A name is a text.');
    return await ipcRenderer.invoke('save-pdf', name);
  },
  on(listener) {
    if (typeof listener !== 'function') throw new TypeError('A listener is a function.');
    listeners.add(listener);
    const missed = waiting ?? [];
    waiting = undefined;
    for (const heard of missed) listener(heard);
    return () => {
      listeners.delete(listener);
    };
  },
  link,
};

contextBridge.exposeInMainWorld('aisle', bridge);
