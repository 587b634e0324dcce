import { platform, tmpdir } from 'node:os';
import { machine } from '../bench/machine.ts';
import { everydayLoad } from './everyday-load.ts';
import { flashSale } from './flash-sale.ts';
import { printEveryday, printFlash, printStorm } from './print-figures.ts';
import { type LoadArguments, LoadRefused, readArguments } from './read-arguments.ts';
import { reconnectStorm } from './reconnect-storm.ts';
import { everydayTargets, flashTargets, stormTargets, type Target, targetsText } from './targets.ts';

type Say = (line: string) => void;
/** Figures, how people read them, and the targets beside them. */
type Scene = (
  asked: LoadArguments,
  say: Say,
) => Promise<{ readonly figures: { readonly problems: readonly string[] }; readonly text: string; readonly targets: readonly Target[] }>;

function scene<Figures extends { readonly problems: readonly string[] }>(
  run: (asked: LoadArguments, say: Say) => Promise<Figures>,
  print: (figures: Figures) => string,
  judge: (figures: Figures, asked: LoadArguments) => readonly Target[],
): Scene {
  return async (asked, say) => {
    const figures = await run(asked, say);
    return { figures, text: print(figures), targets: judge(figures, asked) };
  };
}

const SCENES: Record<LoadArguments['scene'], Scene> = {
  mix: scene(everydayLoad, printEveryday, everydayTargets),
  flash: scene(flashSale, printFlash, flashTargets),
  storm: scene(reconnectStorm, printStorm, stormTargets),
};

/**
 * npm run load -- [--consoles N] [--minutes M] [--rate R] [--stops S] [--seed S] [--flash [--line order|lot] | --storm] [--secure] [--json]
 * [--profile FOLDER]: real consoles on a
 * hub of their own. It ends by itself: with 1 if anything was lost, sold twice or too often. A target that is missed is told, and changes nothing of that.
 */
try {
  if (platform() !== 'linux') throw new LoadRefused('The load reads processor time and memory as Linux tells them, so it runs on Linux.');
  const asked = readArguments(process.argv.slice(2));
  const started = performance.now();
  const say: Say = (text) => {
    process.stderr.write(`${((performance.now() - started) / 1_000).toFixed(0).padStart(5)} s  ${text}\n`);
  };
  const on = machine(tmpdir());
  const { consoles, rate, minutes, seed } = asked;
  const scene = asked.scene === 'mix' ? `${rate} calls/s, ${minutes} minutes` : asked.scene;
  const what = asked.secure ? `${scene}, over TLS` : scene;
  if (!asked.json) process.stdout.write(`${consoles} consoles, ${what}, seed ${seed}; ${on.cores} cores, ${on.processor}\n`);
  const { figures, text, targets } = await SCENES[asked.scene](asked, say);
  for (const problem of figures.problems) process.stderr.write(`${problem}\n`);
  const well = figures.problems.length === 0;
  if (asked.json) process.stdout.write(`${JSON.stringify({ asked, machine: on, ...figures, targets })}\n`);
  else process.stdout.write(`${text}\n\n${targetsText(targets)}\n\n${well ? 'Nothing lost, the books balance.' : 'FAILED.'}\n`);
  process.exitCode = well ? 0 : 1;
} catch (error) {
  if (!(error instanceof LoadRefused)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
