import type { z } from 'zod';
import type { Contract, MethodName } from '../../../shared/contract.ts';

/** Inputs of some methods: at least one of each. */
export type ExamplesOf<Names extends MethodName> = {
  readonly [Name in Names]: readonly [z.input<Contract[Name]['input']>, ...z.input<Contract[Name]['input']>[]];
};
