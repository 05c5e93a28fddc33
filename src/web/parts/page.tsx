import { createContext, type ReactNode, useContext, useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** What a page is told of its address. */
export interface PageProps {
  readonly params: Readonly<Record<string, string | undefined>>;
}

/** Is told the title of the page while the server writes it. */
export type TakeTitle = (title: string) => void;

const Head = createContext<TakeTitle | undefined>(undefined);

/** Hands every page whom to tell its title. */
export function PageHeadProvider({
  takeTitle,
  children,
}: {
  readonly takeTitle: TakeTitle | undefined;
  readonly children: ReactNode;
}) {
  return <Head value={takeTitle}>{children}</Head>;
}

interface PageParts {
  /** The heading of the page, and the first half of its title. */
  readonly heading: string;
  /** The title where it says more than the heading. */
  readonly title?: string;
  /** The language of the heading where it is not the page's: a case's main text is Chinese in both. */
  readonly headingLang?: string;
  /** Stands above the heading, muted. */
  readonly above?: ReactNode;
  readonly children: ReactNode;
}

/** A page's heading and title. The heading takes the focus when the page is reached from another. */
export function Page({ heading, title, headingLang, above, children }: PageParts) {
  const { t } = useTranslation('frame');
  const whole = `${title ?? heading} - ${t('name')}`;
  useContext(Head)?.(whole);
  useEffect(() => {
    document.title = whole;
  }, [whole]);
  return (
    <>
      {above === undefined ? null : <p className="muted">{above}</p>}
      <h1 tabIndex={-1} lang={headingLang}>
        {heading}
      </h1>
      {children}
    </>
  );
}
