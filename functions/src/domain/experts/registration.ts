import type { Instant } from '../calendar.ts';
import { type Answers, answerErrors } from '../forms/form.ts';
import { formAnswered, type TakenForms } from '../forms/taken.ts';
import { areSubthemes, retiredAmong, retiredRefusal, type Theme } from '../programme/theme-list.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import type { ExpertAvailability } from './availability.ts';
import { confirmed } from './confirming.ts';
import type { Expert, ExpertState, Published } from './profile.ts';

export interface Registration {
  readonly email: string;
  readonly name: string;
  readonly phone: string;
  readonly company: string;
  readonly siret: string;
  readonly website: string;
  readonly publishes: Published;
  readonly subthemes: readonly string[];
  readonly regions: readonly string[];
  /** Absent: what the profile says of it stays. */
  readonly availability?: ExpertAvailability | null | undefined;
  readonly answers: Answers;
  /** Of the form that was read; absent, the one in force. */
  readonly formVersion?: number | undefined;
  readonly declaresNoInterest: boolean;
  /** Of a laureate that invited this expert, when the form was opened from its mail. */
  readonly invitation?: string | null | undefined;
}

/** The address stays the account's: it is where links and mails arrive, and only staff changes it. */
export type RegistrationUpdate = Omit<Registration, 'email' | 'invitation'>;

/** The version of the form that a registration answers, when it may be taken: every question answered, sub-themes that there are, the declaration made. */
export function registrationAnswered(
  {
    answers,
    formVersion,
    subthemes,
    declaresNoInterest,
  }: Pick<Registration, 'answers' | 'formVersion' | 'subthemes' | 'declaresNoInterest'>,
  { taken, themes }: { readonly taken: TakenForms; readonly themes: readonly Theme[] },
): { readonly formVersion: number } | Refusal {
  const form = formAnswered(taken, formVersion);
  if (isRefusal(form)) return form;
  const errors = answerErrors(form, answers);
  if (errors.length > 0) return refuse('answers-incomplete', errors.map(({ message }) => message).join(' '));
  if (!areSubthemes(themes, subthemes)) return subthemeUnknown;
  return declaresNoInterest ? { formVersion: form.version } : declarationMissing;
}

/** Why nothing is kept of a form that adds what the programme gave up; what the company had before may stay. */
export function retiredAdded(
  { subthemes }: Pick<Registration, 'subthemes'>,
  { had, themes }: { readonly had: readonly string[]; readonly themes: readonly Theme[] },
): Refusal | null {
  return retiredRefusal(
    retiredAmong(
      themes,
      subthemes.filter((id) => !had.includes(id)),
    ),
  );
}

/** A registration once its answers were found complete, with the version that they answer. */
export type Answered<Sent> = Sent & { readonly formVersion: number };

const subthemeUnknown = refuse('subtheme-unknown', 'Une des sous-thématiques n’existe pas.');
const declarationMissing = refuse(
  'declaration-missing',
  'Cochez la déclaration : les experts ne détiennent aucun intérêt dans une manufacture labellisée.',
);

/** What a form says of a company, as it is kept. */
function described(form: Answered<RegistrationUpdate>, now: Instant) {
  return {
    company: form.company.trim(),
    siret: form.siret,
    publishes: form.publishes,
    website: form.website.trim(),
    subthemes: form.subthemes,
    regions: form.regions,
    answers: form.answers,
    formVersion: form.formVersion,
    noInterestDeclaredAt: now,
    submittedAt: now,
  };
}

function contactOf(form: RegistrationUpdate, email: string): Expert['contact'] {
  return { name: form.name.trim(), email, phone: form.phone.trim() };
}

/** The sheet of a company that registers: not published, and waiting for its review. */
export function newProfile(
  registration: Answered<Registration>,
  known: { expertId: string; email: string; interests: readonly string[]; now: Instant },
): Expert {
  return {
    ...described(registration, known.now),
    id: known.expertId,
    contact: contactOf(registration, known.email),
    availability: registration.availability ?? null,
    state: 'submitted',
    published: false,
    mayBeCommissioned: false,
    interests: known.interests,
    interestsLifted: null,
    review: null,
  };
}

/**
 * Where an expert's own update leads. A published card shows it at once and staff is told; the others are examined (again). A suspension stays
 * until staff end it, and whoever had withdrawn comes back: `decisions.ts` says who may.
 */
const stateOnceUpdated = {
  submitted: 'submitted',
  returned: 'submitted',
  published: 'published',
  notPublished: 'submitted',
  suspended: 'suspended',
  withdrawn: 'submitted',
} as const satisfies Record<ExpertState, ExpertState>;

/**
 * The profile once its expert sent it again. The address stays the account's, and the two facts of the last review stay as staff decided them.
 * `found`: the interests found for what the form says now. While missions may be asked for, an update can add one and never remove one, or
 * rewriting the form would lift what only staff may lift. What staff lifted stays so until something else is found.
 */
export function updatedProfile(
  expert: Expert,
  update: Answered<RegistrationUpdate>,
  { found, now }: { found: readonly string[]; now: Instant },
): Expert {
  const suspendedFrom = expert.suspendedFrom ?? null;
  const interests = expert.mayBeCommissioned ? [...new Set([...expert.interests, ...found])] : found;
  const same = interests.length === expert.interests.length && interests.every((one) => expert.interests.includes(one));
  const updated: Expert = {
    ...expert,
    ...described(update, now),
    contact: contactOf(update, expert.contact.email),
    availability: (update.availability === undefined ? expert.availability : update.availability) ?? null,
    state: stateOnceUpdated[expert.state],
    interests,
    interestsLifted: same ? expert.interestsLifted : null,
    suspendedFrom: suspendedFrom && { ...suspendedFrom, state: stateOnceUpdated[suspendedFrom.state] },
  };
  return updated.published ? confirmed(updated, now) : updated;
}

/** The profile with the interests it did not have yet, and which those are; null when nothing new was found. What staff lifted stands no more. */
export function addedInterests(
  expert: Expert,
  found: readonly string[],
): { readonly expert: Expert; readonly added: readonly string[] } | null {
  const added = found.filter((one) => !expert.interests.includes(one));
  if (added.length === 0) return null;
  return { expert: { ...expert, interests: [...expert.interests, ...added], interestsLifted: null }, added };
}

/** What the guard `noInterestFound` is given: the interests found, unless staff lifted them. */
export function interestsThatStop({ interests, interestsLifted }: Expert): readonly string[] {
  return interestsLifted === null ? interests : [];
}
