import { expect, test } from 'vitest';
import type { AskedQuery } from '../../../main/engine/messages.ts';
import { LikeQuestions } from '../../../main/threads/like-questions.ts';
import { HERE } from '../support/here.ts';
import { ANA, JONAS, MERCY, openTestHub } from '../support/test-hub.ts';

const question = (id: number, name: string, body = '{}', now = id) => ({
  id,
  asked: { name, body, actor: ANA, now: now as AskedQuery['now'] },
  caller: HERE,
});

test('like questions that wait get one answer, of the newest time; one that comes when it has begun waits for its own', () => {
  const likes = new LikeQuestions();
  const first = question(1, 'flights.search', '{"from":"JFK"}');
  expect(likes.joins(first)).toBe(false);
  expect(likes.joins(question(2, 'flights.search', '{"from":"LAX"}'))).toBe(false);
  expect(likes.joins(question(3, 'flights.search', '{"from":"JFK"}', 9))).toBe(true);
  expect(likes.joins(question(4, 'flights.search', '{"from":"JFK"}', 7))).toBe(true);
  const { questions, asked } = likes.begin(first);
  expect([questions.map(({ id }) => id), asked.now]).toEqual([[1, 3, 4], 9]);
  const late = question(5, 'flights.search', '{"from":"JFK"}');
  expect(likes.joins(late)).toBe(false);
  expect(likes.begin(late).questions).toEqual([late]);
});

test('what depends on who asks, or is seldom asked, is answered to each alone', () => {
  const likes = new LikeQuestions();
  const all = [question(1, 'holds.ofDesk'), question(2, 'holds.ofDesk')];
  expect(all.map((each) => likes.joins(each))).toEqual([false, false]);
  expect(all.map((each) => likes.begin(each).questions)).toEqual(all.map((each) => [each]));
});

test('answers that are shared are the same whoever asks', async () => {
  const { hub, addFlight } = await openTestHub();
  const { departs_at } = await addFlight({ fixed: true });
  const date = new Date(departs_at).toISOString().slice(0, 10);
  const search = {
    from: 'JFK',
    to: 'LAX',
    date,
    adults: 1,
    children: 0,
    cabin: null,
    maxStops: 1,
    sort: 'fare',
    sameAirport: true,
  } as const;
  const answers = await Promise.all(
    [ANA, JONAS, MERCY].map(async (actor) => [
      await hub.askJson('flights.search', search as never, actor),
      await hub.askJson('flights.carriers', search as never, actor),
      await hub.askJson('flights.board', { from: 'JFK', date } as never, actor),
    ]),
  );
  for (const answer of answers[0] ?? []) expect(answer).toContain('"ok":true');
  expect(new Set(answers.map((one) => one.join())).size).toBe(1);
});
