/** The trouble that every console shows when the end of the store's log is lost, and what to do; '' when nothing is lost. */
export function logLossText(file: string, lost: number, missing: number): string {
  if (lost > 0)
    return `The log of the store was damaged: at least ${lost} transactions that were acknowledged last are lost. Compare what was sold with the slips; the log was kept as ${file}-wal.damaged.`;
  if (missing > 0)
    return `The end of the store is missing: its log ${file}-wal was deleted, or an older file was put in its place. The last ${missing} entries of its journal are lost, sales among them. Compare what was sold with the slips.`;
  return '';
}
