import type { z } from 'zod';
import { issueProblem } from '../../shared/issue-problem.ts';
import { refuse } from '../../shared/refusals.ts';

/** The refusal for the first thing wrong with an input. */
export function inputInvalid(error: z.ZodError, input: unknown) {
  const issue = error.issues[0];
  if (!issue) return refuse('INPUT_INVALID', { field: 'input', problem: 'does not fit' });
  return refuse('INPUT_INVALID', { field: issue.path.map(String).join('.') || 'input', problem: issueProblem(issue, input) });
}
