import { figureText, limitText } from '../../shared/health/figure-text.ts';
import { figureRule } from '../../shared/health/figures.ts';
import { SECOND_MS } from '../../shared/instants.ts';
import type { FigureView, HealthView } from '../../shared/methods/health.ts';
import { chooseMode, storeFile } from '../boot/choose-mode.ts';
import { refusedWith, runStoreCommand, type StoreCommand } from './store-command.ts';
import { tableText } from './table-text.ts';

export interface HealthCommand extends StoreCommand {
  /** Where this computer opens its hub. */
  readonly address: string;
}

const ANSWER_MS_MAX = 10 * SECOND_MS;
const COLUMNS = [{ head: '' }, { head: 'Figure' }, { head: 'Now', right: true }, { head: 'Limit', right: true }];

/** What the health screen shows. The figures are in the hub alone, so it is asked at its address of this computer. Wrong when a figure is over its limit. */
export function tellHealth(command: HealthCommand): Promise<number> {
  return runStoreCommand(command, async () => {
    const store = storeFile(command.dataDir, chooseMode(command.dataDir, command.mode));
    const { address } = command;
    const found = await askHub(address);
    if (!found) return { ...refusedWith(store, null, noHub(address)), health: null };
    const { standing, health } = found;
    if (!health) return { ...refusedWith(store, null, notOpen(address, standing)), health: null };
    const { live, off } = health.consoles;
    const lines = [
      `The hub at ${address} ${standing === 'ready' ? 'is ready' : `is not ready: ${standing}`}. Consoles: ${live} live, ${off.length} off line.`,
      ...tableText(COLUMNS, health.figures.map(cellsOf)),
    ];
    const ok = standing === 'ready' && health.figures.every(({ state }) => state !== 'over');
    return { ok, store, file: null, lines, refusal: null, standing, health };
  });
}

function cellsOf({ figure, state, now, limit }: FigureView): string[] {
  const { name, unit } = figureRule(figure);
  const mark = state === 'over' ? '!!' : state === 'seen' ? '! ' : state === 'near' ? '~ ' : '';
  return [mark, name, now === null ? '-' : figureText(unit, now), limitText(unit, limit)];
}

const noHub = (address: string) => ({
  code: 'HUB_UNREACHABLE',
  message: `No hub answers at ${address}.`,
  next: 'Start one with npm run hub, or say with --port where it listens. A window opens a port only when it is started with --port.',
});

const notOpen = (address: string, standing: string) => ({
  code: 'HUB_UNREACHABLE',
  message: `The hub at ${address} is not open: ${standing}.`,
  next: 'While it starts, ask again in a moment. One that has stopped says on its page what to do.',
});

/** How the hub stands in a word, and its figures: null where it has none yet. Undefined: no hub answers. */
async function askHub(address: string): Promise<{ standing: string; health: HealthView | null } | undefined> {
  const ask = (path: string) => fetch(`${address}${path}`, { signal: AbortSignal.timeout(ANSWER_MS_MAX) });
  try {
    const [ready, figures] = await Promise.all([ask('/readyz'), ask('/figures')]);
    if (!figures.ok) return undefined;
    const told = figures.headers.get('content-type')?.startsWith('application/json');
    return { standing: (await ready.text()).trim(), health: told ? ((await figures.json()) as HealthView) : null };
  } catch {
    return undefined;
  }
}
