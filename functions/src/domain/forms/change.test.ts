import { describe, expect, it } from 'vitest';
import type { SignedInActor } from '../actor.ts';
import { cardOf, type ExpertCard } from '../experts/card.ts';
import type { Expert } from '../experts/profile.ts';
import { isRefusal } from '../refusal.ts';
import { builtInForms } from './built-in.ts';
import { type AskedForm, contentOf, decideForm, type FormFacts } from './change.ts';
import type { AskedQuestion, FormContent } from './faults.ts';
import { type Form, questionsOf } from './form.ts';
import { protectedQuestions } from './protected.ts';
import { formAnswered } from './taken.ts';

const actor: SignedInActor = { kind: 'staff', uid: 'camille', name: 'Camille Roux', signedInAt: 0 };
const now = Date.UTC(2024, 2, 4, 13, 5);
const { report, registration, feedback } = builtInForms;
const factsOf = (inForce: Form): FormFacts => ({ inForce, lastChange: null, started: inForce, actor, now });
const asked = (content: FormContent, form: Form = report): AskedForm => ({
  ...{ name: form.name, basedOn: form.version, startedFrom: form.version },
  ...{ reason: ' Retour des experts. ', content },
});
const codeOf = (decided: unknown) => (isRefusal(decided) ? decided.code : null);

/** The content of a form with one thing changed. */
function edited(
  form: Form,
  change: (questions: AskedQuestion[]) => readonly AskedQuestion[],
  section = 0,
): FormContent {
  const content = contentOf(form);
  const sections = content.sections.map((one, index) =>
    index === section ? { ...one, questions: change([...one.questions]) } : one,
  );
  return { ...content, sections };
}
const question = (changed: Partial<AskedQuestion> = {}): AskedQuestion => ({
  ...{ id: null, label: 'Quels partenaires ?', help: '', kind: 'text', choices: [], required: false },
  ...changed,
});
const renamed = (form: Form, label: string) =>
  edited(form, ([first, ...others]) => (first ? [{ ...first, label }, ...others] : []));
const published = (form: Form, content: FormContent) => {
  const decided = decideForm(factsOf(form), asked(content, form));
  if (isRefusal(decided)) throw new Error(decided.code);
  return decided;
};

describe('Publishing a form', () => {
  it('makes the next version; its new questions get ids of that version, and the others keep theirs', () => {
    const { form, change } = published(
      report,
      edited(report, (before) => [...before, question(), question({ label: ' Et ensuite ? ' })]),
    );
    expect(form.version).toBe(2);
    const [first] = form.sections;
    expect(first?.questions.map(({ id, label }) => [id, label]).slice(1)).toEqual([
      ['gaps', 'Écarts avec le diagnostic préalable'],
      ['v2q1', 'Quels partenaires ?'],
      ['v2q2', 'Et ensuite ?'],
    ]);
    expect(change).toEqual({
      ...{ version: 2, at: now, by: { uid: 'camille', name: 'Camille Roux' }, reason: 'Retour des experts.' },
      changed: [
        { kind: 'added', about: 'Quels partenaires ?', before: '', after: 'Déroulement' },
        { kind: 'added', about: 'Et ensuite ?', before: '', after: 'Déroulement' },
      ],
    });
  });

  it('never gives an id twice, even to a question added after one of that rank was removed', () => {
    const second = published(
      report,
      edited(report, (before) => [...before, question()]),
    ).form;
    const third = published(
      second,
      edited(second, (before) => [...before.slice(0, -1), question({ label: 'Autre ?' })]),
    ).form;
    expect(questionsOf(third).map(({ id }) => id)).toContain('v3q1');
    expect(questionsOf(third).map(({ id }) => id)).not.toContain('v2q1');
  });

  it('says what changed in words, question by question', () => {
    const content = edited(report, ([course, gaps]) =>
      course && gaps
        ? [
            { ...gaps, required: true, help: 'Et pourquoi.' },
            { ...course, label: 'Le déroulé', kind: 'text' },
          ]
        : [],
    );
    expect(published(report, { ...content, title: 'Rapport final' }).change.changed).toEqual([
      { kind: 'title', about: '', before: 'Rapport de mission', after: 'Rapport final' },
      expect.objectContaining({
        kind: 'order',
        after: expect.stringMatching(/^Écarts avec le diagnostic préalable ; Le déroulé/),
      }),
      { kind: 'help', about: 'Écarts avec le diagnostic préalable', before: 'Aucune', after: 'Et pourquoi.' },
      { kind: 'required', about: 'Écarts avec le diagnostic préalable', before: 'Non', after: 'Oui' },
      { kind: 'label', about: 'Le déroulé', before: 'Déroulement de la mission', after: 'Le déroulé' },
      { kind: 'kind', about: 'Le déroulé', before: 'Texte libre', after: 'Une ligne' },
    ]);
    const [opening, results] = contentOf(report).sections;
    if (!opening || !results) throw new Error('a report has two parts');
    const moved = {
      ...contentOf(report),
      sections: [
        { ...opening, title: 'Le travail' },
        { ...results, questions: results.questions.slice(1) },
      ],
    };
    expect(published(report, moved).change.changed).toEqual([
      { kind: 'sections', about: '', before: 'Déroulement ; Résultats', after: 'Le travail ; Résultats' },
      { kind: 'removed', about: 'Résultats obtenus', before: 'Résultats', after: '' },
    ]);
  });

  it('asks why, and something to change', () => {
    const content = renamed(report, 'Le déroulé');
    expect(codeOf(decideForm(factsOf(report), { ...asked(content), reason: ' ' }))).toBe('reason-missing');
    expect(codeOf(decideForm(factsOf(report), asked(contentOf(report))))).toBe('form-unchanged');
    expect(codeOf(decideForm(factsOf(report), asked(content)))).toBeNull();
  });

  it('over a version that was not read is refused, with who published it', () => {
    const inForce = { ...report, version: 2 };
    const by = { uid: 'ines', name: 'Inès Caron' };
    const facts = { ...factsOf(inForce), lastChange: { version: 2, at: now, by, reason: 'Plus court.', changed: [] } };
    const decided = decideForm(facts, asked(renamed(report, 'Le déroulé')));
    expect(decided).toMatchObject({ code: 'form-stale', message: expect.stringContaining('Inès Caron a publié') });
    expect(codeOf(decideForm(facts, asked(renamed(report, 'Le déroulé'), inForce)))).toBeNull();
  });
});

