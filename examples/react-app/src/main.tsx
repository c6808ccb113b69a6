import { ApolloProvider } from '@apollo/client/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { createClient } from './client';
import './style.css';

// The token of the user who is signed in. The sandbox needs none.
const token = sessionStorage.getItem('gateway-token') ?? '';

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <ApolloProvider client={createClient('/graphql', token)}>
      <App />
    </ApolloProvider>
  </StrictMode>,
);
