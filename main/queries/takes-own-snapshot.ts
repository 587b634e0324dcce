import type { AnyQueryName } from './registry.ts';

/**
 * Whether a query takes its snapshot itself, because one statement answers it as a rule: a statement sees one snapshot anyway, and beginning and ending
 * one would take as long as two more.
 */
export const takesOwnSnapshot = (name: string): boolean => (name as AnyQueryName) === 'pricing.quote';
