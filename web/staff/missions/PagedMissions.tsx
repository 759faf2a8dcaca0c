import type { MissionPageLine } from '@sur-mesure/functions/domain/lists/missions';
import { formatEuros } from '@sur-mesure/functions/domain/money';
import { MOST_ITEMS } from '@sur-mesure/functions/domain/staff/actions';
import { CheckboxField } from '../../common/field/ChoiceFields.tsx';
import { DateText } from '../../common/words/DateText.tsx';
import { shows } from '../lists/list-address.ts';
import { RowTick } from '../lists/RowTick.tsx';
import { SortableHeader } from '../lists/SortableHeader.tsx';
import { MissionCells } from '../MissionCells.tsx';
import type { MissionList } from './mission-address.ts';
import '../staff.css';
import '../lists/lists.css';

interface PagedMissionsProps {
  readonly missions: readonly MissionPageLine[];
  readonly list: MissionList;
  readonly turning: boolean;
  /** Where lines may be ticked; what is ticked stays so from page to page. */
  readonly selection: MissionChoosing | undefined;
}

interface MissionChoosing {
  readonly chosen: readonly MissionPageLine[];
  readonly mayBeChosen: (mission: MissionPageLine) => boolean;
  readonly onChoose: (chosen: readonly MissionPageLine[]) => void;
}

const listOf = new Intl.ListFormat('fr-FR');

export function PagedMissions({ missions, list, turning, selection }: PagedMissionsProps) {
  return (
    <>
      {selection !== undefined && <ChoosePage missions={missions} selection={selection} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls in its frame, which the keyboard must reach. */}
      <section class={turning ? 'table-frame turning' : 'table-frame'} tabIndex={0} aria-label="Missions">
        <table class="table cards">
          <Head list={list} chooses={selection !== undefined} />
          <tbody>
            {missions.map((mission) => (
              <tr key={mission.missionId}>
                {selection !== undefined && <Choice mission={mission} selection={selection} />}
                <Cells mission={mission} list={list} />
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

/** The columns that the list shows, each by which it may be ordered. */
function Head({ list, chooses }: { readonly list: MissionList; readonly chooses: boolean }) {
  const order = { sort: list.page.sort, descending: list.page.descending, onOrder: list.orderBy };
  return (
    <thead>
      <tr>
        {chooses && (
          <td class="row-choice">
            <span class="visually-hidden">Choisir</span>
          </td>
        )}
        <SortableHeader by="laureate" {...order}>
          Manufacture
        </SortableHeader>
        {shows(list, 'etat') && (
          <SortableHeader by="state" {...order}>
            État
          </SortableHeader>
        )}
        {shows(list, 'expert') && (
          <SortableHeader by="expert" {...order}>
            Expert
          </SortableHeader>
        )}
        {shows(list, 'echeance') && (
          <SortableHeader by="deadline" {...order}>
            Réponse attendue
          </SortableHeader>
        )}
        {shows(list, 'devis') && (
          <th scope="col" class="amount">
            Devis
          </th>
        )}
        {shows(list, 'depuis') && (
          <SortableHeader by="since" {...order}>
            Depuis le
          </SortableHeader>
        )}
      </tr>
    </thead>
  );
}

interface ChoosePageProps {
  readonly missions: readonly MissionPageLine[];
  readonly selection: MissionChoosing;
}

/** Ticks or unticks every line of this page that may be. Above the table, where a phone has it too. */
function ChoosePage({ missions, selection: { chosen, mayBeChosen, onChoose } }: ChoosePageProps) {
  const open = missions.filter(mayBeChosen);
  const others = chosen.filter(({ id }) => !open.some((mission) => mission.id === id));
  if (open.length === 0) return null;
  return (
    <CheckboxField
      id="choose-page"
      label="Choisir toutes les lignes de cette page"
      checked={others.length + open.length === chosen.length}
      onInput={(checked) => onChoose(checked ? [...others, ...open].slice(0, MOST_ITEMS) : others)}
    />
  );
}

interface ChoiceProps {
  readonly mission: MissionPageLine;
  readonly selection: MissionChoosing;
}

function Choice({ mission, selection: { chosen, mayBeChosen, onChoose } }: ChoiceProps) {
  const { id, laureateNames, expertName } = mission;
  const checked = chosen.some((one) => one.id === id);
  return (
    <td class="row-choice">
      {mayBeChosen(mission) && (
        <RowTick
          label={`Sélectionner ${listOf.format(laureateNames)} et ${expertName}`}
          checked={checked}
          disabled={!checked && chosen.length >= MOST_ITEMS}
          onTick={(ticked) => onChoose(ticked ? [...chosen, mission] : chosen.filter((one) => one.id !== id))}
        />
      )}
    </td>
  );
}

function Cells({ mission, list }: { readonly mission: MissionPageLine; readonly list: MissionList }) {
  const { deadline, late, devisCents } = mission;
  return (
    <MissionCells mission={mission} hidden={list.hidden}>
      {shows(list, 'echeance') && (
        <td class="row-date" data-label={deadline === null ? undefined : 'Réponse attendue'}>
          {deadline !== null && (
            <>
              avant le <DateText day={deadline} />
            </>
          )}
          {late && <span class="row-late"> En retard</span>}
        </td>
      )}
      {shows(list, 'devis') && (
        <td class="amount" data-label={devisCents === null ? undefined : 'Devis'}>
          {devisCents !== null && formatEuros(devisCents)}
        </td>
      )}
    </MissionCells>
  );
}
