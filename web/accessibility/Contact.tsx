import { Loaded, useView } from '../common/loading/Loaded.tsx';

/** Whom the team named in its settings. */
export function Contact() {
  const loading = useView({ name: 'contact' });
  return (
    <Loaded loading={loading} lines={2}>
      {({ contact: { name, email, phone } }) => (
        <p>
          {name} : <a href={`mailto:${email}`}>{email}</a>, ou{' '}
          <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</a>.
        </p>
      )}
    </Loaded>
  );
}
