import type { PersonRow } from '../people/people.ts';

/** Somebody who can tell a person that mails do not reach it. */
export interface ToCall {
  readonly name: string;
  readonly as: 'oneself' | 'colleague' | 'company';
  /** Null for a colleague whose telephone nobody noted: to be written to. */
  readonly phone: string | null;
  readonly email: string | null;
}

interface Unreached {
  readonly uid: string;
  /** Of the organisation, the person included. */
  readonly people: readonly PersonRow[];
  /** What an expert's sheet says; null for a laureate or the team. */
  readonly company: { readonly name: string; readonly email: string; readonly phone: string } | null;
}

const MOST = 3;

/**
 * Whom to phone about mails that do not reach a person: that person, else colleagues whose own address works, those with a telephone first, and the
 * company's number. Empty when nothing is known: somebody must look outside of the service.
 */
export function whomToCall({ uid, people, company }: Unreached): ToCall[] {
  const person = people.find((one) => one.uid === uid);
  const named = company !== null && company.phone !== '' ? company : null;
  const phone = person?.phone ?? (named?.email === person?.email ? named?.phone : undefined);
  if (person && phone) return [{ name: person.name, as: 'oneself', phone, email: null }];
  const colleagues = people
    .filter((one) => one.uid !== uid && one.state === 'active' && one.addressProblem === null)
    .map(({ name, phone, email }): ToCall => ({ name, as: 'colleague', phone, email }));
  const contact: ToCall[] = named ? [{ name: named.name, as: 'company', phone: named.phone, email: null }] : [];
  const withPhone = colleagues.filter((one) => one.phone !== null);
  const without = colleagues.filter((one) => one.phone === null);
  return [...withPhone, ...contact, ...without].slice(0, MOST);
}
