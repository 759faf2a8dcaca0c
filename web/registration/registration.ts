import { isDay } from '@sur-mesure/functions/domain/calendar';
import { isEmail } from '@sur-mesure/functions/domain/email';
import type { ExpertAvailability } from '@sur-mesure/functions/domain/experts/availability';
import type { Expert } from '@sur-mesure/functions/domain/experts/profile';
import type { Registration } from '@sur-mesure/functions/domain/experts/registration';
import { type Form, typedErrors } from '@sur-mesure/functions/domain/forms/form';
import { isSiret } from '@sur-mesure/functions/domain/laureates/laureate';
import { webAddress } from '@sur-mesure/functions/domain/web-address';
import { isAnswers } from '../common/draft.ts';
import { fieldErrors } from '../common/form/FormQuestions.tsx';
import type { FieldError } from '../common/notice/Notice.tsx';

export const emptyRegistration: Registration = {
  email: '',
  name: '',
  phone: '',
  company: '',
  siret: '',
  website: '',
  publishes: { email: true, phone: false },
  subthemes: [],
  regions: [],
  availability: null,
  answers: {},
  declaresNoInterest: false,
};

/** The form as its expert last sent it; its availability is said apart. The declaration is made anew each time. */
export function registrationOf(expert: Expert): Registration {
  const { contact, company, siret, website, publishes, subthemes, regions, answers } = expert;
  const described = { company, siret, website, publishes, subthemes, regions, answers };
  return { ...contact, ...described, declaresNoInterest: false };
}

/**
 * A correction as the form shows it, where `current` is what the card says now: what was not changed in the form follows what is said elsewhere
 * meanwhile, and is not sent again over it (`changedAvailability`).
 */
export function withAvailability(registration: Registration, current: ExpertAvailability | null): Registration {
  return registration.availability === undefined ? { ...registration, availability: current } : registration;
}

/** The same as it is kept and sent: without what the card says already. */
export function changedAvailability(registration: Registration, current: ExpertAvailability | null): Registration {
  const { availability, ...rest } = registration;
  return availability === undefined || sameAvailability(availability, current) ? rest : registration;
}

function sameAvailability(one: ExpertAvailability | null, other: ExpertAvailability | null): boolean {
  const day = (said: ExpertAvailability | null) => (said?.kind === 'from' ? said.day : null);
  return one?.kind === other?.kind && day(one) === day(other);
}

/** As people write it, in groups: « 732 829 320 00074 ». */
function siretDigits(typed: string): string {
  return typed.replace(/[\s.]/g, '');
}

/** What is sent: the same, without the spaces around and inside what is typed, and the site as a whole address. */
export function readyToSend(registration: Registration): Registration {
  const { email, name, phone, company, siret, website } = registration;
  return {
    ...registration,
    email: email.trim(),
    name: name.trim(),
    phone: phone.trim(),
    company: company.trim(),
    siret: siretDigits(siret),
    website: webAddress(website)?.href ?? '',
  };
}

interface Rule {
  readonly fieldId: keyof Registration | 'availability-day';
  readonly holds: (registration: Registration) => boolean;
  readonly message: string;
}

const phoneShape = /^\+?[\d\s.()-]{9,29}$/;

/** In the order of the page, the form's own questions between the two lists. */
const before: readonly Rule[] = [
  { fieldId: 'name', holds: ({ name }) => name.trim() !== '', message: 'Écrivez votre nom.' },
  {
    fieldId: 'email',
    holds: ({ email }) => isEmail(email.trim()),
    message: 'Écrivez une adresse électronique complète, par exemple nom@structure.fr.',
  },
  {
    fieldId: 'phone',
    holds: ({ phone }) => phoneShape.test(phone.trim()),
    message: 'Écrivez un numéro de téléphone complet, par exemple 06 12 34 56 78.',
  },
  { fieldId: 'company', holds: ({ company }) => company.trim() !== '', message: 'Écrivez le nom de votre structure.' },
  {
    fieldId: 'siret',
    holds: ({ siret }) => isSiret(siretDigits(siret)),
    message: 'Ce SIRET n’existe pas : vérifiez ses 14 chiffres sur votre avis de situation.',
  },
  {
    fieldId: 'website',
    holds: ({ website }) => website.trim() === '' || webAddress(website) !== null,
    message: 'Écrivez l’adresse de votre site, par exemple www.structure.fr, ou laissez le champ vide.',
  },
  {
    fieldId: 'subthemes',
    holds: ({ subthemes }) => subthemes.length > 0,
    message: 'Choisissez au moins une sous-thématique.',
  },
  { fieldId: 'regions', holds: ({ regions }) => regions.length > 0, message: 'Choisissez au moins une région.' },
  {
    fieldId: 'availability-day',
    holds: ({ availability }) => availability?.kind !== 'from' || isDay(availability.day),
    message: 'Choisissez le jour à partir duquel vous êtes disponible.',
  },
];

const after: readonly Rule[] = [
  {
    fieldId: 'declaresNoInterest',
    holds: ({ declaresNoInterest }) => declaresNoInterest,
    message: 'Cochez la déclaration : sans elle, l’inscription ne peut pas être examinée.',
  },
];

/** While the form's own questions have not come. */
export const formMissing: FieldError = {
  fieldId: 'questions',
  message: 'La suite des questions n’est pas encore arrivée : attendez un instant, ou réessayez.',
};

/** Of the shape of an address: where a link may be sent. */
export function isWholeAddress(typed: string): boolean {
  return isEmail(typed.trim());
}

/** What is said of it; a date that is not chosen yet says nothing. */
export function saidAvailability({ availability }: Registration): ExpertAvailability | null {
  return availability?.kind === 'from' && !isDay(availability.day) ? null : (availability ?? null);
}

/** Everything that is missing or wrong, in the order of the page. `form`: undefined while it has not come. */
export function registrationErrors(registration: Registration, form: Form | undefined): FieldError[] {
  const broken = (rules: readonly Rule[]): FieldError[] =>
    rules.filter(({ holds }) => !holds(registration)).map(({ fieldId, message }) => ({ fieldId, message }));
  const answers = form === undefined ? [formMissing] : fieldErrors(typedErrors(form, registration.answers));
  return [...broken(before), ...answers, ...broken(after)];
}

const texts = ['email', 'name', 'phone', 'company', 'siret', 'website'] as const;
const lists = ['subthemes', 'regions'] as const;

/** Whether a kept draft still has the shape of this form. */
export function isRegistration(value: unknown): value is Registration {
  if (typeof value !== 'object' || value === null) return false;
  const part = (name: keyof Registration): unknown => Reflect.get(value, name);
  const publishes = part('publishes');
  return (
    texts.every((name) => typeof part(name) === 'string') &&
    lists.every((name) => isTexts(part(name))) &&
    typeof publishes === 'object' &&
    publishes !== null &&
    'email' in publishes &&
    'phone' in publishes &&
    isAnswers(part('answers')) &&
    isAvailability(part('availability')) &&
    typeof part('declaresNoInterest') === 'boolean'
  );
}

/** One kept before it was asked says nothing of it. */
function isAvailability(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value !== 'object' || !('kind' in value)) return false;
  if (value.kind === 'from') return 'day' in value && typeof value.day === 'string';
  return value.kind === 'now' || value.kind === 'notNow';
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
