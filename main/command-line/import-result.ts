import type { SchedulePreview, ScheduleSummary } from '../../shared/methods/schedule.ts';

/** What `--json` prints. Beside a refusal stands what was known by then. */
export interface ImportResult {
  readonly ok: boolean;
  readonly applied: boolean;
  readonly file: string;
  readonly store: string;
  readonly format: SchedulePreview['format'] | null;
  readonly counts: SchedulePreview['counts'] | null;
  readonly problems: SchedulePreview['problems'];
  readonly problemsMore: number;
  /** What the file holds; null when it could not be read. */
  readonly summary: ScheduleSummary | null;
  /** Sentences about the file as a whole. */
  readonly attention: readonly string[];
  readonly refusal: { readonly code: string; readonly message: string; readonly next: string } | null;
}
