import { type Refusal, refuse } from '@sur-mesure/functions/domain/refusal';
import { expect, test } from 'vitest';
import { withFreshTicket } from './fresh-ticket.ts';

const expired = refuse('ticket_expired', 'Ce fichier ne s’ouvre plus.');
const ended = refuse('grant-ended', 'Votre accès à ce dossier a pris fin.');

/** Answers each attempt with the next of these. */
function answering(...answers: readonly (string | Refusal)[]) {
  let attempts = 0;
  const attempt = async () => answers[attempts++] ?? 'too many attempts';
  return { attempt, attempts: () => attempts };
}

test.each([
  ['a ticket in time is used once', ['bytes'], 'bytes', 1],
  ['an expired one is renewed without a word', [expired, 'bytes'], 'bytes', 2],
  ['an access that ended meanwhile is said by the server', [expired, ended], ended, 2],
  ['another refusal is not asked twice', [ended, 'bytes'], ended, 1],
] as const)('%s', async (_name, answers, answer, attempts) => {
  const reading = answering(...answers);
  expect(await withFreshTicket(reading.attempt)).toEqual(answer);
  expect(reading.attempts()).toBe(attempts);
});
