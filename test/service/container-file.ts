import { textOf } from '../tidy/project-files.ts';

/** One step of a container file: `COPY --from=packages a b` is its name, its options and the rest. */
export interface ContainerStep {
  readonly name: string;
  readonly options: Readonly<Record<string, string>>;
  readonly words: readonly string[];
  readonly text: string;
}

/** The stages of build/service/Containerfile, each with its steps in order. */
export function containerStages(): ContainerStep[][] {
  const lines = textOf('build/service/Containerfile').replace(/\\\n/g, ' ').split('\n');
  const steps = lines.filter((line) => line !== '' && !line.startsWith('#')).map(readStep);
  const stages: ContainerStep[][] = [];
  for (const step of steps) {
    if (step.name === 'FROM') stages.push([]);
    stages.at(-1)?.push(step);
  }
  return stages;
}

function readStep(line: string): ContainerStep {
  const [name = '', ...rest] = line.split(/\s+/);
  const options = rest.filter((word) => word.startsWith('--') && name !== 'RUN' && name !== 'CMD');
  return {
    name,
    options: Object.fromEntries(options.map((word) => word.slice(2).split('=') as [string, string])),
    words: rest.filter((word) => !options.includes(word)),
    text: line.slice(name.length).trim(),
  };
}

/** The list of a CMD or HEALTHCHECK in its exec form, which needs no shell. */
export const execForm = (text: string): string[] => JSON.parse(text.slice(text.indexOf('['))) as string[];
