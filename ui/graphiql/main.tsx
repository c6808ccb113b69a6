// Must come first: it tells Monaco where its workers are, and Monaco asks while it is imported.
import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './style.css';
import { DocExplorerStore } from '@graphiql/plugin-doc-explorer';
import { HISTORY_PLUGIN, HistoryStore } from '@graphiql/plugin-history';
import { GraphiQLProvider } from '@graphiql/react';
import { GraphiQL, GraphiQLInterface } from 'graphiql';
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { CopyActions } from './copyActions.js';
import { CostStrip } from './costStrip.js';
import { docsPlugin } from './docs.js';
import { ExamplesMenu } from './examplesMenu.js';
import { fetcher } from './runs.js';
import { useEditorOptions, useSession, useTabInFront } from './session.js';
import { readShareLink } from './shareLink.js';
import { firstStarter } from './starters.js';
import { storage } from './storage.js';
import { TokenControl } from './tokenDialog.js';
import { UploadPanels } from './uploadPanel.js';

const shared = readShareLink(window.location.search);
// Otherwise, reloading would open it again.
if (shared !== null) window.history.replaceState(null, '', window.location.pathname);

const plugins = [docsPlugin, HISTORY_PLUGIN];

function Page(): ReactNode {
  return (
    <GraphiQLProvider
      fetcher={fetcher}
      defaultTabs={[shared ?? firstStarter]}
      {...(shared === null
        ? {}
        : { initialQuery: shared.query, initialVariables: shared.variables ?? '' })}
      storage={storage}
      plugins={plugins}
      referencePlugin={docsPlugin}
      // What is typed into the headers pane is a credential: it ends with the page.
      shouldPersistHeaders={false}
      schemaDescription
      inputValueDeprecation
    >
      <HistoryStore>
        <DocExplorerStore>
          <Cockpit />
        </DocExplorerStore>
      </HistoryStore>
    </GraphiQLProvider>
  );
}

function Cockpit(): ReactNode {
  const session = useSession();
  useTabInFront(session);
  useEditorOptions();
  return (
    <>
      <header className="graphiql-container cockpit">
        <h1>Gong in GraphQL</h1>
        <ExamplesMenu />
        <CostStrip session={session} />
        <div className="cockpit-actions">
          <CopyActions draft={session.draft} />
          <TokenControl />
        </div>
      </header>
      <GraphiQLInterface showPersistHeadersSettings={false}>
        {/* The header of the page takes its place. */}
        <GraphiQL.Logo> </GraphiQL.Logo>
        <GraphiQL.Footer>
          <UploadPanels tab={session.tab} />
        </GraphiQL.Footer>
      </GraphiQLInterface>
    </>
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
