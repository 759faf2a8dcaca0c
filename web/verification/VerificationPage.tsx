import { useState } from 'preact/hooks';
import { Button } from '../common/button/Button.tsx';
import { DropZone } from '../common/field/DropZone.tsx';
import { FileChoice } from '../common/field/FileChoice.tsx';
import { TextField } from '../common/field/TextField.tsx';
import { PageFrame } from '../common/page/PageFrame.tsx';
import { Progress } from '../common/progress/Progress.tsx';
import { fileSize } from '../common/words/typography.ts';
import { StepNews, toNews } from './StepNews.tsx';
import { type Hashed, type Step, useComparison } from './useComparison.ts';
import { proofIdIn } from './verdict-words.ts';
import './verification.css';

const links = [
  { href: '/', label: 'Annuaire' },
  { href: '/inscription', label: 'Devenir expert' },
];

/** As an attestation gives it: `/verification?preuve=…`. */
const followed = new URLSearchParams(location.search).get('preuve') ?? '';

/** For anyone who holds a file: whether the proofs of this service name these very bytes. The file stays on the device. */
export function VerificationPage() {
  const [typed, setTyped] = useState(followed);
  const { step, start, ask, stop } = useComparison();
  const proofId = proofIdIn(typed);
  const choose = (files: readonly File[]) => {
    const [file] = files;
    if (file !== undefined) void start(file, proofId);
  };
  const again = askedAgain(step, proofId);
  return (
    <PageFrame title="Vérifier un document" links={links}>
      <div class="stack">
        <p class="lead">
          Un devis, un diagnostic, un rapport ou une attestation vous a été remis : est-ce bien, octet pour octet, celui
          qui a été validé ?
        </p>
        <p>
          <strong>Le fichier ne quitte pas votre appareil.</strong> Son empreinte (SHA-256) est calculée ici ; elle
          seule est envoyée, avec le numéro s’il y en a un, et rien du contenu ne peut en être tiré.
        </p>
      </div>
      <div class="stack">
        <TextField
          id="preuve"
          label="Numéro de la preuve"
          hint="L’attestation l’imprime à la ligne « Preuve ». Sans lui, le fichier est comparé à toutes les preuves."
          optional
          value={typed}
          onInput={setTyped}
          maxLength={200}
          autocomplete="off"
          error={
            proofId === undefined
              ? 'Ce n’est pas un numéro de preuve : il n’a que des lettres, des chiffres et des tirets. Corrigez-le ou effacez-le.'
              : undefined
          }
        />
        <DropZone onFiles={choose}>
          <p>Déposez ici le fichier à vérifier, ou choisissez-le. Tous les formats conviennent.</p>
          {step.name === 'reading' && (
            <Progress
              label={`Lecture de « ${step.file.name} »`}
              ratio={step.file.size === 0 ? 1 : step.readBytes / step.file.size}
              figure={`${fileSize(step.readBytes)} sur ${fileSize(step.file.size)}`}
              onCancel={() => {
                stop();
                toNews();
              }}
            />
          )}
          <div class="row">
            <FileChoice
              id="file-choice"
              label={step.name === 'none' ? 'Choisir un fichier' : 'Choisir un autre fichier'}
              onFiles={choose}
            />
          </div>
        </DropZone>
        <StepNews step={step} />
        {again !== undefined && (
          <div>
            <Button
              tone="primary"
              onClick={() => {
                void ask(again.hashed, again.proofId);
                toNews();
              }}
            >
              {again.label}
            </Button>
          </div>
        )}
      </div>
      <Limits />
    </PageFrame>
  );
}

interface Again {
  readonly hashed: Hashed;
  readonly proofId: string | null;
  readonly label: string;
}

/** What was read may be asked again without being chosen again: after a failure, or with another number than the one answered for. */
function askedAgain(step: Step, proofId: string | null | undefined): Again | undefined {
  if (proofId === undefined) return undefined;
  if (step.name === 'failed' && step.hashed !== null) return { hashed: step.hashed, proofId, label: 'Réessayer' };
  if (step.name !== 'answered' || step.proofId === proofId) return undefined;
  const label = proofId === null ? 'Comparer à toutes les preuves' : 'Comparer à cette preuve';
  return { hashed: step.hashed, proofId, label };
}

function Limits() {
  return (
    <section class="stack" aria-labelledby="limits-title">
      <h2 id="limits-title">Ce que cette page dit, et ne dit pas</h2>
      <p>
        Elle répond par un mot : identique, différent ou inconnu. Elle ne dit ni qui a validé, ni quand, ni pour
        combien, ce que l’attestation dit à ceux qui la détiennent ; ni si la décision tient toujours, ce que l’équipe
        France Tiers-Lieux peut vous dire.
      </p>
      <p>
        Sans ce service, une empreinte se calcule avec <code>sha256sum</code> (Linux, macOS) ou{' '}
        <code>certutil -hashfile</code> (Windows) et se compare à celles que l’attestation imprime.
      </p>
    </section>
  );
}
