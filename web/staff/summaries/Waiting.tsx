import { dayOf } from '@sur-mesure/functions/domain/calendar';
import { formatEuros } from '@sur-mesure/functions/domain/money';
import type { Summary, WaitingRow } from '@sur-mesure/functions/domain/summaries/summary';
import { sinceWords } from '@sur-mesure/functions/domain/summaries/words';
import { EmptyState } from '../../common/empty-state/EmptyState.tsx';
import { DateText } from '../../common/words/DateText.tsx';
import { Listing } from './Listing.tsx';

const listOf = new Intl.ListFormat('fr-FR');

/** What waits and since when, what is blocked or late, which accesses move, and whom the directory lacks. */
export function Waiting({ summary }: { readonly summary: Summary }) {
  const { awaited, blocked, lateReports, at } = summary;
  return (
    <>
      <section class="stack" aria-labelledby="waiting-title">
        <h2 id="waiting-title" tabIndex={-1}>
          Ce qui attend
        </h2>
        {awaited.length === 0 && <EmptyState>Personne n’est attendu : chaque mission suit son cours.</EmptyState>}
        {awaited.map(({ whom, rows }, index) => (
          <WaitingTable key={whom} id={`awaited-${index}`} title={whom} rows={rows} at={at} empty="" />
        ))}
      </section>
      <section class="stack" aria-labelledby="attention-title">
        <h2 id="attention-title">À surveiller</h2>
        <WaitingTable
          id="blocked"
          title="Missions bloquées"
          rows={blocked}
          at={at}
          empty="Aucune mission n’est suspendue, et aucune échéance n’est passée."
        />
        <WaitingTable
          id="late-reports"
          title="Rapports en retard"
          rows={lateReports}
          at={at}
          empty="Aucun rapport n’est en retard."
        />
        <LowSubsidies rows={summary.lowSubsidies} />
        <Accesses opened={summary.opened} ending={summary.ending} />
        <Uncovered rows={summary.uncovered} />
      </section>
    </>
  );
}

interface WaitingTableProps {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly WaitingRow[];
  readonly at: number;
  readonly empty: string;
}

function WaitingTable({ id, title, rows, at, empty }: WaitingTableProps) {
  return (
    <Listing
      id={id}
      title={title}
      columns={['Qui', 'Quoi', 'Depuis']}
      empty={empty}
      rows={rows.map(({ what, who, since, path }) => (
        <tr key={`${path}.${what}.${since}`}>
          <th scope="row">
            <a href={path}>{who}</a>
          </th>
          <td>{what}</td>
          <td class="row-date">{sinceWords(since, at)}</td>
        </tr>
      ))}
    />
  );
}

function LowSubsidies({ rows }: { readonly rows: Summary['lowSubsidies'] }) {
  return (
    <Listing
      id="low-subsidies"
      title="Subventions dont il reste moins d’un dixième"
      columns={['Manufacture', 'Reste', 'Attribué']}
      empty="Il reste plus d’un dixième de chaque subvention."
      rows={rows.map(({ laureate, remainingCents, awardedCents, path }) => (
        <tr key={path}>
          <th scope="row">
            <a href={path}>{laureate}</a>
          </th>
          <td class="money">{formatEuros(remainingCents)}</td>
          <td class="money">{formatEuros(awardedCents)}</td>
        </tr>
      ))}
    />
  );
}

function Accesses({ opened, ending }: Pick<Summary, 'opened' | 'ending'>) {
  return (
    <>
      <Listing
        id="opened"
        title="Accès ouverts"
        columns={['À', 'Dossier', 'Le']}
        empty="Aucun accès ne s’est ouvert dans la période."
        rows={opened.map(({ at, person, laureates }) => (
          <tr key={`${person}.${at}`}>
            <th scope="row">{person}</th>
            <td>{listOf.format(laureates)}</td>
            <td class="row-date">
              <DateText instant={at} />
            </td>
          </tr>
        ))}
      />
      <Listing
        id="ending"
        title="Accès coupés ou qui prennent fin, dans la période ou la suivante"
        columns={['De', 'Dossier', 'Le']}
        empty="Aucun accès n’a pris fin, et aucun ne prend fin bientôt."
        rows={ending.map(({ at, person, laureate, cut }) => (
          <tr key={`${person}.${laureate}.${at}`}>
            <th scope="row">{person}</th>
            <td>{laureate}</td>
            <td class="row-date">
              {cut && 'Coupé le '}
              <DateText day={dayOf(at)} />
            </td>
          </tr>
        ))}
      />
    </>
  );
}

function Uncovered({ rows }: { readonly rows: Summary['uncovered'] }) {
  return (
    <Listing
      id="uncovered"
      title="Thématiques sans expert"
      columns={['Sous-thématique', 'Thématique', 'Notes de cadrage', 'Missions en cours']}
      empty="Un expert publié répond à chaque sous-thématique demandée."
      rows={rows.map(({ theme, subtheme, laureates, missions }) => (
        <tr key={`${theme}.${subtheme}`}>
          <th scope="row">{subtheme}</th>
          <td>{theme}</td>
          <td>{laureates}</td>
          <td>{missions}</td>
        </tr>
      ))}
    />
  );
}
