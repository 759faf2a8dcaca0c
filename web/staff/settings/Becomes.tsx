import type { ChangedSetting } from '@sur-mesure/functions/domain/settings/change';
import { settingRow } from '@sur-mesure/functions/domain/settings/rows';

/** « Délai de correction : 10 jours ouvrés → 12 jours ouvrés ». */
export function Becomes({ changed: { key, before, after } }: { readonly changed: ChangedSetting }) {
  return (
    <p>
      {`${settingRow(key).label} : ${before} `}
      <span aria-hidden="true">→</span>
      <span class="visually-hidden">devient</span> <strong>{after}</strong>
    </p>
  );
}
