import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { STORES_FOLDER } from './stores/bench-stores.ts';

/** What the bench was asked for that it does not understand, as a sentence. */
export class ArgumentsRefused extends Error {
  override name = 'ArgumentsRefused';
}

export interface BenchArguments {
  readonly json: boolean;
  readonly only: string | undefined;
  readonly peers: boolean;
  /** This row alone and without a heading, as the bench asks of itself. */
  readonly row: string | undefined;
  readonly storesFolder: string;
}

const OPTIONS = {
  json: { type: 'boolean' },
  only: { type: 'string' },
  peers: { type: 'boolean' },
  row: { type: 'string' },
  stores: { type: 'string' },
} as const;

export function readArguments(args: readonly string[]): BenchArguments {
  try {
    const { values } = parseArgs({ args: [...args], options: OPTIONS });
    return {
      json: values.json ?? false,
      only: values.only,
      peers: values.peers ?? false,
      row: values.row,
      storesFolder: values.stores === undefined ? STORES_FOLDER : resolve(values.stores),
    };
  } catch (error) {
    // The rest of Node's sentence explains how to escape a dash.
    throw new ArgumentsRefused(`${error instanceof Error ? error.message.split('. ')[0] : error}.`);
  }
}

/** Runs an entry; arguments that are not understood end it with 2 and a sentence. */
export async function runBench(main: (asked: BenchArguments) => Promise<void>): Promise<void> {
  try {
    await main(readArguments(process.argv.slice(2)));
  } catch (error) {
    if (!(error instanceof ArgumentsRefused)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}
