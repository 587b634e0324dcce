import { contextBridge, ipcRenderer } from 'electron';
import type { WindowBridge } from '../shared/contract.ts';
import { METHOD_NAMES } from '../shared/method-names.ts';

/**
 * All that the console can reach: calls by the names of the contract, what the hub tells, and a PDF of what the page prints. It is no generic tunnel: only known method
 * names pass. Neither channel names nor anything else of Electron is handed on. No parser is bundled here, because the hub checks each
 * call again.
 */
const known: ReadonlySet<string> = new Set(METHOD_NAMES);

/** How many messages are kept until the console listens. The hub sends as soon as the page is loaded; the console may need longer. */
const WAITING_MAX = 1_000;
let waiting: unknown[] | undefined = [];
const listeners = new Set<(event: unknown) => void>();

ipcRenderer.on('event', (_, heard: unknown) => {
  for (const listener of listeners) listener(heard);
  // No event is among them, because the page has not said yet what it follows.
  if (waiting && waiting.push(heard) > WAITING_MAX) waiting.shift();
});

const bridge: WindowBridge = {
  async call(method, input, by) {
    if (!known.has(method)) throw new TypeError('There is no such method.');
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
};

contextBridge.exposeInMainWorld('aisle', bridge);
