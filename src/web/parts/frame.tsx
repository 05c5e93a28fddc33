import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { addressIn, type Language } from '../language';
import { NoticeBand } from './notice-band';
import { caseNumberIn, RehearsalBand } from './rehearsal-band';

interface FrameProps {
  readonly language: Language;
  /** The address within the language. */
  readonly path: string;
  readonly children: ReactNode;
}

const footerLinks = [
  'privacy',
  'accessibility',
  'status',
  'true-site',
  'open-data',
  'vulnerabilities',
] as const;

/** The desk has tables: its pages are wider. */
const isDesk = (path: string): boolean => /^\/staff(?:\/|$)/.test(path);

/** What stands around every page: the platform's name, the other language, and what a person may want to know of it. */
export function Frame({ language, path, children }: FrameProps) {
  const { t } = useTranslation('frame');
  const column = isDesk(path) ? 'frame wide' : 'frame';
  const other: Language = language === 'en' ? 'zh-TW' : 'en';
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <NoticeBand />
      <RehearsalBand caseNumber={caseNumberIn(path)} />
      <header className="header">
        <div className={column}>
          <Link className="brand" href="/">
            {t('name')}
            <small>{t('commission')}</small>
          </Link>
          <nav aria-label={t('language-label')}>
            <a href={addressIn(other, path)} hrefLang={other} lang={other}>
              {t('other-language')}
            </a>
          </nav>
        </div>
      </header>
      <main className={`main ${column}`} id="main">
        {children}
      </main>
      <footer className="footer">
        <nav className={column} aria-label={t('footer-label')}>
          <ul>
            {footerLinks.map((name) => (
              <li key={name}>
                <Link href={`/${name}`}>{t(`footer.${name}`)}</Link>
              </li>
            ))}
          </ul>
        </nav>
      </footer>
    </>
  );
}
