import { ok, type Handler } from './types.js';

/** `POST /v2/meetings/integration/status`: one entry per address, known to Gong or not. */
export const integrationStatus: Handler = ({ company, body }) => {
  const emails = (body['emails'] ?? []) as readonly string[];
  const users = emails.map((email) => {
    const wanted = email.toLowerCase();
    const user = company.users.find(({ emailAddress, emailAliases }) =>
      [emailAddress, ...emailAliases].some((address) => address.toLowerCase() === wanted),
    );
    const valid = user !== undefined && user.active && user.settings.webConferencesRecorded;
    if (valid) return { email, exists: true, valid };
    return {
      email,
      exists: user !== undefined,
      valid,
      userFacingError: user
        ? 'Your meetings are not recorded by Gong. Ask an administrator to turn recording on.'
        : 'Gong does not know this address.',
      fixUrl: 'https://us-00000.app.gong.example/settings/recording',
      helpUrl: 'https://help.gong.example/meetings',
    };
  });
  return ok({ users });
};
