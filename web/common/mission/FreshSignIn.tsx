import type { Refusal } from '@sur-mesure/functions/domain/refusal';
import { ButtonLink } from '../button/Button.tsx';
import { signInAddress } from '../page/next.ts';

/** A decision that engages money asks for a recent sign-in: the way to one, and back here, where what was typed waits. */
export function FreshSignIn({ refusal }: { readonly refusal: Refusal | undefined }) {
  if (refusal?.code !== 'sign-in-too-old') return null;
  return (
    <div>
      <ButtonLink href={signInAddress(location)}>Recevoir un nouveau lien de connexion</ButtonLink>
    </div>
  );
}
