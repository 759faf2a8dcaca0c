import type { MissionActionResult } from '@sur-mesure/functions/domain/api';
import { laureateStatuses } from '@sur-mesure/functions/domain/laureates/laureate';
import { territoryKinds } from '@sur-mesure/functions/domain/programme/territories';
import type { Views } from '@sur-mesure/functions/domain/views';
import { useState } from 'preact/hooks';
import { LaterArchive } from '../common/archive/LaterArchive.tsx';
import { EmptyState } from '../common/empty-state/EmptyState.tsx';
import { Later } from '../common/loading/Later.tsx';
import { Loaded, type Loading, useView } from '../common/loading/Loaded.tsx';
import { returnToTop } from '../common/page/address.ts';
import type { Visit } from '../common/page/SignedInPage.tsx';
import { Pill } from '../common/state-pill/StatePill.tsx';
import { Money } from '../common/words/Money.tsx';
import type { LaureateRow } from './filter.ts';
import { type LaureatePart, laureateAddress, partsFor } from './laureate-parts.ts';
import { PartLinks } from './PartLinks.tsx';
import { StaffFrame } from './StaffFrame.tsx';
import { statusTones } from './status-tones.ts';

interface PartProps {
  readonly visit: Visit;
  readonly laureateId: string;
  readonly part: LaureatePart;
}

interface LaureateFileProps extends PartProps {
  /** The programme, loaded once for every view of this page. */
  readonly loading: Loading<Views['staff']>;
}

/** One laureate as the team knows it: its subsidy, its people, who reads its dossier, and the dossier itself. */
export function LaureateFile({ visit, laureateId, part, loading }: LaureateFileProps) {
  const { answer } = loading;
  const laureates = answer !== undefined && 'laureates' in answer ? answer.laureates : [];
  const known = laureates.find((one) => one.laureateId === laureateId);
  const parts = partsFor(answer !== undefined && 'acts' in answer && answer.acts);
  const shown = parts.some((one) => one.part === part) ? part : 'personnes';
  return (
    <StaffFrame visit={visit} current="laureats" title={known?.name ?? 'Lauréat'} overline="Lauréat">
      <Loaded loading={loading}>
        {() =>
          known === undefined ? (
            <EmptyState>Ce lauréat n’est pas enregistré.</EmptyState>
          ) : (
            <>
              <Identity laureate={known} />
              <Parts laureateId={laureateId} parts={parts} current={shown} />
              <Part
                visit={visit}
                laureateId={laureateId}
                part={shown}
                laureates={laureates}
                onChanged={loading.refresh}
              />
            </>
          )
        }
      </Loaded>
    </StaffFrame>
  );
}

function Identity({ laureate }: { readonly laureate: LaureateRow }) {
  const { region, territory, promotion, balance, status } = laureate;
  return (
    <section class="stack stack-tight" aria-label="Subvention">
      {status !== 'active' && (
        <p>
          <Pill tone={statusTones[status]}>{laureateStatuses[status]}</Pill>
        </p>
      )}
      <p class="muted">
        {region} · {territoryKinds[territory]} · promotion {promotion}
      </p>
      <p>
        Il reste <Money cents={balance.remainingCents} /> sur <Money cents={balance.awardedCents} /> :{' '}
        <Money cents={balance.committedCents} /> engagés, <Money cents={balance.settledCents} /> réglés.
      </p>
    </section>
  );
}

interface PartsProps {
  readonly laureateId: string;
  readonly parts: ReturnType<typeof partsFor>;
  readonly current: LaureatePart;
}

function Parts({ laureateId, parts, current }: PartsProps) {
  return (
    <PartLinks
      links={parts.map(({ part, label }) => ({
        ...{ href: laureateAddress(laureateId, part), label },
        current: part === current,
      }))}
    />
  );
}

const loadRecord = () => import('./record/LaureateRecord.tsx');
const loadNotes = () => import('./notes/StaffNotes.tsx');
const loadPeople = () => import('../common/people/OrganisationPeople.tsx');
const loadPieces = () => import('../common/dossier/DossierPieces.tsx');
const loadNote = () => import('./scoping-note/LaureateNote.tsx');
const loadAccesses = () => import('../common/accesses/DossierAccesses.tsx');
const loadRequest = () => import('./request/RequestFor.tsx');
const loadSubsidy = () => import('./subsidy/SubsidyPart.tsx');
const missionAddress = (missionId: string) => `/equipe?mission=${encodeURIComponent(missionId)}`;

interface ShownPartProps extends PartProps {
  readonly laureates: readonly LaureateRow[];
  readonly onChanged: () => void;
}

function Part({ visit, laureateId, part, laureates, onChanged }: ShownPartProps) {
  switch (part) {
    case 'fiche':
      return (
        <Later key={part} load={loadRecord}>
          {({ LaureateRecord }) => <LaureateRecord {...{ laureateId, laureates, onChanged }} />}
        </Later>
      );
    case 'notes':
      return (
        <Later key={part} load={loadNotes}>
          {({ StaffNotes }) => <StaffNotes about={{ kind: 'laureate', id: laureateId }} />}
        </Later>
      );
    case 'personnes':
      return (
        <Later key={part} load={loadPeople}>
          {({ OrganisationPeople }) => (
            <OrganisationPeople
              organisation={{ kind: 'laureate', laureateId }}
              reader={visit.user.uid}
              title="Les personnes"
            />
          )}
        </Later>
      );
    case 'acces':
      return (
        <Later key={part} load={loadAccesses}>
          {({ DossierAccesses }) => <DossierAccesses laureateId={laureateId} missionAddress={missionAddress} />}
        </Later>
      );
    case 'note':
      return (
        <Later key={part} load={loadNote}>
          {({ LaureateNote }) => <LaureateNote laureateId={laureateId} />}
        </Later>
      );
    case 'dossier':
      return <Dossier laureateId={laureateId} />;
    case 'demande':
      return <Requesting visit={visit} laureateId={laureateId} onChanged={onChanged} />;
    case 'subvention':
      return (
        <Later key={part} load={loadSubsidy}>
          {({ SubsidyPart }) => <SubsidyPart {...{ laureateId, laureates, missionAddress }} />}
        </Later>
      );
    default:
      return part satisfies never;
  }
}

function Requesting({ visit, laureateId, onChanged }: Pick<ShownPartProps, 'visit' | 'laureateId' | 'onChanged'>) {
  const [done, setDone] = useState<MissionActionResult>();
  return (
    <Later load={loadRequest}>
      {({ RequestFor }) => (
        <RequestFor
          {...{ laureateId, done, missionAddress, person: visit.user.uid }}
          onDone={(result) => {
            setDone(result);
            onChanged();
            returnToTop();
          }}
        />
      )}
    </Later>
  );
}

function Dossier({ laureateId }: { readonly laureateId: string }) {
  const loading = useView({ name: 'dossier', laureateId });
  return (
    <>
      <p class="muted">Chaque ouverture est notée, et la manufacture la voit.</p>
      <Loaded loading={loading}>
        {(dossier) => (
          <Later load={loadPieces}>
            {({ DossierPieces }) => (
              <DossierPieces
                dossier={dossier}
                refresh={loading.refresh}
                note={
                  <p class="muted">
                    La note se remet depuis l’espace de la manufacture.{' '}
                    <a href={laureateAddress(laureateId, 'note')}>La lire</a>
                  </p>
                }
              />
            )}
          </Later>
        )}
      </Loaded>
      <LaterArchive scope={{ kind: 'laureate', laureateId }} />
    </>
  );
}
