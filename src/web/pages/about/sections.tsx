import { useTranslation } from 'react-i18next';

/** The pages of plain text whose sections lie in `about.json`. */
export type AboutPage = 'privacy' | 'accessibility' | 'true-site' | 'vulnerabilities' | 'open-data';

interface Section {
  readonly heading: string;
  readonly text?: string;
  readonly items?: readonly string[];
}

/** The sections of a page as its texts have them: a heading, a paragraph, a list. */
export function Sections({ of }: { readonly of: AboutPage }) {
  const { t } = useTranslation('about');
  // As both languages' about.json have it, which a test holds.
  const sections = t(`${of}.sections`, { returnObjects: true }) as unknown as readonly Section[];
  return sections.map(({ heading, text, items }, index) => (
    <section key={heading} aria-labelledby={`section-${index}`}>
      <h2 id={`section-${index}`}>{heading}</h2>
      {text === undefined ? null : <p>{text}</p>}
      {items === undefined ? null : (
        <ul>
          {items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )}
    </section>
  ));
}
