import { builtinModules } from 'node:module';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

/** Files that start a process. What they share goes into common chunks beside them. */
export const PROCESS_ENTRIES = {
  electron: 'main/electron.ts',
  hub: 'main/hub.ts',
  aisle: 'main/aisle.ts',
};

/**
 * Worker threads. Each is bundled alone and needs no other file. In a packed app they lie outside app.asar, with their data and the
 * driver, because a thread does not read archives as the main thread does. Asar integrity does not cover them; that is accepted.
 */
export const THREAD_ENTRIES = {
  'writer-thread': 'main/threads/writer-thread.ts',
  'reader-thread': 'main/threads/reader-thread.ts',
  'check-thread': 'main/threads/check-thread.ts',
  'checkpoint-thread': 'main/threads/checkpoint-thread.ts',
  'import-thread': 'main/threads/import-thread.ts',
  'backup-thread': 'main/threads/backup-thread.ts',
  'what-if-thread': 'main/threads/what-if-thread.ts',
};

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * V8 keeps the text of a program for as long as it runs: in one byte a character, or in two as soon as one of them is no ASCII. With some hundred dashes, letters and quotation
 * marks written as escapes the hub needs 7 MiB less.
 */
const narrowText: Plugin = {
  name: 'narrow-text',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) if (file.type === 'chunk') file.code = file.code.replace(/[\u0080-\uffff]/g, escaped);
  },
};

/** Only Electron, Node and the native driver stay imports. Everything else is bundled, so that only the driver is packed. */
export function mainConfig(input: Record<string, string>): UserConfig {
  const alone = Object.keys(input).length === 1;
  return {
    plugins: [narrowText],
    build: {
      ssr: true,
      outDir: 'out/main',
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'node24',
      minify: false,
      // The terms of what is bundled travel with it.
      license: { fileName: `licenses/${Object.keys(input).join('-')}.md` },
      rolldownOptions: {
        input,
        external: ['electron', 'better-sqlite3', ...builtinModules.flatMap((name) => [name, `node:${name}`])],
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'common-[name].js',
          ...(alone ? { codeSplitting: false } : {}),
        },
      },
    },
    ssr: { noExternal: true },
  };
}

export default defineConfig(mainConfig(PROCESS_ENTRIES));
