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
      {...{ id, title, empty }}
      columns={[{ title: 'Qui' }, { title: 'Quoi' }, { title: 'Depuis', shows: 'date' }]}
      rows={rows.map(({ what, who, since, path }) => ({
        key: `${path}.${what}.${since}`,
        cells: [<a href={path}>{who}</a>, what, sinceWords(since, at)],
      }))}
    />
  );
}

function LowSubsidies({ rows }: { readonly rows: Summary['lowSubsidies'] }) {
  return (
    <Listing
      id="low-subsidies"
      title="Subventions dont il reste moins d’un dixième"
      columns={[
        { title: 'Manufacture' },
        { title: 'Reste', shows: 'amount', isNamed: true },
        { title: 'Attribué', shows: 'amount', isNamed: true },
      ]}
      empty="Il reste plus d’un dixième de chaque subvention."
      rows={rows.map(({ laureate, remainingCents, awardedCents, path }) => ({
        key: path,
        cells: [<a href={path}>{laureate}</a>, formatEuros(remainingCents), formatEuros(awardedCents)],
      }))}
    />
  );
}

function Accesses({ opened, ending }: Pick<Summary, 'opened' | 'ending'>) {
  return (
    <>
      <Listing
        id="opened"
        title="Accès ouverts"
        columns={[{ title: 'À' }, { title: 'Dossier' }, { title: 'Le', shows: 'date' }]}
        empty="Aucun accès ne s’est ouvert dans la période."
        rows={opened.map(({ at, person, laureates }) => ({
          key: `${person}.${at}`,
          cells: [person, listOf.format(laureates), <DateText instant={at} />],
        }))}
      />
      <Listing
        id="ending"
        title="Accès coupés ou qui prennent fin, dans la période ou la suivante"
        columns={[{ title: 'De' }, { title: 'Dossier' }, { title: 'Le', shows: 'date' }]}
        empty="Aucun accès n’a pris fin, et aucun ne prend fin bientôt."
        rows={ending.map(({ at, person, laureate, cut }) => ({
          key: `${person}.${laureate}.${at}`,
          cells: [
            person,
            laureate,
            <>
              {cut && 'Coupé le '}
              <DateText day={dayOf(at)} />
            </>,
          ],
        }))}
      />
    </>
  );
}

function Uncovered({ rows }: { readonly rows: Summary['uncovered'] }) {
  return (
    <Listing
      id="uncovered"
      title="Sous-thématiques sans expert"
      columns={[
        { title: 'Sous-thématique' },
        { title: 'Thématique' },
        { title: 'Notes de cadrage', isNamed: true },
        { title: 'Missions en cours', isNamed: true },
      ]}
      empty="Un expert publié répond à chaque sous-thématique demandée."
      rows={rows.map(({ theme, subtheme, laureates, missions }) => ({
        key: `${theme}.${subtheme}`,
        cells: [subtheme, theme, laureates, missions],
      }))}
    />
  );
}
