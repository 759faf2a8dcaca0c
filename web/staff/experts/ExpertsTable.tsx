import { expertStates } from '@sur-mesure/functions/domain/experts/profile';
import type { ListedExpert } from '@sur-mesure/functions/domain/lists/experts';
import { themeOf } from '@sur-mesure/functions/domain/programme/theme-list';
import { Pill } from '../../common/state-pill/StatePill.tsx';
import { themesInForce } from '../../common/themes/themes.ts';
import { DateText } from '../../common/words/DateText.tsx';
import { shows } from '../lists/list-address.ts';
import { SortableHeader } from '../lists/SortableHeader.tsx';
import { missionsAddress } from '../missions/mission-address.ts';
import type { ExpertList } from './expert-address.ts';
import { expertTones } from './expert-tones.ts';
import '../staff.css';
import '../lists/lists.css';

interface ExpertsTableProps {
  readonly experts: readonly ListedExpert[];
  readonly list: ExpertList;
  readonly turning: boolean;
}

export function ExpertsTable({ experts, list, turning }: ExpertsTableProps) {
  const order = { sort: list.page.sort, descending: list.page.descending, onOrder: list.orderBy };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls in its frame, which the keyboard must reach.
    <section class={turning ? 'table-frame turning' : 'table-frame'} tabIndex={0} aria-label="Experts">
      <table class="table cards">
        <thead>
          <tr>
            <SortableHeader by="company" {...order}>
              Structure
            </SortableHeader>
            {shows(list, 'etat') && (
              <SortableHeader by="state" {...order}>
                État
              </SortableHeader>
            )}
            {shows(list, 'contact') && <th scope="col">Contact</th>}
            {shows(list, 'missions') && <th scope="col">Missions</th>}
            {shows(list, 'inscription') && (
              <SortableHeader by="submittedAt" {...order}>
                Inscrite le
              </SortableHeader>
            )}
          </tr>
        </thead>
        <tbody>
          {experts.map((expert) => (
            <tr key={expert.id}>
              <Cells expert={expert} list={list} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cells({ expert, list }: { readonly expert: ListedExpert; readonly list: ExpertList }) {
  const { id, company, state, contact, submittedAt, mayBeCommissioned, stopped } = expert;
  return (
    <>
      <th scope="row" class="row-name">
        <a href={`/equipe?${new URLSearchParams({ expert: id })}`}>{company}</a>
        <span class="row-detail">{themesOf(expert)}</span>
      </th>
      {shows(list, 'etat') && (
        <td class="row-state">
          <Pill tone={expertTones[state]}>{expertStates[state]}</Pill>
        </td>
      )}
      {shows(list, 'contact') && (
        <td data-label="Contact">
          {contact.name}
          {contact.email !== '' && (
            <span class="row-address">
              <a href={`mailto:${contact.email}`}>{contact.email}</a>
            </span>
          )}
        </td>
      )}
      {shows(list, 'missions') && (
        <td class="row-wide" data-label="Missions">
          <a href={missionsAddress({ expertId: id })}>Voir ses missions</a>
          <span class="row-detail">{openness(mayBeCommissioned, stopped)}</span>
        </td>
      )}
      {shows(list, 'inscription') && (
        <td class="row-date" data-label="Inscrite le">
          <DateText instant={submittedAt} />
        </td>
      )}
    </>
  );
}

function openness(mayBeCommissioned: boolean, stopped: boolean): string {
  if (stopped) return 'Arrêtées : lien possible avec une manufacture';
  return mayBeCommissioned ? 'Peut en recevoir' : 'Ne peut pas en recevoir';
}

const listOf = new Intl.ListFormat('fr-FR');

function themesOf({ subthemes }: ListedExpert): string {
  return listOf.format(new Set(subthemes.flatMap((subtheme) => themeOf(themesInForce(), subtheme)?.label ?? [])));
}
