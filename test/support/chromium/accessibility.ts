import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** The rules of WCAG 2.2 at levels A and AA, and what axe-core calls best practice. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/**
 * What axe-core finds wrong with a page as it stands: a line for each violation, with the element. It is put into the page by the
 * inspector, so the page keeps its Content-Security-Policy.
 */
export async function accessibilityViolations(page: Page): Promise<readonly string[]> {
  const inspector = await page.context().newCDPSession(page);
  const evaluate = async (expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = await inspector.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails !== undefined) throw new Error(`axe-core: ${exceptionDetails.text}`);
    return result.value;
  };
  await evaluate(`${axe.source}; undefined`);
  const run = `axe.run(document, { resultTypes: ['violations'], runOnly: ${JSON.stringify(rules)} })`;
  const violations = await evaluate(`${run}.then(({ violations }) => violations)`);
  await inspector.detach();
  return (violations as readonly Violation[]).flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html} ${failureSummary}`),
  );
}
