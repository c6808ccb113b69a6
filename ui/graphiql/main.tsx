// Must come first: it tells Monaco where its workers are, and Monaco asks while it is imported.
import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './style.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { starters } from './starters.js';
import { forgetTabs, storage } from './storage.js';
import { fetchUntilAllowed, fetchWithToken } from './token.js';
import { TokenControl } from './tokenDialog.js';

const url = new URL('/graphql', window.location.href).href;
const fetcher = createGraphiQLFetcher({
  url,
  fetch: fetchWithToken,
  schemaFetcher: createGraphiQLFetcher({ url, fetch: fetchUntilAllowed }),
});

/** Tabs are kept between visits, so somebody who closed or changed the starters needs a way back to them. */
function openStartersAgain(): void {
  if (!window.confirm('Close all tabs and open the starter queries again?')) return;
  forgetTabs();
  window.location.reload();
}

function Page() {
  return (
    <GraphiQL
      fetcher={fetcher}
      defaultTabs={starters}
      storage={storage}
      // What is typed into the headers pane is a credential: it ends with the page.
      shouldPersistHeaders={false}
      schemaDescription
      inputValueDeprecation
    >
      <GraphiQL.Logo>
        <div className="product">
          <TokenControl />
          <span className="product-name">Gong in GraphQL</span>
        </div>
      </GraphiQL.Logo>
      <GraphiQL.Toolbar>
        {({ prettify, merge, copy }) => (
          <>
            {prettify}
            {merge}
            {copy}
            <button
              type="button"
              className="graphiql-un-styled graphiql-toolbar-button"
              aria-label="Open the starter queries again"
              title="Open the starter queries again"
              onClick={openStartersAgain}
            >
              <svg
                viewBox="0 0 24 24"
                className="graphiql-toolbar-icon"
                aria-hidden="true"
                fill="none"
                stroke="currentColor"
                strokeWidth="2"
              >
                <path d="M4 5v5h5M4.5 10a8 8 0 1 1-.3 5" />
              </svg>
            </button>
          </>
        )}
      </GraphiQL.Toolbar>
    </GraphiQL>
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
