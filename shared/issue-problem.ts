import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value === null || typeof value !== 'object' ? undefined : Reflect.get(value, key)), input);

const units = (origin: string, count: number | bigint): string => {
  if (origin === 'string') return `${count} characters`;
  if (origin === 'array') return `${count} entries`;
  return String(count);
};

/** What is wrong with an input or a file, in words. It never repeats the input, which may hold a passenger's data or a PIN. */
export function issueProblem(issue: Issue, input: unknown): string {
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
