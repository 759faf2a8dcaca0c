import { laureateStatuses } from '@sur-mesure/functions/domain/laureates/laureate';
import type { LaureateSort, ListedLaureate } from '@sur-mesure/functions/domain/lists/laureates';
import { formatEuros } from '@sur-mesure/functions/domain/money';
import { territoryKinds } from '@sur-mesure/functions/domain/programme/territories';
import type { Balance } from '@sur-mesure/functions/domain/subsidy/ledger';
import { Pill } from '../../common/state-pill/StatePill.tsx';
import { counted } from '../../common/words/typography.ts';
import { laureateAddress } from '../laureate-parts.ts';
import { SortableHeader } from '../lists/SortableHeader.tsx';
import { statusTones } from '../status-tones.ts';
import type { LaureateList } from './laureate-address.ts';
import '../staff.css';
import '../lists/lists.css';

interface LaureatesTableProps {
  readonly laureates: readonly ListedLaureate[];
  /** Of all those found, on every page. */
  readonly total: Balance;
  readonly count: number;
  readonly list: LaureateList;
  readonly turning: boolean;
}

const amounts = [
  { label: 'Attribué', sort: 'awarded', of: ({ awardedCents }) => awardedCents },
  { label: 'Engagé', sort: 'committed', of: ({ committedCents }) => committedCents },
  { label: 'Réglé', sort: 'settled', of: ({ settledCents }) => settledCents },
  { label: 'Reste', sort: 'remaining', of: ({ remainingCents }) => remainingCents },
] as const satisfies readonly { label: string; sort: LaureateSort; of: (balance: Balance) => number }[];

export function LaureatesTable({ laureates, total, count, list, turning }: LaureatesTableProps) {
  const order = { sort: list.page.sort, descending: list.page.descending, onOrder: list.orderBy };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls in its frame, which the keyboard must reach.
    <section class={turning ? 'table-frame turning' : 'table-frame'} tabIndex={0} aria-label="Lauréats">
      <table class="table cards">
        <thead>
          <tr>
            <SortableHeader by="name" {...order}>
              Nom
            </SortableHeader>
            <SortableHeader by="promotion" {...order}>
              Promotion
            </SortableHeader>
            <th scope="col">Note de cadrage</th>
            {amounts.map(({ label, sort }) => (
              <SortableHeader key={label} by={sort} {...order} amount>
                {label}
              </SortableHeader>
            ))}
          </tr>
        </thead>
        <tbody>
          {laureates.map((laureate) => (
            <LaureateLine key={laureate.id} laureate={laureate} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              Total : {counted(count, 'lauréat')}
            </th>
            <Amounts balance={total} />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function LaureateLine({ laureate }: { readonly laureate: ListedLaureate }) {
  const { id, name, status, region, territory, promotion, noteVersion, noteAnswer, balance } = laureate;
  return (
    <tr>
      <th scope="row" class="row-name">
        <a href={laureateAddress(id)}>{name}</a>
        <span class="row-detail">
          {region} · {territoryKinds[territory]}
        </span>
        {status !== 'active' && <Pill tone={statusTones[status]}>{laureateStatuses[status]}</Pill>}
      </th>
      <td data-label="Promotion">{promotion}</td>
      <td data-label="Note de cadrage">
        {noteVersion === null ? (
          <Pill tone="waiting">Attendue</Pill>
        ) : (
          <Pill tone={noteAnswer === 'askForChanges' ? 'waiting' : 'done'}>{noteWords(noteVersion, noteAnswer)}</Pill>
        )}
      </td>
      <Amounts balance={balance} />
    </tr>
  );
}

function Amounts({ balance }: { readonly balance: Balance }) {
  return (
    <>
      {amounts.map(({ label, of }) => (
        <td key={label} class="amount" data-label={label}>
          {formatEuros(of(balance))}
        </td>
      ))}
    </>
  );
}

const answered = { accept: 'Acceptée', askForChanges: 'À réviser' } as const;

function noteWords(version: number, answer: ListedLaureate['noteAnswer']): string {
  const word = answer === null ? 'Remise' : answered[answer];
  return version === 1 ? word : `${word}, version ${version}`;
}
