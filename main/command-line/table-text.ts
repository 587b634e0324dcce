/** What a terminal shows in one line. */
const WIDTH = 80;
const GAP = 2;

export interface Column {
  readonly head: string;
  /** Figures stand to the right. */
  readonly right?: boolean;
}

/** A table of lines that fit a terminal. What does not fit is cut in the last column, which holds words. */
export function tableText(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const lines = [columns.map(({ head }) => head), ...rows];
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => (line[at] ?? '').length)));
  return lines.map((line) => {
    const cells = columns.map(({ right }, at) => {
      const [cell, width] = [line[at] ?? '', widths[at] ?? 0];
      return right ? cell.padStart(width) : cell.padEnd(width);
    });
    const text = cells.join(' '.repeat(GAP)).trimEnd();
    return text.length > WIDTH ? `${text.slice(0, WIDTH - 1)}\u2026` : text;
  });
}
