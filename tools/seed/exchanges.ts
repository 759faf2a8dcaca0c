import type { SignedInActor } from '../../functions/src/domain/actor.ts';
import { addDays, DAY, dayOf, HOUR, type Instant } from '../../functions/src/domain/calendar.ts';
import type { Channel } from '../../functions/src/domain/messages/channels.ts';
import type { NoteCommand } from '../../functions/src/domain/notes/note.ts';
import { actOnSubsidy } from '../../functions/src/store/laureates/subsidy.ts';
import { actOnMessages } from '../../functions/src/store/messages/act.ts';
import { actOnNote } from '../../functions/src/store/notes/notes.ts';
import { people } from './cast.ts';
import { at, idOf } from './random.ts';
import { accepted, expertAt, type SeatedLaureate, signatoryAt, staffAt, type World } from './world.ts';

/** What people say beside the missions, over the last days: messages, what the team notes for itself, a correction that waits for a second pair of eyes. */
export async function exchange(world: World, now: Instant): Promise<void> {
  await writeMessages(world, now - DAY);
  await writeNotes(world, now - 2 * DAY);
  await proposeCorrection(world, now - DAY);
}

const everyone: Channel = { kind: 'everyone', laureateId: null };

/** On the mission whose devis waits for a decision: the first that the demonstration accounts open. */
async function writeMessages(world: World, from: Instant): Promise<void> {
  const mission = at(world.programme.missions, 0);
  const laureate = at(world.laureates, people.laureateWithDecision);
  const expert = at(world.experts, people.expertAtWork);
  const said: readonly (readonly [by: (at: Instant) => SignedInActor, channel: Channel, text: string])[] = [
    [
      (now) => signatoryAt(laureate, now),
      everyone,
      'Bonjour, le devis prévoit quatre jours. Le dernier peut-il se tenir en janvier, après notre assemblée générale ?',
    ],
    [
      (now) => expertAt(expert, now),
      everyone,
      'Bonjour, oui : la restitution peut attendre le 15 janvier. Le reste du calendrier ne change pas.',
    ],
    [
      staffAt,
      { kind: 'laureate', laureateId: laureate.id },
      'Bonjour, une question sur ce devis ? Je suis joignable demain matin.',
    ],
  ];
  for (const [order, [by, channel, text]] of said.entries()) {
    const now = from + order * HOUR;
    const operationId = idOf(mission.id, 'message', order);
    accepted(
      await actOnMessages(world.stage.firestore, world.stage.bucket, {
        actor: by(now),
        input: { action: 'send', operationId, missionId: mission.id, channel, text, fileIds: [] },
        messageId: operationId,
        now,
      }),
    );
  }
}

async function writeNotes({ stage, laureates }: World, now: Instant): Promise<void> {
  const { id, members } = at(laureates, people.laureateWithLittleLeft);
  const common = { action: 'write', about: { kind: 'laureate', id }, correctsId: null } as const;
  const written: readonly NoteCommand[] = [
    {
      ...{ ...common, kind: 'call', withWhom: at(members, 0).name, calledOn: dayOf(now) },
      text: 'Il reste peu de subvention : elle veut finir la mission en cours avant d’en demander une autre.',
      followUpOn: addDays(dayOf(now), 5),
    },
    {
      ...{ ...common, kind: 'note', withWhom: '', calledOn: null, followUpOn: null },
      text: 'Nouvelle trésorière depuis septembre, à joindre pour les questions de TVA.',
    },
  ];
  for (const [order, command] of written.entries()) {
    const operationId = idOf(id, 'staff note', order);
    accepted(await actOnNote(stage.firestore, { actor: staffAt(now), command, operationId, newId: operationId, now }));
  }
}

async function proposeCorrection({ stage, laureates }: World, now: Instant): Promise<void> {
  const { id }: SeatedLaureate = at(laureates, people.laureateOfContributor);
  const reason = 'Frais de déplacement remboursés par la région : 300 € ne sont plus à la charge du programme.';
  accepted(
    await actOnSubsidy(stage.firestore, {
      actor: staffAt(now),
      laureateId: id,
      command: {
        action: 'adjust',
        input: { kind: 'correction', cents: -300_00, missionId: null, otherLaureateId: null, reason },
      },
      operationId: idOf(id, 'correction'),
      now,
    }),
  );
}
