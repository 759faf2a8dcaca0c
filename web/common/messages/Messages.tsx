import type { ChannelView } from '@sur-mesure/functions/domain/messages/views';
import type { Views } from '@sur-mesure/functions/domain/views';
import { useEffect, useState } from 'preact/hooks';
import { RadioField } from '../field/ChoiceFields.tsx';
import { Loaded, useView } from '../loading/Loaded.tsx';
import { counted } from '../words/typography.ts';
import { ChannelMessages } from './ChannelMessages.tsx';
import { channelLabel, unreadIn } from './channel-words.ts';
import './messages.css';

interface MessagesProps {
  readonly missionId: string;
  readonly person: string;
  /** The channel that a mail was about. */
  readonly asked: string | null;
}

/** The channels that this reader follows: one is shown, the others a press away. */
export function Messages({ missionId, person, asked }: MessagesProps) {
  const loading = useView({ name: 'messages', missionId });
  const [chosen, setChosen] = useState(asked);
  useEffect(() => {
    // Somebody who comes back to the page reads what was written meanwhile.
    const refresh = () => document.visibilityState === 'visible' && loading.refresh();
    document.addEventListener('visibilitychange', refresh);
    return () => document.removeEventListener('visibilitychange', refresh);
  }, []);
  return (
    <Loaded loading={loading}>
      {(view) => {
        const current = currentChannel(view.channels, chosen);
        return (
          <div class="stack">
            <Channels view={view} current={current} choose={setChosen} />
            {current !== undefined && (
              <ChannelMessages
                key={current.key}
                {...{ view, person }}
                channel={current}
                arrived={current.key === asked}
                onChanged={loading.refresh}
              />
            )}
          </div>
        );
      }}
    </Loaded>
  );
}

/** The one asked for, else the first with something new, else the first. */
function currentChannel(channels: readonly ChannelView[], chosen: string | null): ChannelView | undefined {
  return channels.find(({ key }) => key === chosen) ?? channels.find((channel) => unreadIn(channel) > 0) ?? channels[0];
}

interface ChannelsProps {
  readonly view: Views['messages'];
  readonly current: ChannelView | undefined;
  readonly choose: (key: string) => void;
}

function Channels({ view, current, choose }: ChannelsProps) {
  if (view.channels.length < 2) return null;
  return (
    <RadioField
      id="message-channel"
      label="Avec qui ?"
      choices={view.channels.map((channel) => {
        const unread = unreadIn(channel);
        const label = channelLabel(channel, view);
        return {
          value: channel.key,
          label: unread === 0 ? label : `${label} (${counted(unread, 'nouveau', 'nouveaux')})`,
        };
      })}
      value={current?.key ?? ''}
      onInput={choose}
    />
  );
}
