import type { Firestore } from 'firebase-admin/firestore';
import type { SignedInActor } from '../domain/actor.ts';
import type { PreviewWorkInput } from '../domain/experts/draft-contract.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { readForWorkPreview } from '../store/missions/work-preview.ts';
import { modelInForce } from './document-model.ts';
import { renderSource } from './render-source.ts';

interface Asked {
  readonly actor: SignedInActor;
  readonly input: PreviewWorkInput;
  readonly origin: string;
  readonly now: number;
}

/** What is being written, as the PDF that it would make with the text in force. Each page says that it is not handed in; no logo is read; nothing is kept. */
export async function previewWork(
  firestore: Firestore,
  { actor, input, origin, now }: Asked,
): Promise<{ pdf: string } | Refusal> {
  const source = await readForWorkPreview(firestore, { actor, input, now });
  if (isRefusal(source)) return source;
  const { model } = await modelInForce(firestore, input.piece, now);
  const shown = { ...model, mark: 'APERÇU', words: 'Aperçu : ce document n’est pas remis' };
  const { bytes } = renderSource(source, { origin, model: shown, logo: null, seal: null });
  return { pdf: Buffer.from(bytes).toString('base64') };
}
