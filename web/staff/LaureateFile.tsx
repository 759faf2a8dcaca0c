import { laureateStatuses } from '@sur-mesure/functions/domain/laureates/laureate';
import type { ListedLaureate } from '@sur-mesure/functions/domain/lists/laureates';
import { territoryKinds } from '@sur-mesure/functions/domain/programme/territories';
import { LaterArchive } from '../common/archive/LaterArchive.tsx';
import { Later } from '../common/loading/Later.tsx';
import { Loaded, useView } from '../common/loading/Loaded.tsx';
import type { Visit } from '../common/page/SignedInPage.tsx';
import { Pill } from '../common/state-pill/StatePill.tsx';
import { Money } from '../common/words/Money.tsx';
import { type LaureatePart, laureateAddress, partsFor } from './laureate-parts.ts';
import { missionsAddress } from './missions/mission-address.ts';
import { PartLinks } from './PartLinks.tsx';
import { StaffFrame } from './StaffFrame.tsx';
import { statusTones } from './status-tones.ts';

interface PartProps {
  readonly visit: Visit;
  readonly laureateId: string;
  readonly part: LaureatePart;
}

/** One laureate as the team knows it: its subsidy, its people, who reads its dossier, and the dossier itself. */
export function LaureateFile({ visit, laureateId, part }: PartProps) {
  const loading = useView({ name: 'laureateHeader', laureateId });
  const { answer } = loading;
  const title = answer !== undefined && 'laureate' in answer ? answer.laureate.name : 'Lauréat';
  return (
    <StaffFrame visit={visit} current="laureats" title={title} overline="Lauréat">
      <Loaded loading={loading}>
        {({ acts, laureate }) => {
          const parts = partsFor(acts);
          const shown = parts.some((one) => one.part === part) ? part : 'personnes';
          return (
            <>
              <Identity laureate={laureate} />
              <Parts laureateId={laureateId} parts={parts} current={shown} />
              <Part {...{ visit, laureateId }} part={shown} onChanged={loading.refresh} />
            </>
          );
        }}
      </Loaded>
    </StaffFrame>
  );
}

function Identity({ laureate }: { readonly laureate: ListedLaureate }) {
  const { id, region, territory, promotion, balance, status } = laureate;
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
      <p>
        <a href={missionsAddress({ laureateId: id })}>Voir ses missions</a>
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
const loadMails = () => import('./mails/LaureateMailsPart.tsx');
const loadSubsidy = () => import('./subsidy/SubsidyPart.tsx');
const missionAddress = (missionId: string) => `/equipe?mission=${encodeURIComponent(missionId)}`;

interface ShownPartProps extends PartProps {
  readonly onChanged: () => void;
}

function Part({ visit, laureateId, part, onChanged }: ShownPartProps) {
  switch (part) {
    case 'fiche':
      return (
        <Later key={part} load={loadRecord}>
          {({ LaureateRecord }) => <LaureateRecord {...{ laureateId, onChanged }} />}
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
    case 'courriels':
      return (
        <Later key={part} load={loadMails}>
          {({ LaureateMailsPart }) => <LaureateMailsPart laureateId={laureateId} />}
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
          {({ SubsidyPart }) => <SubsidyPart {...{ laureateId, missionAddress }} />}
        </Later>
      );
    default:
      return part satisfies never;
  }
}

function Requesting({ visit, laureateId, onChanged }: Pick<ShownPartProps, 'visit' | 'laureateId' | 'onChanged'>) {
  return (
    <Later load={loadRequest}>
      {({ RequestFor }) => (
        <RequestFor {...{ laureateId, missionAddress, person: visit.user.uid }} onAsked={onChanged} />
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
