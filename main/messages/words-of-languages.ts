import type { MessageLanguage } from '../../shared/message-kinds.ts';
import type { Words } from './words.ts';
import { ENGLISH } from './words-english.ts';
import { SPANISH } from './words-spanish.ts';

export const WORDS: Readonly<Record<MessageLanguage, Words>> = { en: ENGLISH, es: SPANISH };
