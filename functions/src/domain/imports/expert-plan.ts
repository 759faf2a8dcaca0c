import { type Day, dayOf, endOfDay, HOUR } from '../calendar.ts';
import { type Expert, expertStates } from '../experts/profile.ts';
import { builtInForms } from '../forms/built-in.ts';
import type { CellProblem } from '../laureates/import.ts';
import { type ImportedExpert, type ImportedPerson, importedStates } from './experts.ts';
import { type ProgrammePlan, planned, type Verdict } from './plan.ts';
import { type ImportSource, type Recorded, type RecordedExpert, reasonOf } from './recorded.ts';

/** One company to bring in, with its people; their accounts wait for a first sign-in. */
export interface ImportedCompany {
  readonly line: number;
  /** Interests are looked for when it is written. */
  readonly expert: Expert;
  readonly people: readonly {
    readonly name: string;
    readonly email: string;
    readonly role: 'contact' | 'consultant';
  }[];
  readonly reason: string;
  readonly about: string;
}

/** Recognised by SIRET, then by an address. One that is here already is left as it is, and what the file says otherwise is told. */
export function planExperts(
  rows: readonly ImportedExpert[],
  recorded: Recorded,
  source: ImportSource,
): ProgrammePlan<ImportedCompany> {
  const taken = new Map<string, number>();
  return planned(rows, (row): Verdict<ImportedCompany> => {
    const twice = [row.siret, ...peopleOf(row).map(({ email }) => email)].find(({ text }) => taken.has(text));
    if (twice) {
      const reason = `c’est déjà celui ou celle de la ligne ${taken.get(twice.text)} : un expert a une ligne, et une adresse sert à une personne`;
      return { problem: { column: twice.column, value: twice.text, reason } };
    }
    for (const text of [row.siret.text, ...peopleOf(row).map(({ email }) => email.text)]) taken.set(text, row.line);
    const known = expertOf(row, recorded);
    if (known) return { kind: 'unchanged', differs: differences(row, known) };
    const doubt = doubtAbout(row, recorded, dayOf(source.now));
    return doubt ? { problem: doubt } : { kind: 'create', change: companyOf(row, source) };
  });
}

function peopleOf({ contact, consultants }: ImportedExpert): readonly ImportedPerson[] {
  return [contact, ...consultants];
}

function expertOf({ siret, contact }: ImportedExpert, { experts }: Recorded): RecordedExpert | undefined {
  return (
    experts.find((one) => one.siret === siret.text) ?? experts.find(({ emails }) => emails.includes(contact.email.text))
  );
}

function doubtAbout(row: ImportedExpert, { addresses }: Recorded, today: Day): CellProblem | null {
  const emails = peopleOf(row).map(({ email }) => email);
  const twice = emails.find(({ text }, place) => emails.findIndex((one) => one.text === text) !== place);
  if (twice)
    return { column: twice.column, value: twice.text, reason: 'deux personnes de cette ligne ont la même adresse' };
  const used = emails.find(({ text }) => addresses.has(text));
  const other = 'cette adresse ouvre déjà un accès d’une autre structure ou de l’équipe : donnez-en une autre';
  if (used) return { column: used.column, value: used.text, reason: other };
  if (row.declaredOn <= today) return null;
  const column = 'absence d’intérêt déclarée le';
  return { column, value: row.declaredOn, reason: 'cette date est dans l’avenir' };
}

/** « téléphone, régions »; empty when the file says the same. */
function differences(row: ImportedExpert, { name, siret, emails, profile }: RecordedExpert): string {
  const { state, mayBeCommissioned } = importedStates[row.state];
  const same = {
    structure: row.company === name,
    SIRET: row.siret.text === siret,
    contact: row.contact.name === profile.contact.name,
    'e-mail': row.contact.email.text === profile.contact.email,
    téléphone: row.phone === profile.contact.phone,
    'site internet': row.website === profile.website,
    'sous-thématiques': sameSet(row.subthemes, profile.subthemes),
    régions: sameSet(row.regions, profile.regions),
    état: state === profile.state && mayBeCommissioned === profile.mayBeCommissioned,
    consultants: row.consultants.every(({ email }) => emails.includes(email.text)),
  };
  const others = Object.entries(same).flatMap(([column, isSame]) => (isSame ? [] : [column]));
  if (others.length === 0) return '';
  const standing = expertStates[profile.state].toLowerCase();
  return `${name} est déjà là (${standing}) et n’est pas modifiée. Le fichier dit autre chose : ${others.join(', ')}`;
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item) => other.includes(item));
}

function companyOf(row: ImportedExpert, source: ImportSource): ImportedCompany {
  const { line, company, siret, contact, phone, website, subthemes, regions, answers, declaredOn } = row;
  const { state, published, mayBeCommissioned, label } = importedStates[row.state];
  const at = Math.min(endOfDay(declaredOn) - 12 * HOUR, source.now);
  const expert: Expert = {
    ...{ id: `expert-reprise-${siret.text}`, company, siret: siret.text, state, published, mayBeCommissioned },
    contact: { name: contact.name, email: contact.email.text, phone },
    // A file gives nobody's consent to show an address: the company says so itself.
    publishes: { email: false, phone: false },
    ...{ website, subthemes, regions, answers, noInterestDeclaredAt: at, submittedAt: source.now },
    // The file fills questions of the first version.
    formVersion: builtInForms.registration.version,
    ...{ interests: [], interestsLifted: null, review: null },
  };
  const people = peopleOf(row).map(({ name, email }, place) => {
    return { name, email: email.text, role: place === 0 ? ('contact' as const) : ('consultant' as const) };
  });
  return { line, expert, people, reason: reasonOf(source, line), about: `${company}, ${label}` };
}
