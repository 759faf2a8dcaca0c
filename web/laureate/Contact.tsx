import type { LaureateHome } from '@sur-mesure/functions/domain/views';

/** Somebody to call, by name. */
export function Contact({ contact: { name, phone, email } }: Pick<LaureateHome, 'contact'>) {
  return (
    <section class="stack stack-tight" aria-labelledby="contact-title">
      <h2 id="contact-title">Une question ?</h2>
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
