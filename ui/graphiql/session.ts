import { pick, useGraphiQL, useMonaco } from '@graphiql/react';
import { useEffect, useMemo } from 'react';
import { hasVariables } from './shareLink.js';
import { setActiveTab } from './runs.js';
import type { Draft } from './draft.js';

/** The tab in front, and what its editors contain. */
export interface Session {
  readonly tab: string;
  readonly draft: Draft;
}

export function useSession(): Session {
  const { tabs, activeTabIndex, operationName } = useGraphiQL(
    pick('tabs', 'activeTabIndex', 'operationName'),
  );
  const tab = tabs[activeTabIndex];
  const { id = '', query, variables, headers } = tab ?? {};
  return useMemo(
    () => ({
      tab: id,
      draft: {
        query: query ?? '',
        variables: variables ?? '',
        headers: headers ?? '',
        operationName: operationName ?? null,
      },
    }),
    [id, query, variables, headers, operationName],
  );
}

/** Records the tab in front for the next run, and opens the variables pane when a tab has variables. */
export function useTabInFront({ tab, draft }: Session): void {
  useEffect(() => {
    setActiveTab(tab);
  }, [tab]);
  const isFilled = hasVariables(draft.variables);
  useEffect(() => {
    if (isFilled) openVariables();
  }, [tab, isFilled]);
}

/** GraphiQL offers no other way than its button, and keeps to itself whether the pane is open. */
function openVariables(): void {
  if (document.querySelector('[aria-label="Show editor tools"]') === null) return;
  document
    .querySelector<HTMLElement>('.graphiql-editor-tools button[data-name="variables"]')
    ?.click();
}

/** Wraps long lines, and draws no boxes around letters that look like others, such as curly quotes. */
export function useEditorOptions(): void {
  const isReady = useMonaco(({ monaco }) => monaco !== undefined);
  const editors = useGraphiQL(
    pick('queryEditor', 'variableEditor', 'headerEditor', 'responseEditor'),
  );
  const { queryEditor, variableEditor, headerEditor, responseEditor } = editors;
  useEffect(() => {
    for (const editor of [queryEditor, variableEditor, headerEditor, responseEditor]) {
      editor?.updateOptions({
        wordWrap: 'on',
        unicodeHighlight: { ambiguousCharacters: false, nonBasicASCII: false },
        matchBrackets: editor === responseEditor ? 'never' : 'always',
      });
    }
  }, [isReady, queryEditor, variableEditor, headerEditor, responseEditor]);
}
