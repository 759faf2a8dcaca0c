import type { VersionChange } from '@sur-mesure/functions/domain/versions/change';
import { DateText } from '../../common/words/DateText.tsx';

/** « par Inès Caron le 5 mars 2024 à 11 h : plus court. » */
export function ByWhom({ change: { by, at, reason } }: { readonly change: VersionChange }) {
  return (
    <>
      par {by.name} le <DateText instant={at} hour /> : <span class="typed">{reason}</span>
    </>
  );
}
