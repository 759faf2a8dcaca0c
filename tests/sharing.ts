import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Command } from '../functions/src/domain/missions/actions.ts';
import type { MissionView } from '../functions/src/domain/missions/views.ts';
import { expectCall } from './calls.ts';
import { type ExpertOfTests, publishedExpert } from './experts.ts';
import { handingIn } from './handing-in.ts';
import { signIn } from './people.ts';
import { deposited, type LaureateOfTests, laureateWith, openProgramme } from './programme.ts';

/** Amounts that no other figure contains, so that finding one in an answer is a leak. */
export const parts = { weaver: 2_111_17, baker: 987_61 } as const;
export const totalCents = parts.weaver + parts.baker;
export type Side = keyof typeof parts;

export let weaver: LaureateOfTests;
export let baker: LaureateOfTests;
export let expert: ExpertOfTests;
export let tokens: Record<Side | 'expert', string>;

/** Two laureates and an expert, each signed in. */
export async function openSharing(): Promise<void> {
  await openProgramme();
  [weaver, baker, expert] = await Promise.all([laureateWith(10_000_00), laureateWith(10_000_00), publishedExpert()]);
  tokens = {
    weaver: await signIn(weaver.signatory.uid),
    baker: await signIn(baker.signatory.uid),
    expert: await signIn(expert.person.uid),
  };
}

export function laureateIdOf(who: Side | 'expert'): string | null {
  return who === 'expert' ? null : { weaver, baker }[who].laureateId;
}

export async function act(who: Side | 'expert', missionId: string | null, command: Command) {
  const input = { ...command, missionId, laureateId: laureateIdOf(who), operationId: randomUUID() };
  const answer = await expectCall('missionAction', input, tokens[who]);
  expectOnlyOwn(who, answer);
  return answer;
}

export async function read(who: Side | 'expert', missionId: string): Promise<MissionView> {
  const found = await expectCall('view', { name: 'mission', missionId, laureateId: laureateIdOf(who) }, tokens[who]);
  if (found.name !== 'mission') throw new Error('another view came back');
  expectOnlyOwn(who, found);
  return found;
}

/** Whatever a laureate is answered, the part of the other and the total that would give it are not in it. */
export function expectOnlyOwn(who: Side | 'expert', answer: unknown): void {
  if (who === 'expert') return;
  const others = parts[who === 'weaver' ? 'baker' : 'weaver'];
  for (const cents of [others, totalCents]) expect(JSON.stringify(answer)).not.toContain(String(cents));
}

export async function handIn(missionId: string, split: Readonly<Record<string, number>>, version: number) {
  const { uid } = expert.person;
  const [diagnostic, devis] = await Promise.all([
    deposited(missionId, uid, 'diagnostic'),
    deposited(missionId, uid, 'devis'),
  ]);
  await act(
    'expert',
    missionId,
    handingIn({
      diagnostic: { kind: 'file', fileId: diagnostic.id },
      devisId: devis.id,
      split,
      number: `D-${version}`,
    }),
  );
  const decision = { version, diagnosticSha256: diagnostic.sha256, devisSha256: devis.sha256, ownCents: 0 };
  return { devis, decision: { ...decision, consent: true } };
}

/** A mission that both take part in, its first devis split between them. */
export async function sharedMission() {
  const { missionId } = await act('weaver', null, {
    action: 'request',
    input: {
      expertId: expert.expertId,
      subthemes: ['4.2'],
      need: 'Partager un atelier.',
      needId: null,
      shareWith: [baker.laureateId],
    },
  });
  await act('baker', missionId, { action: 'join', input: {} });
  await act('expert', missionId, { action: 'declareNoInterest', input: { declares: true } });
  await act('expert', missionId, { action: 'accept', input: {} });
  const split = { [weaver.laureateId]: parts.weaver, [baker.laureateId]: parts.baker };
  return { missionId, ...(await handIn(missionId, split, 1)) };
}

export async function validatedBy(who: Side, { missionId, decision }: Awaited<ReturnType<typeof sharedMission>>) {
  return act(who, missionId, { action: 'validate', input: { ...decision, subsidyCents: parts[who] } });
}

export async function attestationOf(who: Side, missionId: string): Promise<string> {
  const found = async () => (await read(who, missionId)).files.find(({ piece }) => piece === 'attestation');
  await expect.poll(found, { timeout: 30_000 }).toBeDefined();
  return (await found())?.fileId ?? '';
}
