import type { z } from 'zod';
import { refuse } from '../../shared/refusals.ts';

type Issue = z.core.$ZodIssue;

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value === null || typeof value !== 'object' ? undefined : Reflect.get(value, key)), input);

const units = (origin: string, count: number | bigint): string => {
  if (origin === 'string') return `${count} characters`;
  if (origin === 'array') return `${count} entries`;
  return String(count);
};

/** What is wrong, in words. It never repeats the input, which may hold a passenger's data or a PIN. */
function problemOf(issue: Issue, input: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      if (valueAt(input, issue.path) === undefined) return 'is missing';
      return issue.expected === 'int' ? 'must be a whole number' : `must be of kind ${issue.expected}`;
    case 'too_big':
      return `must be at most ${units(issue.origin, issue.maximum)}`;
    case 'too_small':
      return `must be at least ${units(issue.origin, issue.minimum)}`;
    case 'unrecognized_keys':
      return 'holds a field that does not belong there';
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
    case 'custom':
      // The words of the contract, if it gives any.
      return issue.message.startsWith('Invalid') ? 'is not written as it should be' : issue.message;
    case 'invalid_union':
      return 'is none of the forms that fit here';
    default:
      return 'does not fit';
  }
}

/** The refusal for the first thing wrong with an input. */
export function inputInvalid(error: z.ZodError, input: unknown) {
  const issue = error.issues[0];
  if (!issue) return refuse('INPUT_INVALID', { field: 'input', problem: 'does not fit' });
  return refuse('INPUT_INVALID', { field: issue.path.map(String).join('.') || 'input', problem: problemOf(issue, input) });
}
