import type { Command } from '@sur-mesure/functions/domain/missions/actions';
import { type Refusal, refuse } from '@sur-mesure/functions/domain/refusal';
import { describe, expect, test } from 'vitest';
import { connectionLost, takenBack } from '../api/refusals.ts';
import { askAll, failureTitle } from './ask-all.ts';
import { type AskDraft, emptyAsk } from './ask-draft.ts';

const closed = refuse('expert-closed', 'Cet expert ne peut pas recevoir de mission.');

/** Asks three experts of a server that answers with a new mission, but where it refuses. */
async function asked(refused: Readonly<Record<string, Refusal>>) {
  const sent: Command[] = [];
  const answers: string[] = [];
  let left: AskDraft = { ...emptyAsk(['4.2']), expertIds: ['forge', 'tisse', 'bois'] };
  await askAll(left, {
    need: 'Revoir nos tarifs.',
    followed: undefined,
    send: async (command) => {
      sent.push(command);
      const expertId = command.action === 'request' ? command.input.expertId : '';
      const done = { missionId: `m-${expertId}`, state: 'awaiting_expert', done: '', balance: null } as const;
      return refused[expertId] ?? done;
    },
    onAnswer: ({ expertId, outcome }) => answers.push(`${expertId} ${'code' in outcome ? outcome.code : 'asked'}`),
    onAsked: (next) => {
      left = next;
    },
  });
  const needs = sent.map((command) => (command.action === 'request' ? command.input.needId : ''));
  return { needs, answers, left: left.expertIds };
}

describe('experts asked one after the other', () => {
  test('each has its answer, and one need is made for all', async () => {
    expect(await asked({})).toEqual({
      needs: [null, 'm-forge', 'm-forge'],
      answers: ['forge asked', 'tisse asked', 'bois asked'],
      left: [],
    });
  });

  test('a refusal by the rules is that expert’s alone: the next one that is asked makes the need', async () => {
    expect(await asked({ forge: closed })).toEqual({
      needs: [null, null, 'm-tisse'],
      answers: ['forge expert-closed', 'tisse asked', 'bois asked'],
      left: ['forge'],
    });
  });

  test('a cut connection stops there, and keeps who is left to ask', async () => {
    expect(await asked({ tisse: connectionLost })).toEqual({
      needs: [null, 'm-forge'],
      answers: ['forge asked', 'tisse connection_lost'],
      left: ['tisse', 'bois'],
    });
  });

  test('one taken back while it waited for the network stops there: who takes back asks nobody else', async () => {
    expect(await asked({ tisse: takenBack })).toEqual({
      needs: [null, 'm-forge'],
      answers: ['forge asked', 'tisse taken_back'],
      left: ['tisse', 'bois'],
    });
  });
});

test('a request is said not to have left only when that is known', () => {
  expect(failureTitle(closed)).toBe('La demande n’est pas partie');
  expect(failureTitle(takenBack)).toBe('La demande est annulée');
  expect(failureTitle(connectionLost)).toBe('Nous ne savons pas si la demande est partie');
});
