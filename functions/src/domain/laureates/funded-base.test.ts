import { expect, it } from 'vitest';
import { dayOf } from '../calendar.ts';
import { devisOf } from '../missions/testing/commands.ts';
import { upTo } from '../missions/testing/journeys.ts';
import { expert, signatory } from '../missions/testing/people.ts';
import type { Story } from '../missions/testing/story.ts';
import { isRefusal } from '../refusal.ts';
import { baseOn, type FundedBase } from '../subsidy/funded.ts';
import { decideLaureateAction } from './decide.ts';
import type { Laureate } from './laureate.ts';
import { atelier, factsOf, goodCommands } from './testing/records.ts';

const members = signatory('atelier');

/** Staff set the base; what the next decision rests on is the base of the entity in force on its day. */
function setIn(story: Story, laureate: Laureate, fundedBase: FundedBase): Laureate {
  const decided = decideLaureateAction(factsOf({ laureate }), { ...goodCommands.setFundedBase, fundedBase });
  if (isRefusal(decided)) throw new Error(decided.code);
  story.change('atelier', { fundedBase: baseOn(decided.laureate.legalEntities, dayOf(story.now)) });
  return decided.laureate;
}

it('the base that staff set is that of the validations to come; a share validated before keeps its own', () => {
  const story = upTo('awaiting_validation');
  const { shareCents } = story.share('atelier');
  story.play(members, 'validate', { subsidyCents: shareCents, ownCents: 0 });
  const frozen = story.share('atelier');
  expect(frozen).toMatchObject({ base: { kind: 'includingVat' }, fundedCents: shareCents });

  const recovered = setIn(story, atelier, { kind: 'excludingVat' });
  expect(story.share('atelier')).toEqual(frozen);
  story.play(expert, 'submitReport', { finals: { atelier: shareCents } });
  const { proof } = story.play(members, 'confirmService');
  expect(proof).toMatchObject({ subsidyCents: shareCents, fundedCents: shareCents });

  const next = upTo('awaiting_diagnostic');
  next.play(expert, 'submitDiagnostic', { devis: devisOf(next, expert, 3_000_00) });
  setIn(next, recovered, { kind: 'coefficient', deductibleTenThousandths: 6_000 });
  // 500 € of VAT, of which 60 % is recovered.
  expect(next.refusal(members, 'validate', { subsidyCents: 2_700_01, ownCents: 299_99 })).not.toBeNull();
  next.play(members, 'validate', { subsidyCents: 2_700_00, ownCents: 300_00 });
  expect(next.share('atelier')).toMatchObject({ base: { kind: 'coefficient' }, fundedCents: 2_700_00 });
});
