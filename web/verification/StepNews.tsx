import { Notice } from '../common/notice/Notice.tsx';
import type { Hashed, Step } from './useComparison.ts';
import { verdicts } from './verdict-words.ts';

/** The button that was pressed goes away: the focus waits where the answer comes. */
export function toNews(): void {
  document.getElementById('news')?.focus();
}

/** What happens, in a place that is there from the start: a screen reader says each step once, and never the figures of the progress. */
export function StepNews({ step }: { readonly step: Step }) {
  return (
    <div id="news" role="status" class="stack" tabIndex={-1}>
      <News step={step} />
    </div>
  );
}

function News({ step }: { readonly step: Step }) {
  switch (step.name) {
    case 'none':
      return null;
    case 'reading':
      return <p class="visually-hidden">Lecture de « {step.file.name} »…</p>;
    case 'asking':
      return <p class="muted">« {step.hashed.name} » est lu. Comparaison en cours…</p>;
    case 'answered': {
      const { tone, title, sentence } = verdicts[step.comparison];
      return (
        <Notice tone={tone} title={title}>
          <div class="stack stack-tight">
            <p>{sentence(step.proofId)}</p>
            <Fingerprint hashed={step.hashed} />
          </div>
        </Notice>
      );
    }
    case 'failed':
      return (
        <Notice tone="error" title="Pas de comparaison">
          <div class="stack stack-tight">
            <p>{step.message}</p>
            {step.hashed !== null && <Fingerprint hashed={step.hashed} />}
          </div>
        </Notice>
      );
    default:
      return step satisfies never;
  }
}

function Fingerprint({ hashed: { name, sha256 } }: { readonly hashed: Hashed }) {
  return (
    <p class="small">
      Empreinte de « {name} » : <code class="fingerprint">{sha256}</code>
    </p>
  );
}
