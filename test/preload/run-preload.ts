import { EventEmitter } from 'node:events';
import { resolve } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build, type Rolldown } from 'vite';
import type { WindowBridge } from '../../shared/contract.ts';

/** The preload's one file, as the build makes it. */
export async function buildPreload(): Promise<string> {
  const configFile = resolve(import.meta.dirname, '../../vite.preload.config.ts');
  const built = (await build({ configFile, logLevel: 'silent', build: { write: false } })) as
    | Rolldown.RolldownOutput
    | Rolldown.RolldownOutput[];
  const { output } = [built].flat()[0] as Rolldown.RolldownOutput;
  if (output.length !== 1) throw new Error(`the preload must be one file, and is ${output.length}`);
  return output[0].code;
}

export interface RunPreload {
  readonly exposed: Record<string, WindowBridge>;
  readonly required: string[];
  readonly invoked: unknown[][];
  /** As the hub's process sends to this window. */
  send(channel: string, ...args: unknown[]): void;
}

/** Runs the built file where there is nothing but what a sandboxed preload has. */
export function runPreload(code: string, answer: (...args: unknown[]) => unknown = () => '{"ok":true,"value":{}}'): RunPreload {
  const ipc = new EventEmitter();
  const exposed: Record<string, WindowBridge> = {};
  const required: string[] = [];
  const invoked: unknown[][] = [];
  const electron = {
    contextBridge: {
      exposeInMainWorld(name: string, bridge: WindowBridge) {
        exposed[name] = bridge;
      },
    },
    ipcRenderer: {
      on: ipc.on.bind(ipc),
      async invoke(...args: unknown[]) {
        invoked.push(args);
        return answer(...args);
      },
    },
  };
  const require = (name: string) => {
    required.push(name);
    if (name !== 'electron') throw new Error(`a sandboxed preload cannot require ${name}`);
    return electron;
  };
  runInNewContext(code, { require, module: { exports: {} }, exports: {} });
  return { exposed, required, invoked, send: (channel, ...args) => void ipc.emit(channel, { sender: 'secret' }, ...args) };
}
