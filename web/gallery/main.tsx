import { refuse } from '@sur-mesure/functions/domain/refusal';
import { useState } from 'preact/hooks';
import { Button } from '../common/button/Button.tsx';
import { Dialog } from '../common/dialog/Dialog.tsx';
import { DocumentRow } from '../common/document-row/DocumentRow.tsx';
import { EmptyState } from '../common/empty-state/EmptyState.tsx';
import { ErrorSummary, Notice, RefusalNotice } from '../common/notice/Notice.tsx';
import { mount } from '../common/page/mount.tsx';
import { PageFrame } from '../common/page/PageFrame.tsx';
import { Progress } from '../common/progress/Progress.tsx';
import { Skeleton } from '../common/skeleton/Skeleton.tsx';
import { Pill, StatePill } from '../common/state-pill/StatePill.tsx';
import { SubsidyBar } from '../common/subsidy-bar/SubsidyBar.tsx';
import { Timeline } from '../common/timeline/Timeline.tsx';
import { Turn } from '../common/turn/Turn.tsx';
import { DateText } from '../common/words/DateText.tsx';
import { Fields } from './Fields.tsx';

const links = [
  { href: '#mission', label: 'Missions', current: true },
  { href: '#note', label: 'Note de cadrage' },
  { href: '#experts', label: 'Trouver un expert' },
];

const position = {
  awardedCents: 1_500_000,
  settledCents: 300_000,
  committedCents: 775_000,
  paidCents: 0,
  remainingCents: 425_000,
  pendingCents: 500_000,
  pendingSubsidyCents: 425_000,
  pendingOwnCents: 75_000,
};

const steps = [
  { id: 'a', title: 'Mission demandée', detail: 'lundi 3 février 2025, Léa Morvan', status: 'done' },
  { id: 'b', title: 'Diagnostic et devis remis', detail: 'vendredi 28 février 2025, Camille Roy', status: 'done' },
  { id: 'c', title: 'Votre validation', detail: 'attendue avant le mardi 18 mars 2025', status: 'current' },
  { id: 'd', title: 'Rapport de mission', status: 'upcoming' },
] as const;

function Pieces() {
  return (
    <>
      <SubsidyBar position={position} />
      <section class="stack">
        <h2>Étapes</h2>
        <Timeline label="Étapes de la mission" steps={steps} />
      </section>
      <section>
        <h2>Documents</h2>
        <DocumentRow
          kind="Devis"
          name="Devis-2025-014-atelier-bois.pdf"
          version={2}
          sizeBytes={845_200}
          date={<DateText day="2025-02-28" />}
          openedBy="Ouvert par Léa Morvan, samedi 1er mars 2025"
          onOpen={() => undefined}
        />
        <DocumentRow kind="Diagnostic préalable" version={2} sizeBytes={1_240_000} analysis="scanning" />
        <DocumentRow kind="Rapport de mission" name="rapport.pdf" sizeBytes={1_240_000} analysis="rejected" />
      </section>
    </>
  );
}

function Messages() {
  return (
    <section class="stack">
      <h2>Messages</h2>
      <Notice>
        <p>L’équipe relit les inscriptions chaque mardi.</p>
      </Notice>
      <Notice tone="success" title="Le devis est validé">
        <p>Il reste 4 250,00 € sur 15 000,00 €. L’attestation arrive par courriel.</p>
      </Notice>
      <Notice tone="warning">
        <p>Le devis dépasse ce qu’il reste de 750,00 € : cette somme sera à votre charge.</p>
      </Notice>
      <RefusalNotice refusal={refuse('example', 'La connexion a été coupée. Votre texte est enregistré. Réessayez.')} />
      <div class="row">
        <StatePill state="awaiting_validation" reader="laureate" />
        <StatePill state="awaiting_expert" />
        <StatePill state="awaiting_report" />
        <StatePill state="closed" />
        <StatePill state="on_hold" />
        <StatePill state="refused" />
        <StatePill state="cancelled" />
        <Pill tone="done">Publié dans l’annuaire</Pill>
      </div>
      <Progress label="Envoi de « devis.pdf »" ratio={0.25} figure="1,2 Mo sur 4,8 Mo" onCancel={() => undefined} />
      <Skeleton />
      <EmptyState action={<Button>Demander une mission</Button>}>Vous n’avez pas encore de mission.</EmptyState>
    </section>
  );
}

function Buttons() {
  const [asking, setAsking] = useState(false);
  return (
    <section class="stack">
      <h2>Boutons</h2>
      <div class="row">
        <Button tone="primary">Valider le devis de 3 000 €</Button>
        <Button>Renvoyer pour correction</Button>
        <Button tone="danger" opens="dialog" onClick={() => setAsking(true)}>
          Refuser le devis
        </Button>
        <Button tone="quiet">Plus tard</Button>
        <Button tone="primary" busy>
          Envoyer
        </Button>
        <Button id="greyed" unavailable="La note de cadrage n’est pas encore remise.">
          Demander une mission
        </Button>
      </div>
      <Dialog
        open={asking}
        title="Refuser ce devis ?"
        confirmLabel="Refuser le devis"
        tone="danger"
        onConfirm={() => setAsking(false)}
        onCancel={() => setAsking(false)}
      >
        <p>La mission s’arrête. Vous pourrez en demander une autre, à la même personne ou à une autre.</p>
      </Dialog>
    </section>
  );
}

function Gallery() {
  return (
    <PageFrame
      title="Structurer l’atelier bois partagé"
      overline="Mission · La Fabrique du Lac"
      links={links}
      person="Léa Morvan"
      onSignOut={() => undefined}
    >
      <Turn
        whose="À vous"
        yours
        deadline={
          <>
            Avant le <DateText day="2025-03-18" relative now={Date.parse('2025-03-14T10:00:00Z')} />
          </>
        }
        action={<Button tone="primary">Lire et décider</Button>}
      >
        Camille Roy a remis son diagnostic et un devis de 3 000,00 €.
      </Turn>
      <Pieces />
      <Buttons />
      <Messages />
      <ErrorSummary errors={[{ fieldId: 'siret', message: 'Écrivez les 14 chiffres du SIRET.' }]} />
      <Fields />
    </PageFrame>
  );
}

mount(<Gallery />);
