/** Where an error was thrown, without its message: the message may repeat an input. */
export function errorLocation(error: unknown): { readonly name: string; readonly where: string } {
  if (!(error instanceof Error)) return { name: typeof error, where: '' };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { name: error.name, where: frames.slice(0, 12).join('\n') };
}
