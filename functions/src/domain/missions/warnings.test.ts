import { describe, expect, it } from 'vitest';
import { totalsOnly } from '../subsidy/share.ts';
import { proposedPayment } from './proposal.ts';
import { devisOf } from './testing/commands.ts';
import { upTo } from './testing/journeys.ts';
import { expert, type Person, signatory, staff } from './testing/people.ts';
import type { Story } from './testing/story.ts';
import { missionWarnings, type WarningsAsked } from './warnings.ts';

const atelier = signatory('atelier');
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

function told(story: Story, person: Person, change: Partial<WarningsAsked> = {}): string[] {
  const facts = story.facts(person);
  const asked = { mission: story.mission, facts, seesAmounts: true, readIn: () => undefined };
  return missionWarnings({ ...asked, ...change }).map(plain);
}

function submitted(change: Partial<ReturnType<typeof devisOf>> = {}): Story {
  const story = upTo('awaiting_diagnostic');
  story.play(expert, 'submitDiagnostic', { devis: { ...devisOf(story, expert, 3_000_00), ...change } });
  return story;
}

describe('A devis past its date', () => {
  const story = submitted({ validUntil: '2024-03-05' });

  it('warns nobody on its last day', () => {
    for (const person of [atelier, expert, staff]) expect(told(story, person)).toEqual([]);
  });

  it('warns both sides from the next, each of what it can do', () => {
    story.daysLater(1);
    expect(told(story, atelier)[0]).toMatch(/jusqu’au .*5 mars 2024 : demandez une nouvelle version/);
    expect(told(story, expert)[0]).toMatch(/Votre devis .* retirez cet envoi/);
    expect(told(story, staff)[0]).toContain('la manufacture peut demander');
  });

  it('is validated knowingly, never refused, and the proof says so', () => {
    expect(story.play(atelier, 'validate').proof?.devisExpiredOn).toBe('2024-03-05');
    expect(submitted().play(atelier, 'validate').proof).not.toHaveProperty('devisExpiredOn');
  });

  it('is sent back for that very reason', () => {
    const again = submitted({ validUntil: '2024-03-05' }).daysLater(1);
    again.play(atelier, 'sendBack', { reasons: ['expired'] });
    expect([again.mission.state, told(again, atelier)]).toEqual(['awaiting_correction', []]);
  });
});

describe('Amounts that do not agree', () => {
  const story = submitted({ amounts: { ...totalsOnly(2_500_00, 500_00), vat: { kind: 'none' } } });
  const inside = 'Le devis est dit sans TVA, et compte 500,00 € de TVA.';

  it('warn the laureate and the expert alike, and block nothing', () => {
    expect([told(story, atelier), told(story, expert)]).toEqual([[inside], [inside]]);
    expect(story.refusal(atelier, 'validate')).toBeNull();
  });

  it('with the PDF are named too, unless one amount read is the total', () => {
    const read = (...cents: number[]) => ({ readIn: () => cents });
    expect(told(story, expert, read(3_100_00))[1]).toContain('le PDF dit 3 100,00 €');
    expect(told(story, expert, read(500_00, 3_000_00))).toEqual([inside]);
  });

  it('name no amount to a laureate that shares the devis', () => {
    const [only, ...others] = told(story, atelier, { seesAmounts: false });
    expect(only).not.toContain('€');
    expect([only?.length === 0, others]).toEqual([false, []]);
  });
});

describe('What is proposed before a decision', () => {
  it('is what the validation takes, by the base in force at that moment', () => {
    const story = submitted().change('atelier', { fundedBase: { kind: 'excludingVat' } });
    const proposed = proposedPayment(story.facts(atelier));
    expect(proposed).toMatchObject({ fundedCents: 2_500_00, subsidyCents: 2_500_00, ownCents: 500_00 });
    const { subsidyCents = 0, ownCents = 0 } = proposed ?? {};
    story.play(atelier, 'validate', { subsidyCents, ownCents });
    expect(story.share('atelier')).toMatchObject({ fundedCents: 2_500_00, base: { kind: 'excludingVat' } });
    // Nothing waits any more.
    expect(proposedPayment(story.facts(atelier))).toBeNull();
  });

  it('and what was validated stays as it was when the legal entity changes', () => {
    const story = submitted().change('atelier', { fundedBase: { kind: 'excludingVat' } });
    story.play(atelier, 'validate', { subsidyCents: 2_500_00, ownCents: 500_00 });
    story.change('atelier', { fundedBase: { kind: 'includingVat' } });
    story.play(expert, 'proposeAmendment', { devis: devisOf(story, expert, 3_600_00, 'amended') });
    expect(proposedPayment(story.facts(atelier))).toMatchObject({ subsidyCents: 3_000_00, ownCents: 600_00 });
    story.play(atelier, 'validateAmendment', { subsidyCents: 3_000_00, ownCents: 600_00 });
    story.play(expert, 'submitReport', { finals: { atelier: 1_800_00 } });
    const { entries, proof } = story.play(atelier, 'confirmService');
    expect(entries.map(({ entry }) => entry)).toMatchObject([{ type: 'settle', finalCents: 1_500_00 }]);
    expect(proof).toMatchObject({ shareCents: 1_800_00, subsidyCents: 1_500_00, fundedCents: 1_500_00 });
  });
});
