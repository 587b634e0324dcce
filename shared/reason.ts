import { REASON_MAX } from './bounds.ts';
import { personText } from './method.ts';

/** Fewer letters say nothing. */
const REASON_MIN = 3;

/** Whether a text gives a reason. */
export const saysWhy = (text: string): boolean => text.trim().length >= REASON_MIN;

/** Why a person decides otherwise than the rules. */
export const reasonText = personText(REASON_MAX).refine(saysWhy, 'says too little');
