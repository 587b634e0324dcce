import { EQUIPMENT_CODE } from '../../shared/equipment-code.ts';

/** What is wrong with a type of aircraft that was typed. */
export const equipmentProblem = (typed: string): string | undefined =>
  EQUIPMENT_CODE.test(typed) ? undefined : 'Three letters or digits, such as 73H.';
