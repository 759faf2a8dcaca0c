import { describe, expect, it } from 'vitest';
import { builtInForms } from '../forms/built-in.ts';
import { questionsOf } from '../forms/form.ts';
import { isRefusal } from '../refusal.ts';
import { decideExpert, decisionNames, decisionsOpen, needsMessage, whyNotDecided } from './decide.ts';
import type { ExpertCommand, ExpertDecision, ExpertRole } from './decisions.ts';
import { type Expert, type ExpertState, expertStates } from './profile.ts';
import { interestsThatStop, updatedProfile } from './registration.ts';
import { remarkableFields, remarkLines } from './remarks.ts';
import { commandOf, interview } from './testing/commands.ts';

const DECIDED = Date.UTC(2023, 1, 10, 12);

const expert: Expert = {
  ...{ id: 'forge', company: 'La Forge', siret: '73282932000074', state: 'submitted' },
  ...{ published: false, mayBeCommissioned: false, website: '' },
  contact: { name: 'Noé Martin', email: 'noe@forge.example', phone: '06 00 00 00 00' },
  publishes: { email: false, phone: false },
  ...{ subthemes: ['4.2'], regions: ['Bretagne'], answers: {}, formVersion: 1 },
  ...{ noInterestDeclaredAt: 1, interests: [], interestsLifted: null, submittedAt: 1, review: null },
};
const questions = questionsOf(builtInForms.registration);
const roles: readonly (ExpertRole | null)[] = ['staff', 'contact', 'consultant', null];
const states = Object.keys(expertStates).filter((state): state is ExpertState => state in expertStates);
const open = { published: true, mayBeCommissioned: true } as const;
const at = (state: ExpertState): Expert => ({ ...expert, state, ...(state === 'published' ? open : {}) });

const decide = (
  from: Expert,
  command: ExpertCommand,
  { role = 'staff', interviewsKept = 0 }: { role?: ExpertRole | null; interviewsKept?: number } = {},
) => decideExpert({ expert: from, role, interviewsKept, questions }, command, { by: 'Camille', at: DECIDED });
const decided = (from: Expert, command: ExpertCommand): Expert => {
  const after = decide(from, command);
  if (isRefusal(after)) throw new Error(after.code);
  return after;
};
const codeOf = (answer: Expert | { readonly code: string }) => ('code' in answer ? answer.code : null);

/** Which decisions each state leaves to whom: written apart from the table, so that a change of one is seen. */
const review = ['publish', 'return', 'admitUnlisted', 'reject', 'recordInterview', 'suspend', 'withdraw'] as const;
const allowed: Record<ExpertState, Partial<Record<ExpertRole, readonly ExpertDecision[]>>> = {
  submitted: { staff: review, contact: ['withdraw'] },
  returned: { staff: review, contact: ['withdraw'] },
  published: {
    staff: [...review, 'confirmCard'],
    contact: ['withdraw', 'confirmCard'],
    consultant: ['confirmCard'],
  },
  notPublished: { staff: review, contact: ['withdraw'] },
  suspended: { staff: ['recordInterview', 'reinstate', 'withdraw'], contact: ['withdraw'] },
  withdrawn: { staff: ['recordInterview'], contact: ['comeBack'] },
};