describe('A form is not published', () => {
  const first = ([one]: readonly AskedQuestion[], changed: Partial<AskedQuestion>) =>
    one ? [{ ...one, ...changed }] : [];
  const cases: readonly (readonly [string, FormContent, Form])[] = [
    ['form-untitled', { ...contentOf(report), title: ' ' }, report],
    ['sections-missing', { title: 'Rapport', sections: [] }, report],
    ['section-untitled', { ...contentOf(report), sections: [{ title: '', questions: [question()] }] }, report],
    ['section-empty', edited(report, () => []), report],
    [
      'section-twice',
      {
        title: 'Rapport',
        sections: [1, 2].map((place) => ({ title: 'Suite', questions: [question({ label: `${place}` })] })),
      },
      report,
    ],
    ['too-many-questions', edited(report, () => Array.from({ length: 61 }, () => question())), report],
    ['label-missing', edited(report, (before) => first(before, { label: ' ' })), report],
    ['choices-missing', edited(report, () => [question({ kind: 'choice', choices: ['Oui', ' '] })]), report],
    ['choice-twice', edited(report, () => [question({ kind: 'choice', choices: ['Oui', 'Oui '] })]), report],
    ['question-twice', edited(report, (before) => [...before, ...before.slice(0, 1)]), report],
    ['question-unknown', edited(report, () => [question({ id: 'invented' })]), report],
    ['kind-changed', edited(feedback, (before) => first(before, { kind: 'text' })), feedback],
    ['question-protected', edited(registration, (before) => before.slice(1)), registration],
  ];

  it.each(cases)('%s', (code, content, form) => {
    const decided = decideForm(factsOf(form), asked(content, form));
    expect(codeOf(decided)).toBe(code);
    expect(decided).toMatchObject({ message: expect.stringMatching(/Rien n’a été publié\.$/) });
    // One thing set right, the same form is published: all else of these cases is.
    expect(codeOf(decideForm(factsOf(form), asked(renamed(form, 'Une autre question'), form)))).toBeNull();
  });

  it('without a question of the directory’s card; it may be reworded', () => {
    const decided = decideForm(
      factsOf(registration),
      asked(
        edited(registration, (before) => before.slice(1)),
        registration,
      ),
    );
    expect(decided).toMatchObject({
      message: expect.stringContaining('« Vos compétences » ne peut pas être retirée : sa réponse figure sur la fiche'),
    });
    expect(published(registration, renamed(registration, 'Ce que vous savez faire')).form.version).toBe(2);
  });
});

describe('An earlier version', () => {
  const second = published(
    report,
    edited(report, (before) => before.slice(1)),
  ).form;

  it('is brought back as the next one, with the ids that its questions had', () => {
    const back = { ...asked(contentOf(report), second), startedFrom: 1 };
    const decided = decideForm({ ...factsOf(second), started: report }, back);
    expect(decided).toMatchObject({ form: { ...report, version: 3 } });
  });

  it('that nobody named brings back no question, and one that does not exist brings back nothing', () => {
    expect(codeOf(decideForm(factsOf(second), asked(contentOf(report), second)))).toBe('question-unknown');
    const unknown = { ...asked(contentOf(report), second), startedFrom: 9 };
    expect(codeOf(decideForm({ ...factsOf(second), started: null }, unknown))).toBe('form-version-unknown');
  });
});

describe('Answers', () => {
  const inForce = { ...report, version: 3 };
  const before = { ...report, version: 2 };

  it('are taken in the version in force and the one before, for whoever had it open; not in older ones', () => {
    expect(formAnswered({ inForce, before }, undefined)).toBe(inForce);
    expect(formAnswered({ inForce, before }, 3)).toBe(inForce);
    expect(formAnswered({ inForce, before }, 2)).toBe(before);
    expect(formAnswered({ inForce, before }, 1)).toMatchObject({ code: 'form-outdated' });
    expect(formAnswered({ inForce, before: null }, 2)).toMatchObject({ code: 'form-outdated' });
  });

  it('that the directory’s card shows are to protected questions', () => {
    const read: string[] = [];
    const answers = new Proxy<Record<string, string>>({}, { get: (_target, id) => void read.push(String(id)) });
    const expert: Expert = {
      ...{ id: 'forge', company: 'La Forge', siret: '73282932000074', state: 'published', published: true },
      ...{ mayBeCommissioned: true, contact: { name: 'Noé', email: 'noe@exemple.fr', phone: '' }, website: '' },
      ...{ publishes: { email: true, phone: true }, subthemes: [], regions: [], answers, formVersion: 1 },
      ...{ noInterestDeclaredAt: 1, interests: [], interestsLifted: null, submittedAt: 1, review: null },
    };
    const card: ExpertCard | null = cardOf(expert);
    expect(card?.company).toBe('La Forge');
    expect(read.toSorted()).toEqual(Object.keys(protectedQuestions.registration).toSorted());
  });
});
