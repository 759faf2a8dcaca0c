import { describe, expect, it } from 'vitest';
import { wholeBase } from '../subsidy/funded.ts';
import { type CheckName, checks } from './checks.ts';
import type { LaureateActionFacts, LaureateCommand } from './facts.ts';
import { codeOf, decided } from './testing/decisions.ts';
import { atelier, bocal, factsOf, goodCommands, member, opened } from './testing/records.ts';

const {
  changeLegalEntity,
  correctLegalEntity,
  setFundedBase,
  assignReferent,
  transferEntity,
  openToSharing,
  closeToSharing,
} = goodCommands;
const ines = { uid: 'ines', phone: '01 23 45 67 89' };

interface CheckCase {
  readonly code: string;
  readonly facts?: Partial<LaureateActionFacts>;
  readonly command: LaureateCommand;
  /** The one thing that changes, and the check lets through. */
  readonly once: { readonly facts?: Partial<LaureateActionFacts>; readonly command?: LaureateCommand };
}

/** The record that the compiler keeps complete: a check without a case does not compile. */
const checkCases: Record<CheckName, CheckCase> = {
  entityKnown: {
    code: 'entity-unknown',
    command: { ...correctLegalEntity, position: 2 },
    once: { command: { ...correctLegalEntity, position: 0 } },
  },
  entityNamed: {
    code: 'name-missing',
    command: { ...changeLegalEntity, name: '  ' },
    once: { command: { ...changeLegalEntity, name: 'SCIC' } },
  },
  siretWellFormed: {
    code: 'siret-invalid',
    command: { ...changeLegalEntity, siret: '44306184100048' },
    once: { command: changeLegalEntity },
  },
  siretFree: {
    code: 'siret-taken',
    facts: { siretHolder: 'La Forge' },
    command: changeLegalEntity,
    once: { facts: { siretHolder: null } },
  },
  entityDiffers: {
    code: 'entity-unchanged',
    command: { ...changeLegalEntity, siret: '55210055400013', name: 'Atelier du Lac ', legalForm: 'association' },
    // A new form alone is a change: an association that becomes a SCIC keeps its SIREN.
    once: {
      command: { ...changeLegalEntity, siret: '55210055400013', name: 'Atelier du Lac', legalForm: 'scic' },
    },
  },
  dayAfterTheLast: {
    code: 'entity-day',
    command: { ...changeLegalEntity, from: '2023-05-01' },
    once: { command: { ...changeLegalEntity, from: '2023-05-02' } },
  },
  dayInItsPlace: {
    code: 'entity-day',
    command: { ...correctLegalEntity, from: '2023-05-02' },
    once: { command: { ...correctLegalEntity, from: '2023-04-30' } },
  },
  deductibleInPart: {
    code: 'deductible-invalid',
    command: { ...setFundedBase, fundedBase: { kind: 'coefficient', deductibleTenThousandths: 10_000 } },
    once: { command: { ...setFundedBase, fundedBase: { kind: 'coefficient', deductibleTenThousandths: 9_999 } } },
  },
  baseDiffers: {
    code: 'base-unchanged',
    command: { ...setFundedBase, fundedBase: wholeBase },
    once: { command: setFundedBase },
  },
  referentIsStaff: {
    code: 'referent-not-staff',
    facts: { referentName: null },
    command: assignReferent,
    once: { facts: { referentName: 'Inès Garnier' } },
  },
  phoneWellFormed: {
    code: 'phone-invalid',
    command: { ...assignReferent, phone: 'demandez Inès' },
    once: { command: { ...assignReferent, phone: '+33 1 23 45 67 89' } },
  },
  intoFits: {
    code: 'into-unfit',
    facts: { into: { ...bocal, status: 'suspended' } },
    command: transferEntity,
    once: { facts: { into: bocal } },
  },
  nameTyped: {
    code: 'name-differs',
    command: { ...transferEntity, typedName: 'Le Bocal' },
    once: { command: transferEntity },
  },
  anotherReferent: {
    code: 'same-referent',
    facts: { laureate: { ...atelier, referent: ines } },
    command: assignReferent,
    once: { command: { ...assignReferent, phone: '01 23 45 67 88' } },
  },
  notOpenYet: {
    code: 'sharing-already-open',
    facts: { actor: member, laureate: { ...atelier, openToSharing: opened } },
    command: openToSharing,
    once: { facts: { laureate: atelier } },
  },
  stillOpen: {
    code: 'sharing-already-closed',
    facts: { actor: member },
    command: closeToSharing,
    once: { facts: { laureate: { ...atelier, openToSharing: opened } } },
  },
};

describe('Each check refuses with its code, and lets through once one thing changes', () => {
  it.each(Object.entries(checkCases))('%s', (_name, { code, facts, command, once }) => {
    expect(codeOf(factsOf(facts), command)).toBe(code);
    expect(codeOf(factsOf({ ...facts, ...once.facts }), once.command ?? command)).toBeNull();
  });

  it('says it in a French sentence that ends with a full stop', () => {
    for (const [name, check] of Object.entries(checks)) {
      const found = Object.entries(checkCases).find(([candidate]) => candidate === name)?.[1];
      const message = found && check(factsOf(found.facts), found.command)?.message;
      expect(message, name).toMatch(/^[A-ZÀÉ].*\.$/);
    }
  });

  it('nobody can be named again, once somebody was', () => {
    const nobody = { ...assignReferent, uid: null, phone: '' };
    expect(codeOf(factsOf(), nobody)).toBe('same-referent');
    expect(decided(factsOf({ laureate: { ...atelier, referent: ines } }), nobody).laureate.referent).toBeNull();
  });

  it('an entity does not begin tomorrow: nothing would change the name on that day', () => {
    expect(codeOf(factsOf(), { ...changeLegalEntity, from: '2024-03-06' })).toBe('entity-day');
    expect(codeOf(factsOf(), { ...changeLegalEntity, from: '2024-03-05' })).toBeNull();
    expect(codeOf(factsOf(), { ...correctLegalEntity, position: 1, from: '2024-03-06' })).toBe('entity-day');
  });
});
