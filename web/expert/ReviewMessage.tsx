import type { Expert } from '@sur-mesure/functions/domain/experts/profile';

/** What the team answered; once the registration was sent again, it is no longer about what stands. */
export function ReviewMessage({ expert: { state, review } }: { readonly expert: Expert }) {
  if (state === 'submitted' || review === null || review.message === '') return null;
  return (
    <figure class="stack stack-tight">
      <figcaption class="small muted">Message de {review.by}</figcaption>
      <blockquote class="typed said">{review.message}</blockquote>
    </figure>
  );
}
