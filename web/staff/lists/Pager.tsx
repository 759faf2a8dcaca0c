import type { Page } from '@sur-mesure/functions/domain/lists/page';
import { counted } from '../../common/words/typography.ts';
import type { ListAddress } from './list-address.ts';
import './lists.css';

interface PagerProps {
  /** « Missions »: what the pages are of. */
  readonly label: string;
  readonly page: Page<unknown>;
  readonly hrefOf: ListAddress<object, string>['hrefOf'];
}

/** Where one is in a list, and the pages beside this one. Nothing for a list of one page. */
export function Pager({ label, page: { rows, preceding, total, next, previous }, hrefOf }: PagerProps) {
  if (next === null && previous === null) return null;
  const last = preceding + rows.length;
  return (
    <nav class="pager" aria-label={`Pages : ${label}`}>
      <p>
        Lignes {(preceding + 1).toLocaleString('fr-FR')} à {last.toLocaleString('fr-FR')} sur{' '}
        {total.toLocaleString('fr-FR')}
      </p>
      <p class="pager-links">
        {previous !== null && (
          <a class="pager-link" href={hrefOf({ before: previous })} rel="prev">
            Page précédente
          </a>
        )}
        {next !== null && (
          <a class="pager-link" href={hrefOf({ after: next })} rel="next">
            Page suivante
          </a>
        )}
      </p>
    </nav>
  );
}

interface FoundProps {
  readonly count: number;
  readonly noun: string;
  readonly plural?: string;
  readonly turning: boolean;
}

/** Said aloud each time a filter changes it. */
export function Found({ count, noun, plural, turning }: FoundProps) {
  return <p role="status">{turning ? 'Recherche en cours' : counted(count, noun, plural)}</p>;
}
