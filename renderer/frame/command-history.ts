const KEPT_MAX = 30;

let lines: readonly string[] = [];

/** Earlier lines of the command bar, newest first. In memory alone: they may hold passengers' names. */
export const earlierCommands = (): readonly string[] => lines;

export function keepCommand(line: string): void {
  lines = [line, ...lines.filter((kept) => kept !== line)].slice(0, KEPT_MAX);
}

export function forgetCommands(): void {
  lines = [];
}
