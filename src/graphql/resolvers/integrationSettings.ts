import { integrationSettings } from '../../gong/endpoints/integrationSettings.js';
import type { Resolvers } from '../generated/graphql.js';

export const integrationSettingsResolvers: Pick<Resolvers, 'Mutation'> = {
  Mutation: {
    setIframeOrigins: (_parent, { input: { origins } }, { mutations }) =>
      mutations.send(
        integrationSettings,
        origins.map(({ integration, origin }) => ({
          integrationType: integration,
          allowedOrigin: new URL(origin).origin,
        })),
      ),
  },
};
