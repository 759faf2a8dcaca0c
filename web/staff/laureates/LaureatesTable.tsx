import { laureateStatuses } from '@sur-mesure/functions/domain/laureates/laureate';
import type { LaureateSort, ListedLaureate } from '@sur-mesure/functions/domain/lists/laureates';
import { formatEuros } from '@sur-mesure/functions/domain/money';
import { territoryKinds } from '@sur-mesure/functions/domain/programme/territories';
import type { Balance } from '@sur-mesure/functions/domain/subsidy/ledger';
import { Pill } from '../../common/state-pill/StatePill.tsx';
import { counted } from '../../common/words/typography.ts';
import { laureateAddress } from '../laureate-parts.ts';
import { shows } from '../lists/list-address.ts';
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

interface AmountColumn {
  /** In the address. */
  readonly word: string;
  readonly label: string;
  readonly sort: LaureateSort;
  readonly of: (balance: Balance) => number;
}

const amounts = [
  { word: 'attribue', label: 'Attribué', sort: 'awarded', of: ({ awardedCents }) => awardedCents },
  { word: 'engage', label: 'Engagé', sort: 'committed', of: ({ committedCents }) => committedCents },
  { word: 'regle', label: 'Réglé', sort: 'settled', of: ({ settledCents }) => settledCents },
  { word: 'reste', label: 'Reste', sort: 'remaining', of: ({ remainingCents }) => remainingCents },
] as const satisfies readonly AmountColumn[];

export function LaureatesTable({ laureates, total, count, list, turning }: LaureatesTableProps) {
  const shown = amounts.filter(({ word }) => shows(list, word));
  const words = ['promotion', 'note'].filter((word) => shows(list, word));
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
            {shows(list, 'promotion') && (
              <SortableHeader by="promotion" {...order}>
                Promotion
              </SortableHeader>
            )}
            {shows(list, 'note') && <th scope="col">Note de cadrage</th>}
            {shown.map(({ label, sort }) => (
              <SortableHeader key={label} by={sort} {...order} amount>
                {label}
              </SortableHeader>
            ))}
          </tr>
        </thead>
        <tbody>
          {laureates.map((laureate) => (
            <LaureateLine key={laureate.id} {...{ laureate, list, shown }} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={1 + words.length}>
              Total : {counted(count, 'lauréat')}
            </th>
            <Amounts balance={total} shown={shown} />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

interface LaureateLineProps {
  readonly laureate: ListedLaureate;
  readonly list: LaureateList;
  readonly shown: readonly AmountColumn[];
}

function LaureateLine({ laureate, list, shown }: LaureateLineProps) {
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
      {shows(list, 'promotion') && <td data-label="Promotion">{promotion}</td>}
      {shows(list, 'note') && (
        <td data-label="Note de cadrage">
          {noteVersion === null ? (
            <Pill tone="waiting">Attendue</Pill>
          ) : (
            <Pill tone={noteAnswer === 'askForChanges' ? 'waiting' : 'done'}>{noteWords(noteVersion, noteAnswer)}</Pill>
          )}
        </td>
      )}
      <Amounts balance={balance} shown={shown} />
    </tr>
  );
}

function Amounts({ balance, shown }: { readonly balance: Balance; readonly shown: readonly AmountColumn[] }) {
  return (
    <>
      {shown.map(({ label, of }) => (
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
