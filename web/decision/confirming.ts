import type { Command } from '@sur-mesure/functions/domain/missions/actions';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { formatEuros } from '@sur-mesure/functions/domain/money';

type Validated = Pick<MissionView, 'mission' | 'files' | 'proposed'>;

/**
 * What a validation names: the version, the exact bytes of both documents, and how it is paid, all as shown on the page. `said`: the person's
 * function, in its own words; empty when it did not say.
 */
export function validation(
  { mission, files, proposed }: Validated,
  { consent, said }: { readonly consent: boolean; readonly said: string },
): Command | undefined {
  const { submission } = mission;
  if (submission === null || proposed === null) return undefined;
  const sha256Of = (id: string) => files.find(({ fileId }) => fileId === id)?.sha256;
  const diagnosticSha256 = sha256Of(submission.diagnostic.fileId);
  const devisSha256 = sha256Of(submission.devis.fileId);
  if (diagnosticSha256 === undefined || devisSha256 === undefined) return undefined;
  const { subsidyCents, ownCents } = proposed;
  return {
    action: 'validate',
    input: {
      ...{ version: submission.version, diagnosticSha256, devisSha256, subsidyCents, ownCents, consent },
      ...(said.trim() !== '' && { function: said.trim() }),
    },
  };
}

/** « Valider le devis de 3 000,00 € », or one's part of it when the devis is shared. */
export function validateLabel({ share, proposed, amounts }: Pick<MissionView, 'share' | 'proposed' | 'amounts'>) {
  const cents = share?.shareCents ?? (proposed === null ? 0 : proposed.subsidyCents + proposed.ownCents);
  const whole = amounts === null || amounts.includingVatCents === cents;
  return `Valider ${whole ? 'le devis' : 'votre part du devis,'} ${whole ? 'de ' : ''}${formatEuros(cents)}`;
}

/** Refusals that only reading again can lift: what was shown is no longer what is. */
const outdated: readonly string[] = [
  'version-outdated',
  'documents-changed',
  'payment-differs',
  'subsidy-exceeded',
  'wrong-state',
  'already-validated',
];

export function asksToReadAgain(code: string | undefined): boolean {
  return code !== undefined && outdated.includes(code);
}
