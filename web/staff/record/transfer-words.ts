import type { TakeoverStage } from '@sur-mesure/functions/domain/laureates/takeover';
import type { TransferPlanView } from '@sur-mesure/functions/domain/laureates/views';
import type { LaureateChoice } from '@sur-mesure/functions/domain/lists/laureates';
import { formatEuros } from '@sur-mesure/functions/domain/money';
import type { FieldError } from '../../common/notice/Notice.tsx';
import { counted, of } from '../../common/words/typography.ts';

const listOf = new Intl.ListFormat('fr-FR');

/** Who may take over: another laureate, active in the programme. */
export function mayTakeOver({ laureateId, status }: LaureateChoice, fromId: string): boolean {
  return laureateId !== fromId && status === 'active';
}

const stageLines = {
  carry: 'Votre confirmation réunit les deux lauréats.',
  propose: 'Au-dessus du seuil, il faut deux personnes : votre confirmation propose, une autre personne réunit.',
  ownProposal:
    'Vous l’avez proposé : une autre personne de l’équipe doit confirmer. La fiche permet de retirer votre proposition.',
} as const satisfies Record<TakeoverStage, string>;

/** What will move, what stays, who comes along: one line each. */
export function transferLines({
  fromName,
  intoName,
  missions,
  people,
  stage,
  proposedBy,
  ...amounts
}: TransferPlanView): string[] {
  const { remainingCents, settledCents } = amounts;
  const held = missions.reduce((total, { heldCents }) => total + heldCents, 0);
  return [
    `${counted(missions.length, 'mission en cours passe', 'missions en cours passent')} à ${intoName}, avec ${formatEuros(held)} engagés.`,
    `${formatEuros(remainingCents)} non utilisés passent à ${intoName}.`,
    `${formatEuros(settledCents)} réglés restent au registre ${of(fromName)}, comme historique.`,
    people.length === 0
      ? `Personne ne rejoint ${intoName} : les accès sont déjà les mêmes.`.replace(' :', '\u00a0:')
      : `${listOf.format(people)} ${people.length === 1 ? 'rejoint' : 'rejoignent'} ${intoName}.`,
    `Les experts en mission déclarent n’avoir aucun intérêt dans ${intoName} avant de lire son dossier.`,
    ...(proposedBy === null ? [] : [`Proposé par ${proposedBy}.`]),
    stageLines[stage].replace(' :', '\u00a0:'),
  ];
}

interface TypedTransfer {
  readonly intoId: string;
  readonly typedName: string;
  readonly reason: string;
}

/** What is missing before anything is sent; the server compares the name again. */
export function transferErrors({ intoId, typedName, reason }: TypedTransfer, name: string): FieldError[] {
  const rules: readonly (readonly [string, boolean, string])[] = [
    ['transfer-into', intoId !== '', 'Choisissez le lauréat qui reprend.'],
    ['transfer-reason', reason.trim() !== '', 'Dites pourquoi en une phrase : les deux registres la gardent.'],
    [
      'transfer-name',
      typedName.trim().toLowerCase() === name.trim().toLowerCase(),
      `Écrivez le nom du lauréat qui prend fin : ${name}.`,
    ],
  ];
  return rules.filter(([, holds]) => !holds).map(([fieldId, , message]) => ({ fieldId, message }));
}
