import { homedir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { defaultDataDir } from './config.ts';
import { importFile } from './schedule/import-command.ts';

const USAGE = `Usage: npm run aisle -- import FILE [--dry-run] [--json] [--data DIR] [--live | --training]

  FILE        A schedule: SSIM chapter 7, or the CSV of docs/schedule-csv.md
  --dry-run   Only tell what the file would change
  --json      One JSON object instead of sentences
  --data DIR  The folder of the store; the console's own when not given
  --live, --training
              Which of its two stores; training until a real one was set up

Ends with 0 when the file was (or could be) applied, 1 when it was refused, 2 when the call was wrong.
`;

/** The command line. Each subcommand is the same code that the console uses. */
async function main(args: readonly string[]): Promise<number> {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 24)
    return wrong(`Aisle needs Node 24, and this is Node ${process.versions.node}. Run it through npm: npm run aisle -- import FILE`);
  const options = {
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
    data: { type: 'string' },
    live: { type: 'boolean' },
    training: { type: 'boolean' },
    help: { type: 'boolean' },
  } as const;
  let given: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>;
  try {
    given = parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    return wrong(error instanceof Error ? (error.message.split('. ')[0] ?? '') : 'The arguments cannot be read');
  }
  const { values, positionals } = given;
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const [command, file, ...rest] = positionals;
  if (command !== 'import') return wrong(command ? `There is no command ${command}` : 'Say what to do');
  if (file === undefined || rest.length > 0) return wrong('import takes one file');
  if (values.live && values.training) return wrong('Choose one of --live and --training');
  return importFile({
    file: path.resolve(typedIn, file),
    dataDir: path.resolve(typedIn, values.data ?? (process.env.AISLE_DATA || defaultDataDir(process.env, process.platform, homedir()))),
    mode: values.live ? 'live' : values.training ? 'training' : undefined,
    dryRun: values['dry-run'] === true,
    json: values.json === true,
    out: (text) => void process.stdout.write(text),
    progress: process.stderr.isTTY ? (text) => void process.stderr.write(text) : () => {},
  });
}

// npm itself changes to the package's folder and says where the command was typed.
const typedIn = process.env.INIT_CWD || process.cwd();

function wrong(problem: string): number {
  process.stderr.write(`${problem}.\n\n${USAGE}`);
  return 2;
}

// What is imported lies beside passengers' names: nobody else on this computer may read it.
process.umask(0o077);
process.exitCode = await main(process.argv.slice(2));
