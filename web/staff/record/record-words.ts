import { laureateRowOf } from '@sur-mesure/functions/domain/laureates/actions';
import type { LaureateCommand, RecordActionName } from '@sur-mesure/functions/domain/laureates/facts';
import { isSiret, type LegalForm, legalForms } from '@sur-mesure/functions/domain/laureates/laureate';
import type { LaureateFileView } from '@sur-mesure/functions/domain/laureates/views';
import {
  baseKinds,
  baseLabel,
  type FundedBase,
  formatRate,
  wholeBase,
} from '@sur-mesure/functions/domain/subsidy/funded';
import { rateOf } from '../../common/field/rate.ts';
import type { FieldError } from '../../common/notice/Notice.tsx';
import { counted, of } from '../../common/words/typography.ts';

/** All but the transfer, which has a dialog of its own. */
export type RecordDialogName = Exclude<RecordActionName, 'transferEntity'>;
export type AskedOfRecord = 'entity' | 'position' | 'base' | 'referent' | 'reason';

interface RecordWords {
  readonly title: (name: string) => string;
  readonly asks: readonly AskedOfRecord[];
  readonly follows: (file: LaureateFileView) => readonly string[];
}

/** What a stop leaves to staff, counted: nobody confirms it without knowing. */
function leftToDo({ liveMissions }: LaureateFileView): string {
  if (liveMissions.length === 0) return 'Aucune mission n’est en cours.';
  return `${counted(liveMissions.length, 'mission reste', 'missions restent')} en cours : elles sont listées sur cette fiche, et vous décidez de la suite de chacune.`;
}

const nothingNew = 'Plus rien ne peut être demandé, rejoint ni validé ; tout reste lisible.';
const peopleTold = 'Les personnes de la manufacture et ses experts en mission reçoivent votre raison par courriel.';

/** Beside the domain's table of actions, which says when each may be done: its words, what it asks, what follows. */
export const recordWords = {
  changeLegalEntity: {
    title: (name) => `Changer la personne morale ${of(name)}`,
    asks: ['entity', 'reason'],
    follows: () => [
      'Le lauréat reste le même : subvention, missions, dossier et accès ne changent pas. L’ancienne personne morale reste dans la fiche.',
      'Un expert dont le SIREN devient celui de la manufacture est examiné de nouveau.',
    ],
  },
  correctLegalEntity: {
    title: () => 'Corriger une personne morale',
    asks: ['position', 'entity', 'reason'],
    follows: () => ['Pour une erreur de la fiche. Si la structure a vraiment changé, ajoutez une personne morale.'],
  },
  setFundedBase: {
    title: (name) => `Que peut payer la subvention ${of(name)} ?`,
    asks: ['base', 'reason'],
    follows: (file) => [
      `Aujourd’hui : « ${baseLabel(baseInForce(file))} ».`,
      'Les devis qui seront validés suivront la nouvelle base. Ce qui est déjà validé, avenants compris, ne change pas.',
      'Les personnes de la manufacture reçoivent votre raison par courriel.',
    ],
  },
  assignReferent: {
    title: (name) => `Qui appeler pour ${name} ?`,
    asks: ['referent'],
    follows: () => ['La manufacture voit ce nom, ce numéro et cette adresse sur son accueil.'],
  },
  suspend: {
    title: (name) => `Suspendre ${name} ?`,
    asks: ['reason'],
    follows: (file) => [nothingNew, leftToDo(file), peopleTold, 'Vous pourrez lever la suspension.'],
  },
  resume: {
    title: (name) => `Lever la suspension ${of(name)} ?`,
    asks: ['reason'],
    follows: () => ['Demandes et validations reprennent dès maintenant.', peopleTold],
  },
  withdrawLabel: {
    title: (name) => `Retirer le label à ${name} ?`,
    asks: ['reason'],
    follows: (file) => [nothingNew, leftToDo(file), peopleTold],
  },
  restoreLabel: {
    title: (name) => `Rendre le label à ${name} ?`,
    asks: ['reason'],
    follows: () => ['Demandes et validations reprennent dès maintenant.', peopleTold],
  },
  withdrawTransfer: {
    title: (name) => `Retirer votre proposition pour ${name} ?`,
    asks: ['reason'],
    follows: () => [
      'Rien n’a encore changé : missions, subvention et personnes restent où elles sont. La tâche de l’équipe se ferme.',
      'Vous pourrez la proposer de nouveau.',
    ],
  },
} as const satisfies Record<RecordDialogName, RecordWords>;

/** What one types about a record, whichever the action; which of it is asked stands in the table of words. */
export interface TypedRecord {
  readonly position: string;
  readonly from: string;
  readonly siret: string;
  readonly name: string;
  readonly legalForm: LegalForm | 'unknown';
  readonly base: FundedBase['kind'];
  /** The part of the VAT that is recovered, as a percentage; asked of a base that has one. */
  readonly deductible: string;
  readonly referentUid: string;
  readonly phone: string;
  readonly reason: string;
}

/** Nobody in particular: the programme's own contact. */
export const NOBODY = 'nobody';

export const legalFormChoices: readonly { readonly value: TypedRecord['legalForm']; readonly label: string }[] = [
  ...Object.entries(legalForms).flatMap(([value, label]) => (isLegalForm(value) ? [{ value, label }] : [])),
  { value: 'unknown', label: 'Non précisée' },
];

