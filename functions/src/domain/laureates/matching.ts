import type { CellProblem, ImportedLaureate } from './import.ts';
import { currentSiret } from './laureate.ts';
import { otherSide, switchedOff } from './members.ts';
import type { ExistingLaureate, Recorded } from './plan.ts';
import { fold } from './text.ts';

export type Match = { readonly existing: ExistingLaureate | null } | { readonly problem: CellProblem };

/** What a row has in common with the recorded laureates: each field is the laureate recognised that way. */
interface Candidates {
  readonly reference: ExistingLaureate | undefined;
  readonly siret: ExistingLaureate | undefined;
  readonly people: ExistingLaureate | undefined;
}

/**
 * Which recorded laureate a row is about: by reference, then by any SIRET it ever had, then by its name and a shared address (a SIRET that
 * changed where FTL has no reference). Two references that differ are two laureates. What is doubtful is asked back, never guessed:
 * a wrong guess would open one laureate's dossier to another's people, or count an award twice.
 */
export function match(row: ImportedLaureate, recorded: Recorded): Match {
  const { laureates } = recorded;
  const candidates: Candidates = {
    reference: laureates.find(({ laureate }) => sameReference(row, laureate.reference)),
    siret:
      laureates.find(({ laureate }) => currentSiret(laureate) === row.siret) ??
      laureates.find(({ laureate }) => laureate.legalEntities.some(({ siret }) => siret === row.siret)),
    people: laureates.find((other) => sameName(row, other) && sharesMember(row, other) && !contradicts(row, other)),
  };
  const found = candidates.reference ?? candidates.siret ?? candidates.people ?? null;
  const doubt = doubts.map((ask) => ask(row, found, candidates, recorded)).find((problem) => problem !== null);
  return doubt ? { problem: doubt } : { existing: found };
}

type Doubt = (
  row: ImportedLaureate,
  found: ExistingLaureate | null,
  candidates: Candidates,
  recorded: Recorded,
) => CellProblem | null;

/** In this order: the first one that holds is the one told. */
const doubts: readonly Doubt[] = [
  (row, found, { siret }) =>
    siret && (siret !== found || contradicts(row, siret))
      ? problem(
          'SIRET',
          row.siret,
          `ce SIRET est déjà celui de ${described(siret)} : corrigez la référence ou le SIRET`,
        )
      : null,
  (row, found, { reference, siret }) =>
    found && found === reference && found !== siret && !sameName(row, found) && !sharesMember(row, found)
      ? problem(
          'référence',
          row.reference ?? '',
          `cette référence est celle de ${described(found)}, dont ni le nom, ni le SIRET, ni aucune adresse ne correspondent : vérifiez-la`,
        )
      : null,
  (row, found, _candidates, { laureates }) => {
    const namesake = found || row.reference ? undefined : laureates.find((other) => sameName(row, other));
    return namesake
      ? problem(
          'référence',
          '',
          `${described(namesake)} porte déjà ce nom avec un autre SIRET : donnez sa référence si c’est lui, une nouvelle référence sinon`,
        )
      : null;
  },
  // Of a laureate that comes in only: nobody is given an access to one that is here already.
  (row, found, _candidates, { laureates }) => {
    for (const other of found ? [] : laureates) {
      const shared = sharedMember(row, other);
      if (shared)
        return problem(
          'e-mail',
          shared,
          `cette adresse est celle d’un membre de ${described(other)} : elle lui ouvrirait les dossiers des deux lauréats`,
        );
    }
    return null;
  },
  (row, found, _candidates, { accounts }) => {
    const known = found ? [] : accounts.filter(({ email }) => row.contacts.some((contact) => contact.email === email));
    const refused = known.find(({ kind, switchedOff }) => kind !== 'laureate' || switchedOff);
    if (!refused) return null;
    return problem('e-mail', refused.email, refused.kind === 'laureate' ? switchedOff : otherSide[refused.kind]);
  },
];

function problem(column: string, value: string, reason: string): CellProblem {
  return { column, value, reason };
}

function described({ laureate }: ExistingLaureate): string {
  return laureate.reference
    ? `« ${laureate.name} » (référence ${laureate.reference})`
    : `« ${laureate.name} » (sans référence)`;
}

function sameReference(row: ImportedLaureate, reference: string | null): boolean {
  return row.reference !== null && reference !== null && fold(row.reference) === fold(reference);
}

function contradicts(row: ImportedLaureate, { laureate: { reference } }: ExistingLaureate): boolean {
  return row.reference !== null && reference !== null && !sameReference(row, reference);
}

function sameName(row: ImportedLaureate, { laureate }: ExistingLaureate): boolean {
  return fold(row.name) === fold(laureate.name);
}

function sharesMember(row: ImportedLaureate, other: ExistingLaureate): boolean {
  return sharedMember(row, other) !== undefined;
}

function sharedMember(row: ImportedLaureate, { members }: ExistingLaureate): string | undefined {
  return row.contacts.find(({ email }) => members.some((member) => member.active && member.email === email))?.email;
}
