import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../shared/contract.ts';
import { METHOD_NAMES } from '../shared/method-names.ts';

/**
 * All that the console can reach: calls by the contract's names, and what the desk tells. Neither the names of
 * channels nor anything else of Electron is handed on; each call is checked again by the desk process.
 */
const known: ReadonlySet<string> = new Set(METHOD_NAMES);

/** What was told before the console listened. The desk speaks as soon as the page is there; the console may take longer. */
const WAITING_MAX = 1_000;
let waiting: unknown[] | undefined = [];
const listeners = new Set<(event: unknown) => void>();

ipcRenderer.on('event', (_, heard: unknown) => {
  for (const listener of listeners) listener(heard);
  // What is dropped shows as a gap in the numbers, and the console asks for it.
  if (waiting && waiting.push(heard) > WAITING_MAX) waiting.shift();
});

const bridge: Bridge = {
  async call(method, input, by) {
    if (!known.has(method)) throw new TypeError('There is no such method.');
    return await ipcRenderer.invoke('call', method, input, by);
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
