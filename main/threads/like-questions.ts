import type { AskedQuery } from '../engine/messages.ts';
import type { AnyQueryName } from '../queries/registry.ts';
import type { Question } from './question.ts';

/** Queries that many consoles ask alike, and whose answer does not depend on who asks. */
const SHARED: ReadonlySet<string> = new Set<AnyQueryName>(['flights.search', 'flights.carriers', 'flights.board']);

/**
 * Like questions that wait at the same time get one answer. Its snapshot begins after all of them were asked, and its time is that of the newest, so
 * each of them could have got this answer alone.
 */
export class LikeQuestions {
  readonly #waiting = new Map<string, Question[]>();

  /** Whether a question joins one that waits already. It is answered with that one then. */
  joins(question: Question): boolean {
    const key = keyOf(question.asked);
    if (key === undefined) return false;
    const like = this.#waiting.get(key);
    if (like) like.push(question);
    else this.#waiting.set(key, [question]);
    return like !== undefined;
  }

  /** The answer of a question begins: for whom, and what is asked. Like questions that come from now on wait for another answer. */
  begin(first: Question): { readonly questions: readonly Question[]; readonly asked: AskedQuery } {
    const key = keyOf(first.asked);
    const questions = (key === undefined ? undefined : this.#waiting.get(key)) ?? [first];
    if (key !== undefined) this.#waiting.delete(key);
    const asked = questions.reduce((newest, question) => (question.asked.now > newest.now ? question.asked : newest), first.asked);
    return { questions, asked };
  }
}

const keyOf = ({ name, body }: AskedQuery): string | undefined => (SHARED.has(name) ? `${name} ${body}` : undefined);
