/** `TypeError: x is not a function`, for logs and reports. */
export const faultText = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${faultMessage(error)}` : `a thrown ${typeof error}`;

/**
 * What an error says, without passenger data. Ours name numbers alone. V8 quotes the text that it cannot read as JSON, and that may be a name or a
 * contact of a damaged row. So it is left out, and the place where it was read is told.
 */
export function faultMessage(error: Error): string {
  if (error.name !== 'SyntaxError') return error.message;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at (?!JSON\.parse)/.test(line));
  return `a stored text cannot be read ${(frames[0] ?? '').trim()}`.trim();
}
