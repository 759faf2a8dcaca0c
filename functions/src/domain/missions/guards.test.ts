import { describe, expect, it } from 'vitest';
import { guards } from './guards.ts';
import { dates } from './testing/guard-case.ts';
import { guardCases } from './testing/guard-cases.ts';
import { requested, upTo } from './testing/journeys.ts';
import { colleague, expert, signatory, staff, system } from './testing/people.ts';
import { Story } from './testing/story.ts';
import { onDay, whenDue } from './testing/waiting.ts';

const atelier = signatory('atelier');
const bocal = signatory('bocal');

describe('Each guard refuses with its code, and lets through once one fact changes', () => {
  it.each(Object.entries(guardCases))('%s', (_name, { code, person, action, story, once }) => {
    const refused = story();
    expect(refused.refusal(person, action)).toBe(code);
    expect(once(refused).refusal(person, action)).toBeNull();
  });

  it('says it in a French sentence that ends with a full stop', () => {
    for (const [name, guard] of Object.entries(guards)) {
      const found = Object.entries(guardCases).find(([candidate]) => candidate === name)?.[1];
      const message = found && guard(found.story().facts(found.person))?.message;
      expect(message, name).toMatch(/^(?:[A-ZÀÉ]).*[.!]$/);
    }
  });
});

describe('Guards with two ways to refuse', () => {
  it('a note must be accepted where the setting says so', () => {
    const story = new Story();
    story.settings = { ...story.settings, noteMustBeAccepted: true };
    expect(story.refusal(atelier, 'request')).toBe('note-not-accepted');
    story.change('atelier', { note: { version: 1, subthemes: ['4.2'], accepted: true } });
    expect(story.refusal(atelier, 'request')).toBeNull();
  });

  it('nothing is asked for before the programme opens', () => {
    const story = dates({ opening: '2024-03-06' })(new Story());
    expect(story.refusal(atelier, 'request')).toBe('requests-closed');
    expect(story.daysLater(1).refusal(atelier, 'request')).toBeNull();
  });

  it('once its company is suspended, who declared goes on; a colleague may not begin, and reads why and whom to call', () => {
    const story = upTo('awaiting_report');
    story.expert = { ...story.expert, mayBeCommissioned: false };
    expect(story.refusal(colleague, 'declareNoInterest')).toBe('expert-not-open');
    expect(guards.expertMayBeCommissioned(story.facts(colleague))?.message).toContain(story.settings.contact.phone);
    expect(story.refusal(expert, 'submitReport')).toBeNull();
    story.expert = { ...story.expert, mayBeCommissioned: true };
    expect(story.refusal(colleague, 'declareNoInterest')).toBeNull();
  });

  it('a company that is suspended, withdrawn or not verified yet is refused each in its own words', () => {
    const story = new Story();
    const words = (['submitted', 'notPublished', 'suspended', 'withdrawn'] as const).map((state) => {
      story.expert = { ...story.expert, state, mayBeCommissioned: false };
      expect(story.refusal(atelier, 'request')).toBe('expert-not-open');
      return guards.expertMayBeCommissioned(story.facts(atelier))?.message;
    });
    expect(new Set(words).size).toBe(4);
    expect(words[0]).toContain('vérifier son inscription');
    expect(words[2]).toContain('suspendue');
  });

  it('an amendment is validated once by each', () => {
    const story = upTo('awaiting_report', requested('bocal'));
    story.play(expert, 'proposeAmendment');
    story.play(atelier, 'validateAmendment');
    expect(story.refusal(atelier, 'validateAmendment')).toBe('already-validated');
    expect(story.refusal(atelier, 'refuseAmendment')).toBe('already-validated');
    expect(story.refusal(bocal, 'validateAmendment')).toBeNull();
  });

  it('staff remind whenever they like, once a day; the clock waits for its next day', () => {
    const story = whenDue(upTo('awaiting_diagnostic'));
    story.play(system, 'remind');
    expect(story.refusal(system, 'remind')).toBe('too-early');
    expect(story.refusal(staff, 'remind')).toBe('already-reminded');
    expect(story.daysLater(1).refusal(staff, 'remind')).toBeNull();
    expect(whenDue(story).refusal(system, 'remind')).toBeNull();
  });

  it('a report is not sent back once none can be handed in any more', () => {
    const story = dates({ lastReport: '2024-03-05' })(upTo('awaiting_confirmation')).daysLater(1);
    expect(story.refusal(atelier, 'sendBackReport')).toBe('reports-closed');
    expect(story.refusal(atelier, 'confirmService')).toBeNull();
    expect(dates({ lastReport: '2024-03-06' })(story).refusal(atelier, 'sendBackReport')).toBeNull();
  });

  it('past the end of the programme, staff alone end what is still open, with what was done or without', () => {
    for (const [state, action] of [
      ['awaiting_expert', 'cancel'],
      ['awaiting_validation', 'cancel'],
      ['awaiting_report', 'closeWithout'],
      ['awaiting_confirmation', 'arbitrate'],
      ['on_hold', 'arbitrate'],
    ] as const) {
      const story = onDay(upTo(state), '2025-02-04');
      expect(story.refusal(staff, action), state).toBeNull();
    }
    expect(onDay(upTo('awaiting_confirmation'), '2025-02-04').refusal(atelier, 'confirmService')).toBe(
      'settlements-closed',
    );
  });

  it('a laureate that stopped taking part decides nothing more', () => {
    const story = upTo('awaiting_validation', requested('bocal'));
    story.play(bocal, 'refuse');
    story.play(expert, 'resplit');
    expect(story.refusal(bocal, 'validate')).toBe('not-taking-part');
    expect(story.refusal(atelier, 'validate')).toBeNull();
  });

  it('cancelling is for staff once somebody has validated, and for nobody once a service is confirmed', () => {
    const story = upTo('awaiting_confirmation', requested('bocal'));
    expect(story.refusal(staff, 'cancel')).toBeNull();
    story.play(atelier, 'confirmService');
    expect(story.refusal(staff, 'cancel')).toBe('already-confirmed');
  });
});
