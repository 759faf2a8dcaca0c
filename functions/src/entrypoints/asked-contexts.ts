import type { Contexts, DevisPart, Laureate } from '../documents/contexts.ts';
import type { FeedbackSection } from '../documents/contexts-notes.ts';
import { dayOf } from '../domain/calendar.ts';
import type { Form } from '../domain/forms/form.ts';
import { activeParticipants } from '../domain/missions/mission.ts';
import { missionWarnings } from '../domain/missions/warnings.ts';
import { baseLabel } from '../domain/subsidy/funded.ts';
import { inForce, isExpired, proposedSplit, type Share, shareStatuses } from '../domain/subsidy/share.ts';
import type { Source } from '../store/missions/documents.ts';

/** What the store read, of it what these documents print. */
export type Asked = Pick<
  Source,
  'mission' | 'submitted' | 'shares' | 'files' | 'laureates' | 'given' | 'form' | 'settings'
> & {
  readonly request: Pick<Source['request'], 'at' | 'fileId'>;
};

/** What documents of a mission have in common, as `render-source.ts` joins it. */
export type Shared = Pick<Contexts['diagnostic'], 'programme' | 'originalAddress' | 'mission' | 'laureates' | 'expert'>;

/** Choices make a table, what was written is text, with the questions that were answered. */
export function feedbackOf(
  { given, form, request }: Pick<Asked, 'given' | 'form' | 'request'>,
  shared: Shared,
  laureate: Laureate,
): Contexts['feedback'] {
  if (given === null || form === null) throw new Error(`no feedback for ${request.fileId}`);
  const answered = ({ questions }: Form['sections'][number], isChoice: boolean): FeedbackSection['chosen'] =>
    questions
      .filter(({ kind }) => (kind === 'choice') === isChoice)
      .map(({ id, label }) => ({ label, answer: given.answers[id] ?? '' }));
  return {
    ...shared,
    version: 1,
    laureate,
    givenAtMs: given.at,
    sections: form.sections.map((section) => ({
      title: section.title,
      chosen: answered(section, true),
      written: answered(section, false),
    })),
  };
}

/**
 * A devis for one reader. `laureateId`: a laureate, which reads all of it when it pays alone and otherwise its own part; null for the expert and
 * staff. What is not decided yet is told to a laureate with what remains of its subsidy when it is made, which is no business of the expert.
 */
export function devisSummaryOf(
  source: Asked,
  shared: Shared,
  { devis, laureateId }: { readonly devis: Contexts['diagnostic']['devis']; readonly laureateId: string | null },
): Contexts['devis-summary'] {
  const { mission, submitted, shares, files, request } = source;
  const active = new Set(activeParticipants(mission).map((participant) => participant.laureateId));
  const isWhole = laureateId === null || Object.keys(submitted.split).every((id) => id === laureateId);
  const partsOf = (wanted: (share: Share) => boolean) =>
    shares
      .filter((share) => active.has(share.laureateId) && wanted(share))
      .map((share) => (laureateId === null ? partForAll : partFor)(source, share));
  const [own] = partsOf((share) => share.laureateId === laureateId);
  if (!isWhole && own === undefined) throw new Error(`no share of ${laureateId} for ${request.fileId}`);
  const { lines, exclVatCents, vatRows, inclVatCents, ...named } = devis;
  const whole = { whole: { lines, exclVatCents, vatRows, inclVatCents }, parts: partsOf(() => true) };
  return {
    ...shared,
    version: submitted.version,
    submittedAtMs: submitted.submission.at,
    devis: { ...named, expired: isExpired(submitted.submission.devis, dayOf(request.at)) },
    amounts: isWhole || own === undefined ? whole : { own, shared: true },
    warnings: missionWarnings({
      mission,
      facts: {
        actor: { kind: 'system', uid: 'system', name: '' },
        ...{ now: request.at, submitted, amendment: null, settings: source.settings },
      },
      seesAmounts: isWhole,
      readIn: (fileId) => files.find(({ id }) => id === fileId)?.readAmounts,
    }),
  };
}

/** As its laureate reads it. */
function partFor({ laureates }: Pick<Asked, 'laureates'>, share: Share): DevisPart {
  const remaining = laureates.find(({ id }) => id === share.laureateId)?.balance.remainingCents ?? 0;
  return partOf({ laureates }, share, remaining);
}

/** As the expert reads it: what is not decided is told as if the subsidy had no end, and says so. */
function partForAll({ laureates }: Pick<Asked, 'laureates'>, share: Share): DevisPart {
  const part = partOf({ laureates }, share, Number.POSITIVE_INFINITY);
  return part.estimated ? { ...part, state: `${part.state}, si la subvention y suffit`, estimated: false } : part;
}

function partOf({ laureates }: Pick<Asked, 'laureates'>, share: Share, remainingCents: number): DevisPart {
  const laureate = laureates.find(({ id }) => id === share.laureateId);
  const isDecided = share.status === 'committed' || share.status === 'settled';
  const amounts = inForce(share);
  const paid = isDecided ? amounts : proposedSplit(share, remainingCents);
  return {
    laureate: laureate?.name ?? share.laureateId,
    state: shareStatuses[share.status].toLocaleLowerCase('fr'),
    amountCents: amounts.shareCents,
    base: baseLabel(share.base).toLocaleLowerCase('fr').replace('tva', 'TVA'),
    fundedCents: amounts.fundedCents,
    subsidyCents: paid.subsidyCents,
    ownCents: paid.ownCents,
    estimated: !isDecided,
  };
}