describe('Who decides what of an expert', () => {
  it.each(states.flatMap((state) => roles.map((role) => [state, role] as const)))('%s, by %s', (state, role) => {
    const facts = { expert: at(state), role, interviewsKept: 1, questions };
    const expected = role === null ? [] : (allowed[state][role] ?? []);
    expect([...decisionsOpen(facts)].sort()).toEqual([...expected].sort());
    for (const decision of decisionNames) {
      const answer = decide(at(state), commandOf(decision), { role, interviewsKept: 1 });
      if (expected.includes(decision)) expect(codeOf(answer)).toBeNull();
      else expect(['staff-only', 'contact-only', 'not-yours', 'wrong-state']).toContain(codeOf(answer));
    }
  });

  it('is refused by name: not staff, not who represents the company, nobody of it, not from there', () => {
    const why = (role: ExpertRole | null, decision: ExpertDecision, state: ExpertState = 'submitted') =>
      whyNotDecided({ expert: at(state), role, interviewsKept: 0, questions }, decision)?.code ?? null;
    expect([why('contact', 'publish'), why('staff', 'publish')]).toEqual(['staff-only', null]);
    expect([why('consultant', 'withdraw'), why('contact', 'withdraw')]).toEqual(['contact-only', null]);
    expect([why('staff', 'comeBack', 'withdrawn'), why('contact', 'comeBack', 'withdrawn')]).toEqual([
      'not-yours',
      null,
    ]);
    expect([why('staff', 'publish', 'withdrawn'), why('staff', 'reinstate')]).toEqual(['wrong-state', 'wrong-state']);
  });
});

describe('What a decision opens and closes', () => {
  it.each([
    ['publish', 'submitted', 'published', true, true],
    ['return', 'published', 'returned', false, false],
    ['admitUnlisted', 'submitted', 'notPublished', false, true],
    ['reject', 'published', 'notPublished', false, false],
    ['recordInterview', 'published', 'published', true, true],
    ['suspend', 'published', 'suspended', false, false],
    ['withdraw', 'published', 'withdrawn', false, false],
  ] as const)('%s from %s: %s, in the directory %s, open to missions %s', (decision, from, state, published, may) => {
    expect(decided(at(from), commandOf(decision))).toMatchObject({ state, published, mayBeCommissioned: may });
  });

  it('a suspension that ends gives back what it took, whatever that was', () => {
    for (const state of ['published', 'notPublished', 'returned', 'submitted'] as const) {
      const before = decided({ ...at(state), mayBeCommissioned: true }, commandOf('suspend'));
      expect(before.mayBeCommissioned).toBe(false);
      const after = decided(before, commandOf('reinstate', ''));
      expect(after).toMatchObject({ state, published: state === 'published', mayBeCommissioned: true });
      expect(after.suspendedFrom).toBeNull();
    }
  });

  it('whoever withdrew while suspended comes back to be examined, open to nothing', () => {
    const withdrawn = decided(decided(at('published'), commandOf('suspend')), commandOf('withdraw'));
    expect(withdrawn.suspendedFrom).toBeNull();
    const { contact, ...form } = { ...withdrawn, ...withdrawn.contact, declaresNoInterest: true };
    expect(contact).toBe(withdrawn.contact);
    expect(updatedProfile(withdrawn, form, { found: [], now: 3 })).toMatchObject({
      ...{ state: 'submitted', published: false, mayBeCommissioned: false },
    });
  });
});

