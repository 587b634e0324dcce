import type { RuleView } from '../../shared/methods/volunteers.ts';
import { LETTERS, type LetterFacts } from './letter-words.ts';

/** One letter: to a volunteer, to a passenger who was denied boarding, or to one who may be. */
export interface Letter {
  readonly kind: 'volunteer' | 'denied' | 'rights';
  readonly key: string;
  readonly facts: LetterFacts;
}

/** Letters on paper, a page each, in English and below it in Spanish. */
export function LetterSheets({ letters, rule }: { letters: readonly Letter[]; rule: RuleView | undefined }) {
  return (
    <>
      {letters.map((letter) => (
        <div className="letter" key={letter.key}>
          {LETTERS.map((words) => (
            <section lang={words.lang} key={words.lang}>
              <h1>{letter.kind === 'volunteer' ? words.agreement : words.rights}</h1>
              <p>
                <b>{letter.facts.name}</b>, {words.booking} {letter.facts.locator}
              </p>
              {(letter.kind === 'volunteer' ? words.agreed(letter.facts) : letter.kind === 'denied' ? words.denied(letter.facts) : []).map(
                (line) => (
                  <p key={line}>{line}</p>
                ),
              )}
              {letter.kind === 'volunteer' ? null : (
                <ul>
                  {[...words.rightsLines, ...words.rule(rule)].map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              )}
              <p>{words.notAdvice}</p>
              {letter.kind === 'rights' ? null : <p className="sign">{words.signed}</p>}
            </section>
          ))}
        </div>
      ))}
    </>
  );
}
