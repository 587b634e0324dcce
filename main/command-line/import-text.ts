import type { ImportResult } from './import-result.ts';

const PROBLEMS_PRINTED_MAX = 50;
const number = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** The outcome of an import for a person at a terminal. */
export function importText(result: ImportResult, dryRun: boolean): string {
  const lines: string[] = [];
  const { counts, attention, summary, problems, problemsMore, refusal } = result;
  if (counts) {
    lines.push(
      `${result.file}: ${result.format === 'ssim' ? 'SSIM chapter 7' : 'CSV'}, ${number(counts.legs)} legs, ${number(counts.flights)} flights`,
    );
    if (summary?.period) {
      const carriers = summary.carriers.map(({ carrier }) => carrier).join(' ');
      lines.push(`  ${carriers}, ${summary.period.from} to ${summary.period.to}`);
      if (summary.departed > 0) lines.push(`  ${number(summary.departed)} of its flights have departed already.`);
    }
    for (const key of ['added', 'changed', 'unchanged', 'dropped', 'refused'] as const) {
      lines.push(`  ${key.padEnd(10)}${number(counts[key]).padStart(11)}${key === 'refused' ? ' records' : ''}`);
    }
    if (counts.bookingsTouched > 0)
      lines.push(`  ${number(counts.bookingsTouched)} bookings hold seats on flights that are changed or dropped.`);
    for (const text of attention) lines.push(`  ! ${text}${text.endsWith('?') ? '' : '.'}`);
    for (const { line, severity, problem } of problems.slice(0, PROBLEMS_PRINTED_MAX))
      lines.push(`  line ${line}, ${severity}: ${problem}${problem.endsWith('?') ? '' : '.'}`);
    const more = Math.max(0, problems.length - PROBLEMS_PRINTED_MAX) + problemsMore;
    if (more > 0) lines.push(`  and ${number(more)} more problems.`);
  }
  if (refusal) lines.push(`Refused: ${refusal.message} ${refusal.next}`);
  else if (dryRun) lines.push('Nothing was changed: this was a dry run.');
  else if (counts && counts.added + counts.changed + counts.dropped === 0)
    lines.push('The schedule was the same already; nothing was changed.');
  else lines.push(`Applied to ${result.store}.`);
  return `${lines.join('\n')}\n`;
}
