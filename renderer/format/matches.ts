/** Whether each word of a filter stands somewhere in the texts of a row, in capitals or not. An empty filter matches all. */
export function matches(filter: string, texts: readonly string[]): boolean {
  const row = texts.join('\n').toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => row.includes(word));
}
