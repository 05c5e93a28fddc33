import type { ComponentType } from 'react';
import type { PageProps } from './parts/page';
import type { Texts } from './texts';

/** A page: the pattern of its address within a language, its texts, and its component, which is loaded when it is first shown. */
export interface Route {
  readonly pattern: string;
  readonly texts: readonly Texts[];
  readonly load: () => Promise<{ readonly default: ComponentType<PageProps> }>;
}