describe('What a decision must say', () => {
  it.each(['reject', 'suspend', 'withdraw'] as const)('%s says why', (decision) => {
    expect(codeOf(decide(expert, commandOf(decision, ' ')))).toBe('message-missing');
    expect(decided(expert, commandOf(decision)).review).toMatchObject({ by: 'Camille', message: 'Parce que.' });
    expect(needsMessage(expert, decision)).toBe(true);
  });

  it('a registration sent back has a message, or a remark beside a field; a remark beside nothing is refused', () => {
    const sentBack = (message: string, remarks: Record<string, string>) =>
      decide(expert, { decision: 'return', message, interview: null, remarks });
    expect(codeOf(sentBack('', {}))).toBe('message-missing');
    expect(codeOf(sentBack('', { references: '  ' }))).toBe('message-missing');
    expect(codeOf(sentBack('Complétez.', { motto: 'Laquelle ?' }))).toBe('remark-unknown');
    expect(sentBack('', { references: ' L’année ? ', siret: '' })).toMatchObject({
      review: { remarks: { references: 'L’année ?' } },
    });
    expect(remarkLines({ gone: 'Où ?', references: 'L’année ?', siret: 'Celui du siège.' }, questions)).toEqual([
      'SIRET : Celui du siège.',
      expect.stringMatching(/ : L’année \?$/),
      'Une question qui n’est plus posée : Où ?',
    ]);
    expect(new Set(remarkableFields(questions).map(({ id }) => id)).size).toBe(remarkableFields(questions).length);
  });

  // « si les informations transmises et un échange avec l’expert ne permettent pas »
  it('a refusal rests on a talk, noted with it or before', () => {
    const without: ExpertCommand = { decision: 'reject', message: 'Non.', interview: null };
    expect(codeOf(decide(expert, without))).toBe('interview-missing');
    expect(codeOf(decide(expert, without, { interviewsKept: 1 }))).toBeNull();
    expect(codeOf(decide(expert, { ...without, interview }))).toBeNull();
    // The day of the decision itself is the twin that succeeds, just above.
    const later = { ...interview, day: '2023-02-11' };
    expect(codeOf(decide(expert, { ...without, interview: later }))).toBe('interview-later');
    expect(codeOf(decide(expert, { decision: 'recordInterview', interview: later }))).toBe('interview-later');
    const empty = { ...interview, summary: ' ' };
    expect(codeOf(decide(expert, { ...without, interview: empty }))).toBe('interview-incomplete');
    expect(codeOf(decide(expert, { decision: 'recordInterview', interview: empty }))).toBe('interview-incomplete');
  });

  it('a talk that is noted is no answer to the expert: what it reads stays', () => {
    const sentBack = decided(expert, commandOf('return'));
    expect(decided(sentBack, commandOf('recordInterview'))).toEqual({ ...sentBack, suspendedFrom: null });
  });
});

describe('An interest found', () => {
  const found: Expert = { ...expert, interests: ['Vercors'] };

  it.each(['publish', 'admitUnlisted'] as const)(
    'is lifted by « %s » with a reason, kept with who and when',
    (decision) => {
      expect(interestsThatStop(found)).toEqual(['Vercors']);
      expect(codeOf(decide(found, commandOf(decision, ' ')))).toBe('interest-not-lifted');
      const lifted = decided(found, commandOf(decision, 'Portage.'));
      expect(lifted.interestsLifted).toEqual({ by: 'Camille', at: DECIDED, reason: 'Portage.' });
      expect(lifted.interests).toEqual(['Vercors']);
      expect(interestsThatStop(lifted)).toEqual([]);
    },
  );

  it.each(['return', 'reject', 'suspend'] as const)('is not lifted by « %s »', (decision) => {
    expect(decided(found, commandOf(decision)).interestsLifted).toBeNull();
  });

  it('is not lifted by the end of a suspension, which opens missions again', () => {
    const suspended = decided({ ...at('published'), interests: ['Vercors'] }, commandOf('suspend'));
    const back = decided(suspended, commandOf('reinstate', 'Vu.'));
    expect(back.mayBeCommissioned).toBe(true);
    expect(interestsThatStop(back)).toEqual(['Vercors']);
  });

  it('asks for no reason where there is none, or when it was lifted before', () => {
    expect(codeOf(decide(expert, commandOf('publish', '')))).toBeNull();
    const lifted = decided(found, commandOf('publish', 'Portage.'));
    expect(decided(lifted, commandOf('publish', '')).interestsLifted).toEqual(lifted.interestsLifted);
  });

  it('stays lifted while nothing else is found, and stops again when something is', () => {
    const lifted = decided(found, commandOf('publish', 'Portage.'));
    const sentAgain = (names: readonly string[]) => {
      const form = { ...lifted, ...lifted.contact, declaresNoInterest: true };
      return interestsThatStop(updatedProfile(lifted, form, { found: names, now: 3 }));
    };
    expect(sentAgain(['Vercors'])).toEqual([]);
    expect(sentAgain(['Bocal'])).toEqual(['Vercors', 'Bocal']);
  });
});
