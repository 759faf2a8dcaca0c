import type { Firestore } from 'firebase-admin/firestore';
import type { Contexts } from '../documents/contexts.ts';
import { compileEdited } from '../documents/edited-templates.ts';
import { draftModel, type Model } from '../documents/model.ts';
import { renderDocument } from '../documents/render.ts';
import { samples } from '../documents/samples/samples.ts';
import { checkTemplate, faultOf } from '../documents/template-check.ts';
import type { SignedInActor } from '../domain/actor.ts';
import type { ApiContract } from '../domain/api.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { readForPreview } from '../store/templates/preview.ts';
import type { Tried } from '../store/templates/preview-subjects.ts';
import { renderNote } from './render-note.ts';
import { type Making, renderSource, type SealNamed } from './render-source.ts';
import { renderStatement } from './render-statement.ts';

interface Asked {
  readonly actor: SignedInActor;
  readonly input: ApiContract['previewTemplate']['input'];
  readonly origin: string;
  readonly now: number;
}

/** Every attestation is sealed; a preview says the sentence and carries no seal. */
const shownSeal = {
  signedBy: 'France Tiers-Lieux (aperçu sans cachet)',
  certificateSha256: '0'.repeat(64),
  demonstration: false,
} as const satisfies SealNamed;

/** A text as a document, or what is wrong with it. It may be incomplete: that is said beside its pages. No logo is read for it. Nothing is kept. */
export async function previewTemplate(
  firestore: Firestore,
  { actor, input, origin, now }: Asked,
): Promise<ApiContract['previewTemplate']['output'] | Refusal> {
  const { template, source, missionId } = input;
  const { faults, missing } = checkTemplate(template, source);
  if (faults.length > 0) return { pdf: null, faults, missing };
  // Read once the text is worth it: a line of the log is for pages that are shown.
  const tried = missionId === null ? null : await readForPreview(firestore, { actor, template, missionId, now });
  if (isRefusal(tried)) return tried;
  const model = draftModel(compileEdited(source));
  try {
    const bytes =
      tried === null ? ofSample(template, now, model) : ofRecords(tried, { origin, model, logo: null, at: now });
    return { pdf: Buffer.from(bytes).toString('base64'), faults, missing };
  } catch (error) {
    return { pdf: null, faults: [faultOf(error)], missing };
  }
}

function ofSample(template: keyof Contexts, now: number, model: Model): Uint8Array {
  const options = { issuedAtMs: now, model };
  if (template === 'attestation') {
    return renderDocument(template, { ...samples.attestation, seal: shownSeal }, options);
  }
  return renderDocument(template, samples[template], options);
}

function ofRecords(tried: Tried, { at, ...making }: Making & { readonly at: number }): Uint8Array {
  switch (tried.kind) {
    case 'mission':
      return renderSource(tried.source, { ...making, seal: shownSeal }).bytes;
    case 'statement':
      return renderStatement(tried.read, making).bytes;
    case 'note':
      return renderNote(tried.read, { ...making, at }).bytes;
    default:
      return tried satisfies never;
  }
}
