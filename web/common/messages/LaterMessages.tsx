import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { useState } from 'preact/hooks';
import { Button } from '../button/Button.tsx';
import { Later } from '../loading/Later.tsx';
import { counted } from '../words/typography.ts';

const load = () => import('./Messages.tsx');

interface LaterMessagesProps {
  readonly view: Pick<MissionView, 'mission' | 'laureateId' | 'unreadMessages'>;
  readonly person: string;
}

/** The messages of a mission: their code and words come when somebody opens them, or arrives from a mail about one (`?messages=…`). */
export function LaterMessages({ view, person }: LaterMessagesProps) {
  const [opened, setOpened] = useState(() => new URLSearchParams(location.search).get('messages'));
  const { mission, unreadMessages } = view;
  return (
    <section class="stack" id="messages" aria-labelledby="messages-title">
      <h2 id="messages-title">Messages</h2>
      {opened === null ? (
        <div>
          <Button onClick={() => setOpened('')}>
            {unreadMessages === 0
              ? 'Lire ou écrire un message'
              : `Lire ${counted(unreadMessages, 'nouveau message', 'nouveaux messages')}`}
          </Button>
        </div>
      ) : (
        <Later load={load}>
          {({ Messages }) => <Messages missionId={mission.id} person={person} asked={opened === '' ? null : opened} />}
        </Later>
      )}
    </section>
  );
}
