import type { LaureateHome } from '@sur-mesure/functions/domain/laureates/views';

/** Somebody to call, by name. */
export function Contact({
  contact,
  isReferent = false,
}: Pick<LaureateHome, 'contact'> & { readonly isReferent?: boolean }) {
  const { name, phone, email } = contact;
  return (
    <section class="stack stack-tight" aria-labelledby="contact-title">
      <h2 id="contact-title">Une question ?</h2>
      {isReferent && <p class="small muted">Votre personne référente à France Tiers-Lieux</p>}
      <p>{name}</p>
      <p>
        <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`} class="contact-link">
          {phone}
        </a>
      </p>
      <p>
        <a href={`mailto:${email}`} class="contact-link">
          {email}
        </a>
      </p>
    </section>
  );
}
