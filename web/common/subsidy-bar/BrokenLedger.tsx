import { Notice } from '../notice/Notice.tsx';

/** Said wherever the figures of a subsidy are shown while its ledger does not hold. */
export function BrokenLedger() {
  return (
    <Notice tone="error" title="Le registre de cette subvention ne concorde pas">
      <p>
        Ne vous fiez pas encore aux montants affichés. D’ici à la réparation, aucune décision n’est prise et rien n’est
        débité. L’équipe France Tiers-Lieux est prévenue.
      </p>
    </Notice>
  );
}
