import type { ChannelView } from '@sur-mesure/functions/domain/messages/views';
import type { Views } from '@sur-mesure/functions/domain/views';

type Read = Pick<Views['messages'], 'reader' | 'expertName' | 'laureateNames'>;

const team = 'l’équipe France Tiers-Lieux';
const inFrench = new Intl.ListFormat('fr-FR');

/** What a channel is called on its button, said to this reader: by the people at the other end. */
export function channelLabel({ channel, laureateName }: ChannelView, { reader, expertName }: Read): string {
  if (channel.kind === 'everyone') return 'Tout le monde';
  const ownSide = channel.kind === reader;
  if (ownSide) return 'L’équipe France Tiers-Lieux';
  return channel.kind === 'expert' ? expertName : (laureateName ?? '');
}

/** Who reads what is written here, so that nobody writes to more people than they mean to. */
export function audienceOf({ channel, laureateName }: ChannelView, read: Read): string {
  const { expertName, laureateNames } = read;
  if (channel.kind === 'everyone')
    return `Ce que vous écrivez ici est lu par ${inFrench.format([...laureateNames, expertName, team])}.`;
  if (channel.kind === 'expert')
    return `Lu par ${expertName} et par ${team} seulement : aucune manufacture ne le voit.`;
  const others = laureateNames.length > 1 ? ', ni les autres manufactures' : '';
  return `Lu par ${laureateName ?? 'la manufacture'} et par ${team} seulement : ni ${expertName}${others} ne le voient.`;
}

export function unreadIn({ messages, readAt }: ChannelView): number {
  return messages.filter(({ at, own, withdrawnAt }) => !own && withdrawnAt === null && at > readAt).length;
}

/** A message being written, with the documents that have arrived for it. */
export interface MessageDraft {
  readonly text: string;
  readonly files: readonly { readonly fileId: string; readonly name: string }[];
}
export const emptyMessage: MessageDraft = { text: '', files: [] };

export function isMessageDraft(value: unknown): value is MessageDraft {
  return (
    typeof value === 'object' &&
    value !== null &&
    'text' in value &&
    typeof value.text === 'string' &&
    'files' in value &&
    Array.isArray(value.files) &&
    value.files.every(
      (file: unknown) =>
        typeof Reflect.get(Object(file), 'fileId') === 'string' &&
        typeof Reflect.get(Object(file), 'name') === 'string',
    )
  );
}
