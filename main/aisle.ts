import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Config, ConfigRefused, PORT_DEFAULT, readConfig, serviceConfigFile } from './boot/config.ts';
import { backupStore } from './command-line/backup-command.ts';
import { checkStore } from './command-line/check-command.ts';
import { listDesks } from './command-line/desks-command.ts';
import { tellHealth } from './command-line/health-command.ts';
import { importFile } from './command-line/import-command.ts';
import { countQueues } from './command-line/queues-command.ts';
import { listReplaced } from './command-line/replaced-command.ts';
import { restoreStore } from './command-line/restore-command.ts';
import { ownAddress } from './transport/own-computer.ts';

const USAGE = `Usage: npm run aisle -- import FILE [--dry-run] [--time-is-right]
       npm run aisle -- backup [FILE | FOLDER]
       npm run aisle -- restore FILE
       npm run aisle -- check [FILE]
       npm run aisle -- replaced [--clear]
       npm run aisle -- desks
       npm run aisle -- queues
       npm run aisle -- health [--port NUMBER]

  import      Puts a schedule into the store: SSIM chapter 7, or the CSV of docs/schedule-csv.md
  backup      Copies the store as it is now and checks the copy; Aisle may be running. Without a
              place it goes beside the backups that Aisle makes by itself
  restore     Checks a backup and puts it in the store's place; the store that it replaces is kept.
              Aisle must not be running (its Admin screen can do the same)
  check       Reads the store, or a backup, through and says what is wrong with it
  replaced    Lists the stores that restores have replaced; they are kept beside the store
  desks       Lists the desks that are paired, and when each was heard of last; Aisle may be running
  queues      Counts what waits for somebody, queue by queue; Aisle may be running
  health      Asks the hub that runs on this computer how it does: the figures of its health screen

  --dry-run   import: only tell what the file would change
  --time-is-right
              import: the computer's date and time are right, although they are days after the
              newest entry of the store. Without it such an import is refused
  --clear     replaced: remove the old ones now, as the console does after a backup: the newest stays,
              and up to five in all for 30 days
  --json      One JSON object instead of sentences; npm prints nothing of its own with npm run -s aisle
  --data DIR  The folder of the store; the console's own when not given
  --backups DIR
              The folder of the backups; the folder backups beside the store when not given
  --config FILE
              The file of settings (running.md). When not given: the usual one, or that of the hub
              which runs as a service of this computer, if you have no store of your own
  --port NUMBER
              health: where the hub listens, if its settings do not say so
  --live, --training
              Which of the two stores; training until a real one was set up

Ends with 0 when it was (or could be) done and nothing is wrong, 1 when it was refused or something is
wrong, 2 when the call was wrong.
`;

const COMMANDS: readonly string[] = ['import', 'backup', 'restore', 'check', 'replaced', 'desks', 'queues', 'health'];
const NO_FILE: ReadonlySet<string> = new Set(['replaced', 'desks', 'queues', 'health']);

/** The command line. Each subcommand runs the same code as the console. */
async function main(args: readonly string[]): Promise<number> {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 24)
    return wrong(`Aisle needs Node 24, and this is Node ${process.versions.node}. Run it through npm: npm run aisle -- import FILE`);
  const options = {
    'dry-run': { type: 'boolean' },
    'time-is-right': { type: 'boolean' },
    clear: { type: 'boolean' },
    json: { type: 'boolean' },
    data: { type: 'string' },
    backups: { type: 'string' },
    config: { type: 'string' },
    port: { type: 'string' },
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
  if (command === undefined || !COMMANDS.includes(command)) return wrong(command ? `There is no command ${command}` : 'Say what to do');
  if (rest.length > 0 || (file === undefined && (command === 'import' || command === 'restore'))) return wrong(`${command} takes one file`);
  if (values.live && values.training) return wrong('Choose one of --live and --training');
  if (values['dry-run'] && command !== 'import') return wrong('--dry-run is for import');
  if (values['time-is-right'] && command !== 'import') return wrong('--time-is-right is for import');
  if (values.port !== undefined && command !== 'health') return wrong('--port is for health');
  if (values.clear && command !== 'replaced') return wrong('--clear is for replaced');
  if (file !== undefined && NO_FILE.has(command)) return wrong(`${command} takes no file`);

  let config: Config;
  try {
    const { env, platform } = process;
    config = readConfig({ args: placeArguments(values), env, serviceFile: serviceConfigFile(env, platform) });
  } catch (error) {
    if (!(error instanceof ConfigRefused)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
  const { stderr, stdout } = process;
  const common = {
    dataDir: config.dataDir,
    backupsDir: config.backupsDir,
    mode: config.mode,
    json: values.json === true,
    out: (text: string) => void stdout.write(text),
    progress: stderr.isTTY ? (text: string) => void stderr.write(text) : () => {},
  };
  const now = Date.now();
  const place = file === undefined ? undefined : path.resolve(typedIn, file);
  if (command === 'backup') return backupStore({ ...common, to: place, now });
  if (command === 'check') return checkStore({ ...common, file: place });
  if (command === 'health') return tellHealth({ ...common, address: ownAddress(config.host, config.port ?? PORT_DEFAULT) });
  if (command === 'desks') return listDesks({ ...common, now });
  if (command === 'queues') return countQueues({ ...common, now });
  if (command === 'replaced') return listReplaced({ ...common, clear: values.clear === true, now });
  if (place === undefined) return wrong(`${command} takes one file`);
  if (command === 'restore') return restoreStore({ ...common, file: place, now });
  return importFile({ ...common, file: place, dryRun: values['dry-run'] === true, timeIsRight: values['time-is-right'] === true });
}

interface PlaceOptions {
  readonly live?: boolean;
  readonly training?: boolean;
  readonly port?: string;
  readonly data?: string;
  readonly backups?: string;
  readonly config?: string;
}

/** The arguments that say which store is meant, as a hub would be given them. Their paths are relative to where they were typed. */
function placeArguments({ live, training, port, ...paths }: PlaceOptions) {
  const placed = (['data', 'backups', 'config'] as const).flatMap((option) => {
    const value = paths[option];
    return value === undefined ? [] : [`--${option}=${path.resolve(typedIn, value)}`];
  });
  return [...placed, ...(port === undefined ? [] : [`--port=${port}`]), ...(live ? ['--live'] : []), ...(training ? ['--training'] : [])];
}

// npm changes to the folder of the package, and says in a variable where the command was typed.
const typedIn = process.env.INIT_CWD || process.cwd();

function wrong(problem: string): number {
  process.stderr.write(`${problem}.\n\n${USAGE}`);
  return 2;
}

// Files that are written may hold passengers' names. Nobody else on this computer may read them.
process.umask(0o077);
process.exitCode = await main(process.argv.slice(2));
