import { Notice } from '../notice/Notice.tsx';
import { useWord } from './team-word.ts';

/** What the team wrote in the settings for this home; nothing when it wrote nothing. */
export function TeamWord() {
  const word = useWord();
  if (word === undefined) return null;
  return (
    <Notice tone="info" title="Un mot de l’équipe">
      <p class="typed-text">{word}</p>
    </Notice>
  );
}