export const baseChoices: readonly { readonly value: FundedBase['kind']; readonly label: string }[] = [
  { value: 'includingVat', label: baseKinds.includingVat },
  { value: 'excludingVat', label: baseKinds.excludingVat },
  { value: 'coefficient', label: baseKinds.coefficient },
];

/** Of the entity in force: what the next validation goes by. */
function baseInForce({ legalEntities }: Pick<LaureateFileView, 'legalEntities'>): FundedBase {
  return legalEntities.at(-1)?.fundedBase ?? wholeBase;
}

function isLegalForm(value: string): value is LegalForm {
  return Object.hasOwn(legalForms, value);
}

/** What the fields show first: the entity at hand, to change one thing of it. */
export function firstTyped(
  { legalEntities, referent }: LaureateFileView,
  position = legalEntities.length - 1,
): TypedRecord {
  const base = baseInForce({ legalEntities });
  const entity = legalEntities[position];
  return {
    position: String(position),
    from: entity?.from ?? '',
    siret: entity?.siret ?? '',
    name: entity?.name ?? '',
    legalForm: entity?.legalForm ?? 'unknown',
    base: base.kind,
    deductible: base.kind === 'coefficient' ? formatRate(base.deductibleTenThousandths) : '',
    referentUid: referent?.uid ?? '',
    phone: referent?.phone ?? '',
    reason: '',
  };
}

function entityOf({ from, siret, name, legalForm, reason }: TypedRecord) {
  return {
    from,
    siret: siret.replaceAll(/\s/g, ''),
    name: name.trim(),
    legalForm: legalForm === 'unknown' ? null : legalForm,
    reason: reason.trim(),
  };
}

function baseOf({ base, deductible }: TypedRecord): FundedBase {
  return base === 'coefficient' ? { kind: base, deductibleTenThousandths: rateOf(deductible) ?? 0 } : { kind: base };
}

const withReason =
  <const Name extends 'suspend' | 'resume' | 'withdrawLabel' | 'restoreLabel' | 'withdrawTransfer'>(action: Name) =>
  ({ reason }: TypedRecord) => ({ action, reason: reason.trim() });

const builders = {
  changeLegalEntity: (typed) => ({ action: 'changeLegalEntity', ...entityOf(typed) }),
  correctLegalEntity: (typed) => ({
    action: 'correctLegalEntity',
    position: Number(typed.position),
    ...entityOf(typed),
  }),
  setFundedBase: (typed) => ({
    action: 'setFundedBase',
    fundedBase: baseOf(typed),
    reason: typed.reason.trim(),
  }),
  assignReferent: ({ referentUid, phone }) => ({
    action: 'assignReferent',
    uid: referentUid === NOBODY ? null : referentUid,
    phone: phone.trim(),
  }),
  suspend: withReason('suspend'),
  resume: withReason('resume'),
  withdrawLabel: withReason('withdrawLabel'),
  restoreLabel: withReason('restoreLabel'),
  withdrawTransfer: withReason('withdrawTransfer'),
} as const satisfies Record<RecordDialogName, (typed: TypedRecord) => LaureateCommand>;

export function recordCommandOf(action: RecordDialogName, typed: TypedRecord): LaureateCommand {
  return builders[action](typed);
}

export const recordFieldId = (name: keyof TypedRecord) => `record-${name}`;

type Rule = readonly [field: keyof TypedRecord, holds: (typed: TypedRecord) => boolean, message: string];

const rules = {
  position: [],
  entity: [
    ['from', ({ from }) => from !== '', 'Choisissez le jour depuis lequel c’est vrai.'],
    ['name', ({ name }) => name.trim() !== '', 'Écrivez le nom de la personne morale, comme sur ses statuts.'],
    ['siret', ({ siret }) => isSiret(siret.replaceAll(/\s/g, '')), 'Vérifiez les quatorze chiffres du SIRET.'],
  ],
  base: [
    [
      'deductible',
      ({ base, deductible }) => base !== 'coefficient' || rateOf(deductible) !== null,
      'Écrivez la part de TVA récupérée, en pour cent : 60, ou 62,5.',
    ],
  ],
  referent: [
    ['referentUid', ({ referentUid }) => referentUid !== '', 'Choisissez une personne de l’équipe.'],
    [
      'phone',
      ({ referentUid, phone }) => referentUid === NOBODY || phone.trim() !== '',
      'Écrivez le numéro auquel la manufacture peut l’appeler.',
    ],
  ],
  reason: [['reason', ({ reason }) => reason.trim() !== '', 'Dites pourquoi en une phrase : le journal la garde.']],
} as const satisfies Record<AskedOfRecord, readonly Rule[]>;

/** What is missing before anything is sent; the server judges the rest. */
export function recordErrors(action: RecordDialogName, typed: TypedRecord): FieldError[] {
  return recordWords[action].asks.flatMap((asked) => {
    const asksFor: readonly Rule[] = rules[asked];
    return asksFor
      .filter(([, holds]) => !holds(typed))
      .map(([field, , message]) => ({ fieldId: recordFieldId(field), message }));
  });
}

export function confirmTone(action: RecordActionName): 'primary' | 'danger' {
  return laureateRowOf(action).confirm ? 'danger' : 'primary';
}
